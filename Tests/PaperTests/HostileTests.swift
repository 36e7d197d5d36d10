import EventPack
import Foundation
import Paper
import Testing

/// What strangers write stays text: FAULTS.md F9, F11 and M12.
@Suite struct HostileTests {
  static let words: [String] = [
    #"#import "@preview/evil:1.0.0": *"#, #"#read("/etc/passwd")"#, #"#{ while true {} }"#,
    "$x^2$ *no* _no_ `no`",
    #"<script>alert(1)</script> <w:p/> &amp;"#, #"\include{/etc/passwd} \input{x}"#,
    "@label <label> = heading",
    "// comment /* more */ ~ -- --- ...", #""quotes" 'single' "#, "{{region}} {% x %}", "../../../etc/passwd",
    "![](file:///etc/passwd) [x](javascript:alert(1))", "```{=openxml}\n<w:p/>\n```", "--lua-filter=x -F x",
  ]

  static let document = Samples.document(
    "hostile", title: words[0] + words[1],
    words.enumerated().flatMap { (place: Int, text: String) -> [PackBlock] in
      [
        .heading(level: 2, anchor: "h-\(place)", [.text(text)]), Samples.words(text), .code(text),
        .list(start: nil, Samples.points(text)),
        .table(
          PackTable(caption: [.text(text)], columns: [.init([.text(text)])], rows: [[[Samples.words(text)]]])),
        .box(.init(.say, text, [Samples.words(text)])),
        .paragraph([
          .code(text), .strong([.text(text)]), .link(to: "https://example.org/?\(place)", [.text(text)]),
        ]),
      ]
    })

  @Test func `typesetting code, markup and paths in a document are set as they stand`() async throws {
    let folder = try TestFolder()
    let file = try folder.write(try await Self.document.set(), to: "a.pdf")
    let text = try Tool("pdftotext", ["-raw", file, "-"]).text.replacing(/\s+/, with: "")
    for words in Self.words {
      let plain = words.replacing(/\s+/, with: "")
      #expect(text.components(separatedBy: plain).count > 7, "“\(words)” is not there as it was written")
    }
    #expect(!text.contains("root:x:0"))
    let whole = try Tool("qpdf", ["--qdf", "--object-streams=disable", file, "-"]).output
    for name in ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "file:"] {
      #expect(whole.range(of: Data("\(name) ".utf8)) == nil, "the file holds \(name)")
    }
  }

  @Test(arguments: [OfficeWriter.Format.odt, .docx])
  func `markup and paths in an office file are text`(format: OfficeWriter.Format) async throws {
    let made = try await Machine.office().write([OfficeSamples.file(Self.document, format)])
    let folder = try TestFolder()
    let file = try folder.write(try made[0].get(), to: "a.\(format.rawValue)")
    let part = format == .odt ? "content.xml" : "word/document.xml"
    let xml = try Tool("unzip", ["-p", file, part]).text
    #expect(xml.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(xml.contains("&lt;w:p/&gt;") && !xml.contains("root:x:0"))
    let names = try Tool("unzip", ["-Z1", file]).text
    #expect(!names.contains("media") && !names.contains("Pictures") && !names.contains("vba"))
  }

  @Test func `a child connects nowhere and opens only its own folder and its program`() async throws {
    guard case .module(let python) = try Machine.engine() else { return }
    let folder = try TestFolder()
    let trace = folder("trace")
    // An environment beside ours, whose python is the same one under strace.
    let bin = folder("typst/bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    let script =
      "#!/bin/sh\nexec strace -f -e trace=%network,open,openat,openat2,execve -o \(trace) \(python) \"$@\"\n"
    try Data(script.utf8).write(to: URL(filePath: "\(bin)/python3"))
    chmod("\(bin)/python3", 0o755)
    var setter = Typesetter(
      engine: .module(python: "\(bin)/python3"), fonts: Machine.fonts, temporary: folder.path)
    setter.longest = .seconds(240)
    let done = try await setter.set([Self.document.forPaper], dress: Machine.dress)
    #expect(done[0].bytes != nil)
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 40)
    #expect(lines.filter { $0.contains("socket(") || $0.contains("connect(") } == [])
    let environment = URL(filePath: python).deletingLastPathComponent().deletingLastPathComponent().path
    let base = try Tool(python, ["-I", "-c", "import sys; print(sys.base_prefix, end='')"]).text
    let allowed = [
      folder.path, environment, base + "/lib", "/usr/share/zoneinfo/UTC", "/usr/lib", "/lib", "/etc/ld.so",
      "/proc/", "/sys/", "/usr/bin", "/usr/local/lib",
      "/etc/localtime", "/dev/", "/usr/share/locale", "/etc/gai.conf", "/usr/pyvenv.cfg",
    ]
    for line in lines where line.contains("open") && !line.contains(" = -1 ") {
      guard let path = line.firstMatch(of: /"([^"]*)"/)?.1, path.hasPrefix("/") else { continue }
      #expect(allowed.contains { path.hasPrefix($0) }, "opened \(path)")
    }
  }

  @Test func `setting that takes too long is stopped and leaves nothing behind`() async throws {
    let folder = try TestFolder()
    var setter = try Machine.typesetter(temporary: folder.path)
    setter.longest = .milliseconds(1)
    await #expect(throws: PaperError.tooSlow(seconds: 0)) {
      try await setter.set(Samples.all.map(\.forPaper), dress: Machine.dress)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `a typesetter without memory says so`() async throws {
    var setter = try Machine.typesetter()
    setter.memoryBytes = 8 << 20
    await #expect(throws: PaperError.self) {
      try await setter.set([Samples.plan.forPaper], dress: Machine.dress)
    }
  }

  @Test(arguments: ["/etc/passwd", "../up", "pictures/../../up", "documents/0.json", "a", "pictures//a", ""])
  func `a file that would leave the folder is refused`(path: String) async throws {
    await #expect(throws: PaperError.badPath(path)) {
      try await Machine.typesetter().set(
        [Samples.plan.forPaper], dress: Machine.dress, files: [PaperFile(path: path, bytes: [])])
    }
  }

  @Test func `a machine without a typesetter is told apart`() {
    #expect(
      TypesetterEngine.find(beside: "/nonexistent/bin/kitbag", environment: ["PATH": "/nonexistent"]) == nil)
    #expect(OfficeWriter.findPandoc(in: ["PATH": "/nonexistent"]) == nil)
    #expect(PaperError.noTypesetter.hint.contains("web pages of the pack are complete"))
  }
}
