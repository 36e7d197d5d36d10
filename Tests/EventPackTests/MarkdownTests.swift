import EventPack
import Foundation
import KitCore
import Testing

@Suite struct MarkdownTests {
  /// The page of a handout with this Markdown.
  private func page(_ markdown: String) throws -> String {
    let handout = "---\ntitle: A handout\nkind: handout\nreveal: before\n---\n\n" + markdown
    let request = try SampleKit.request(
      "pogo-monthly-call/call", changing: ["resources/zz-trial.md": handout])
    let pack = try Pack(try PackContent(request))
    return String(
      decoding: try #require(pack.files.first { $0.path == "participants/zz-trial.html" }).bytes,
      as: UTF8.self)
  }

  @Test func `tables, tasks, notes and numbered lists arrive on the page`() throws {
    let page = try page(
      "| a | b |\n| --- | ---: |\n| x | 1 |\n\n- [ ] open\n- [x] done\n\nText[^1].\n\n[^1]: The note.\n\n3. three\n4. four\n\n~~gone~~\n"
    )
    for part in [
      "<th scope=\"col\">a</th>", "<td class=\"num\">1</td>", "<input type=\"checkbox\"> <span>open",
      "checked> <span>done",
      "href=\"#note-1\"", "<li id=\"note-1\"", "<ol start=\"3\">", "<s>gone</s>",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<base href=https://evil.example>", "<form action=https://evil.example><input></form>",
    "text <b onclick=x()>bold</b>",
    "[x](javascript:alert(1))", "[x](java\tscript:alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](file:///etc/passwd)", "[x](vbscript:x)",
    "![x](https://evil.example/beacon.png)",
    "![x](../../etc/passwd)", "![x](/etc/passwd)", "[x]( javascript:alert(1) )",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)", "<style>*{display:none}</style>",
    "<a href=\"javascript:alert(1)\">x</a>",
  ])
  func `nothing of a stranger's text runs or is fetched`(markdown: String) throws {
    let page = try page(markdown + "\n")
    let main = try #require(page.firstRange(of: "<main"))
    let text = page[main.lowerBound...]
    for bad in [
      "<script", "onerror", "onload", "onclick=", "<iframe", "<base", "<form", "<style", "<svg", "<img",
      "src=", "href=\"javascript", "href=\"java", "href=\"data", "href=\"file", "href=\"vbscript",
      "evil.example\"", "passwd\"",
    ] {
      #expect(!text.lowercased().contains(bad), "\(bad)")
    }
  }

  @Test(arguments: [
    String(repeating: "![[]()", count: 30_000), String(repeating: "> ", count: 50_000) + "x",
    "|" + String(repeating: " a |", count: 5_000) + "\n|" + String(repeating: " - |", count: 5_000) + "\n",
    String(repeating: "`", count: 20_000), String(repeating: "[", count: 50_000),
    String(repeating: "*a_ ", count: 50_000),
    String(repeating: "<!A ", count: 50_000), String(repeating: "- ", count: 10_000) + "x",
    String(repeating: "a[^1] ", count: 5_000) + "\n\n[^1]: x\n", String(repeating: "x", count: 2 << 20),
    (0..<400).map { String(repeating: " ", count: $0) + "- x\n" }.joined(),
  ])
  func `what would take a parser for ever is refused with its line`(markdown: String) throws {
    let fault = try #require(throws: PackFault.self) { try page(markdown) }
    #expect(fault.diagnostics.first?.rule == "too-complex")
    #expect(fault.diagnostics.first?.line != nil)
  }

  @Test func `headings follow one another without a gap, whatever the writer chose`() throws {
    let page = try page("# One\n\n#### Two\n\n## Three {#three}\n\n###### Four\n")
    for part in [
      "<h2 id=\"one\">One</h2>", "<h3 id=\"two\">Two</h3>", "<h3 id=\"three\">Three</h3>",
      "<h4 id=\"four\">Four</h4>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test func `pictures of the kit are staged without what the camera wrote`() throws {
    let markdown = "![A wall of cards](wall.png)\n"
    let handout = "---\ntitle: A handout\nkind: handout\nreveal: before\n---\n\n" + markdown
    var request = try SampleKit.request(
      "pogo-monthly-call/call", changing: ["resources/zz-trial.md": handout])
    request = PackRequest(
      kit: try kit(request.kit, adding: "resources/wall.png", Self.png), event: request.event)
    let pack = try Pack(try PackContent(request))
    let picture = try #require(pack.files.first { $0.path == "pictures/resources-wall.png" })
    #expect(!String(decoding: picture.bytes, as: UTF8.self).contains("Somewhere"))
    let page = try #require(pack.files.first { $0.path == "participants/zz-trial.html" })
    #expect(
      String(decoding: page.bytes, as: UTF8.self).contains(
        "<img src=\"../pictures/resources-wall.png\" alt=\"A wall of cards\">"))
  }

  private func kit(_ kit: Kit, adding path: String, _ bytes: [UInt8]) throws -> Kit {
    var files = [path: bytes]
    for known in kit.files.paths { files[known.text] = kit.files[known] }
    return try #require(
      KitReading.read(KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) }).files).kit)
  }

  /// A picture of one point, with a text that tells where it was made.
  private static let png: [UInt8] = {
    func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
      let count = UInt32(data.count)
      return [UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)]
        + Array(name.utf8) + data + [0, 0, 0, 0]
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
      + chunk("tEXt", Array("Place\0Somewhere".utf8)) + chunk("IDAT", [0x78, 0x9C, 0x62, 0, 0, 0, 2, 0, 1])
      + chunk("IEND", [])
  }()
}
