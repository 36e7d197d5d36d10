import Foundation
import Testing

/// A folder for one test, removed when the test is over.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kitbag-check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  /// The contents of all files by their paths.
  var contents: [String: Data] {
    var contents: [String: Data] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [] {
      contents[path] = FileManager.default.contents(atPath: folder.appending(path: path).path)
    }
    return contents
  }
}

@Suite struct CheckCommandTests {
  static let identity = """
    kitbag: 1
    id: small
    title: Small
    purpose: Be checked.
    version: 1.0.0
    licence: CC-BY-4.0
    owner: london
    attribution: []

    """

  /// A hostile or broken file, and the rule that names it.
  struct Fault: Sendable, CustomStringConvertible {
    let name: String
    let path: String
    let bytes: [UInt8]
    let rule: String
    var description: String { name }

    init(_ name: String, _ path: String, _ text: String, _ rule: String) {
      (self.name, self.path, self.bytes, self.rule) = (name, path, Array(text.utf8), rule)
    }

    init(_ name: String, _ path: String, bytes: [UInt8], _ rule: String) {
      (self.name, self.path, self.bytes, self.rule) = (name, path, bytes, rule)
    }
  }

  private static let bomb =
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + (1..<9).map { "b\($0): &b\($0) [*\($0 == 1 ? "a" : "b\($0 - 1)"),*\($0 == 1 ? "a" : "b\($0 - 1)")]\n" }
    .joined()
  private static let plan = "plans/p.yaml"
  private static let guide = "guides/g.md"
  private static func prose(_ body: String) -> String { "---\ntitle: G\nrole: host\n---\n\n\(body)\n" }

  /// One or more for each row of the threats to YAML and Markdown that concerns reading.
  static let faults: [Fault] = [
    Fault("Y1 alias bomb", plan, bomb, "unreadable"),
    Fault("Y4 duplicate keys", plan, "title: A\n\"title\": B\n", "unreadable"),
    Fault("Y5 minutes as a clock", plan, "title: A\nblocks:\n  - { id: a, minutes: 1:20 }\n", "wrong-type"),
    Fault("Y5 Norway", "group.yaml", "id: no\nname: no\narea: 012\nmaster: no\n", "wrong-type"),
    Fault("Y6 depth", plan, "a: " + String(repeating: "[", count: 2000), "unreadable"),
    Fault("Y7 tag", plan, "title: !!python/object:os.system x\n", "unreadable"),
    Fault("Y7 directive", plan, "%YAML 1.2\n---\ntitle: A\n", "unreadable"),
    Fault("Y7 several documents", plan, "title: A\n---\ntitle: B\n", "unreadable"),
    Fault("Y8 not UTF-8", plan, bytes: Array("title: ".utf8) + [0xFF, 0xFE, 0x0A], "unreadable"),
    Fault("Y8 zero byte", plan, bytes: Array("title: a".utf8) + [0] + Array("b\n".utf8), "unreadable"),
    Fault("Y8 UTF-16", plan, bytes: [0xFF, 0xFE, 0x74, 0x00, 0x3A, 0x00], "unreadable"),
    Fault("Y8 lone carriage return", plan, "title: A\rpurpose: B\n", "unreadable"),
    Fault("Y12 zero-width id", plan, "title: A\nblocks:\n  - { id: \"a\u{200B}b\" }\n", "bad-form"),
    Fault("Y12 confusable id", plan, "title: A\nblocks:\n  - { id: \"аdmin\" }\n", "bad-form"),
    Fault(
      "Y13 path out of the kit", plan, "title: A\nblocks:\n  - { id: a, resources: [../../x] }\n", "bad-form"),
    Fault("Y13 link out of the kit", guide, prose("[x](../../../etc/passwd)"), "missing-link"),
    Fault("Y13 absolute link", guide, prose("[x](file:///etc/passwd)"), "missing-link"),
    Fault("M1 raw HTML", guide, prose("<img src=x onerror=alert(1)>"), "raw-html"),
    Fault("M2 script link", guide, prose("[x](javascript:alert(1))"), "unsafe-link"),
    Fault("M2 data link", guide, prose("[x](data:text/html;base64,AAAA)"), "unsafe-link"),
    Fault(
      "M8 nested quotes", guide, prose(String(repeating: ">", count: 50_000) + " {{nobody}}"),
      "unknown-parameter"),
    Fault("M9 remote picture", guide, prose("![x](https://example.org/beacon.png)"), "remote-picture"),
    Fault("M10 picture out of the kit", guide, prose("![x](../../etc/passwd)"), "missing-link"),
    Fault("M12 template code", guide, prose("{{ constructor.constructor('x')() }}"), "bad-parameter"),
    Fault("M13 unclosed front matter", guide, "---\ntitle: G\n\nWords.\n", "front-matter"),
    Fault("M13 broken front matter", guide, "---\ntitle: [\n---\n\nWords.\n", "unreadable"),
  ]

  @Test(arguments: faults)
  func `a broken file is named with its place, and nothing is changed`(fault: Fault) throws {
    let scratch = try Scratch()
    try scratch.write(Self.identity, to: "kit.yaml")
    try scratch.write(fault.bytes, to: fault.path)
    let before = scratch.contents
    let run = try ProgramRun(["check", scratch.folder.path, "--json"])
    #expect([0, 1].contains(run.status), "\(run.errors)")
    let report = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let found = (report["diagnostics"] as? [[String: Any]] ?? []).filter {
      $0["rule"] as? String == fault.rule
    }
    let first = try #require(found.first { $0["path"] as? String == fault.path }, "\(run.text)")
    #expect(first["line"] is Int)
    #expect((first["remedy"] as? String)?.isEmpty == false)
    #expect(scratch.contents == before)
    for command in [["show", "-C", scratch.folder.path], ["show", "p", "-C", scratch.folder.path]] {
      #expect(try ProgramRun(command).status <= 1)
      #expect(try ProgramRun(command).status >= 0)
    }
  }

  @Test func `pathological Markdown takes no time to speak of`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.identity, to: "kit.yaml")
    let bodies = [
      "[", "[](", "![a](", "**a ", "`", "<", "| a ", "> ", "- ", "{{", "a@b.c ", "[a](b", "](", "http://",
    ]
    for (number, piece) in bodies.enumerated() {
      try scratch.write(
        Self.prose(String(repeating: piece, count: 100_000 / piece.count)), to: "guides/g\(number).md")
      try scratch.write(
        Self.prose(String(repeating: piece + "\n", count: 20_000)), to: "guides/l\(number).md")
    }
    let run = try ProgramRun(["check", scratch.folder.path, "--format", "sarif"])
    #expect([0, 1].contains(run.status))
  }

  @Test func `links, pipes and names that are no text are told, not followed`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.identity, to: "kit.yaml")
    let folder = scratch.folder.path
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.md", withDestinationPath: "/etc/passwd")
    try FileManager.default.createSymbolicLink(atPath: folder + "/guides", withDestinationPath: "/etc")
    #expect(mkfifo(folder + "/pipe.md", 0o600) == 0)
    try scratch.write("x", to: "a b\u{1B}[2J.md")
    try scratch.write("x", to: "notes/NUL.txt")
    try scratch.write("x", to: "notes/Same.txt")
    try scratch.write("x", to: "notes/same.txt")
    let run = try ProgramRun(["check", folder])
    #expect(run.status == 1)
    #expect(run.text.components(separatedBy: "[not-a-file]").count == 4)
    #expect(run.text.components(separatedBy: "[bad-path]").count == 3)
    #expect(run.text.contains("[same-path]"))
    #expect(!run.text.contains("\u{1B}"))
    #expect(!run.text.contains("root:"))
  }

  @Test func `exit codes say how it stands`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.identity, to: "kit.yaml")
    #expect(try ProgramRun(["check", scratch.folder.path]).status == 0)
    #expect(try ProgramRun(["check"], in: scratch.folder).status == 0)
    #expect(try ProgramRun(["check", "-C", scratch.folder.path]).status == 0)
    try scratch.write("title: Cards\nkind: handouts\n", to: "resources/a.pdf.yaml")
    #expect(try ProgramRun(["check", scratch.folder.path]).status == 1)
    #expect(try ProgramRun(["check", "/nowhere/at/all"]).status == 1)
    #expect(try ProgramRun(["check", "--format", "xml"]).status == 64)
    #expect(try ProgramRun(["check", "--json", "--format", "sarif"]).status == 64)
    #expect(try ProgramRun(["show", "--start", "noon", "-C", scratch.folder.path]).status == 64)
    #expect(try ProgramRun(["show", "nothing", "-C", scratch.folder.path]).status == 1)
  }

  @Test func `a folder that is no kit is told so`() throws {
    let scratch = try Scratch()
    let run = try ProgramRun(["check", scratch.folder.path])
    #expect(run.status == 1)
    #expect(run.text.contains("There is no kit.yaml"))
    #expect(try ProgramRun(["show", "-C", scratch.folder.path]).status == 1)
  }

  @Test func `SARIF is JSON with the properties that forges need`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.identity.replacing("small", with: "Sm all"), to: "kit.yaml")
    let run = try ProgramRun(["check", scratch.folder.path, "--format", "sarif"])
    let log = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let first = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(first["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      #expect(result["ruleId"] is String && result["level"] is String)
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: Any])
      let region = try #require(physical["region"] as? [String: Any])
      #expect(region["startLine"] is Int && region["startColumn"] is Int)
    }
  }
}

@Suite struct ImportCommandTests {
  @Test func `an import makes a kit beside the material and overwrites nothing`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "---\ntitle: One\nteaching: 10\nexercises: 5\n---\n\nWords.\n", to: "material/01-one.md")
    let arguments = ["import", "material", "--as", "made", "--licence", "CC-BY-4.0"]
    let run = try ProgramRun(arguments, in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("What needs a hand:"))
    #expect(try ProgramRun(["check", "made"], in: scratch.folder).status == 0)
    let before = scratch.contents
    let again = try ProgramRun(arguments, in: scratch.folder)
    #expect(again.status == 1)
    #expect(again.errors.contains("Nothing was written."))
    #expect(scratch.contents == before)
  }

  @Test func `an import says what it needs`() throws {
    let scratch = try Scratch()
    try scratch.write("# Hello\n\nWords.\n", to: "material/page.md")
    #expect(try ProgramRun(["import", "material"], in: scratch.folder).status == 64)
    #expect(try ProgramRun(["import", "material", "--as", "No Id"], in: scratch.folder).status == 64)
    #expect(try ProgramRun(["import", "nowhere", "--as", "made"], in: scratch.folder).status == 1)
    let run = try ProgramRun(
      ["import", "material", "--as", "made", "--to", "deep/er", "--json"], in: scratch.folder)
    let json = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect((json["files"] as? [String])?.contains("kit.yaml") == true)
    #expect(FileManager.default.fileExists(atPath: scratch.folder.appending(path: "deep/er/kit.yaml").path))
  }
}
