import Foundation
import Testing

/// Where an import takes material from, and what it refuses.
@Suite struct ImportSourceTests {
  private static let lesson = "---\ntitle: One\nteaching: 10\nexercises: 5\n---\n\nWords.\n"

  /// A repository with a lesson, without files beside it.
  private func bareRepository() throws -> (folder: TestFolder, version: String) {
    let folder = try TestFolder()
    try folder.write("work/01-one.md", Self.lesson)
    try folder.write("work/.github/x.yml", "a: b\n")
    try folder.git("init", "-q", "work")
    try folder.git("-C", "work", "add", "-A")
    try folder.git("-C", "work", "commit", "-qm", "One")
    try folder.git("clone", "-q", "--bare", "work", "material.git")
    // What a repository would run must not run.
    let hook = folder.url.appending(path: "material.git/hooks/post-checkout")
    try Data("#!/bin/sh\ntouch '\(folder.url.path)/ran'\n".utf8).write(to: hook)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
    let version = try folder.git("-C", "material.git", "rev-parse", "HEAD").text.trimmingCharacters(
      in: .whitespacesAndNewlines)
    return (folder, version)
  }

  @Test func `a repository is imported with its version, and nothing of it is run or left`() throws {
    let (folder, version) = try bareRepository()
    let scratch = try TestFolder()
    try scratch.write("keep", "")
    let arguments = ["import", folder.url.path + "/material.git", "--as", "made", "--licence", "CC-BY-4.0"]
    let run = try ProgramRun(arguments, in: folder.url, environment: ["TMPDIR": scratch.url.path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains(version.prefix(10)))
    let kit = try folder.read("made/kit.yaml")
    #expect(kit.contains("from version \(version)"))
    #expect(!kit.contains(folder.url.path))
    #expect(try ProgramRun(["check", "made"], in: folder.url).status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/ran"))
    let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path)
    #expect(left.filter { $0 != "keep" && $0 != "kitbag-\(geteuid())" } == [])
    let json = try ProgramRun(arguments + ["--to", "again", "--json"], in: folder.url)
    #expect(json.text.contains(version))
  }

  @Test func `a repository that is not there is told as one`() throws {
    let folder = try TestFolder()
    let run = try ProgramRun(["import", "nowhere.git", "--as", "made"], in: folder.url)
    #expect(run.status == 1)
    #expect(!run.errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/made"))
    let odd = try ProgramRun(["import", "ext::sh -c touch% x", "--as", "made"], in: folder.url)
    #expect(odd.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/x"))
  }

  @Test(arguments: [
    ["material", "--to", "material/made"], [".", "--to", "made"], ["material", "--to", "./material/a/b"],
    ["."],
  ])
  func `a kit inside its own material is refused`(arguments: [String]) throws {
    let folder = try TestFolder()
    try folder.write("material/01-one.md", Self.lesson)
    let run = try ProgramRun(["import"] + arguments + ["--as", "made"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("inside the material"))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted() == [
        "material", "material/01-one.md",
      ])
  }

  @Test func `what is a kit already is told so`() throws {
    let folder = try TestFolder()
    let kit = ProgramRun.repository.appending(path: "kits/group-launch").path
    let run = try ProgramRun(["import", kit, "--as", "made"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("is a kit already") && run.errors.contains("kitbag fork"))
  }

  @Test
  func
    `office documents become pages where pandoc is installed, in its sandbox, and are listed where it is not`()
    throws
  {
    let folder = try TestFolder()
    try folder.write("material/guide.docx", "no real document")
    let without = try ProgramRun(
      ["import", "material", "--as", "one"], in: folder.url, environment: ["PATH": folder.url.path])
    #expect(without.status == 0)
    #expect(without.text.contains("“pandoc”"))
    #expect(FileManager.default.fileExists(atPath: folder.url.path + "/one/resources/guide.docx"))
    let script = "#!/bin/sh\necho '# Guide'; echo; echo \"Called with $*.\"; for f; do :; done; cat \"$f\"\n"
    try folder.write("bin/pandoc", script)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.path + "/bin/pandoc")
    let run = try ProgramRun(
      ["import", "material", "--as", "two"], in: folder.url,
      environment: ["PATH": folder.url.path + "/bin:/usr/bin:/bin"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("turned into text"))
    let page = try folder.read("two/guides/guide.md")
    #expect(page.contains("Called with --sandbox --from=docx --to=gfm") && page.contains("no real document"))
  }

  @Test func `what is dropped, rounded or taken out is listed`() throws {
    let folder = try TestFolder()
    try folder.write(
      "material/guide.md",
      """
      ---
      title: Guide
      layout: page
      ---

      # Guide

      ## Activity 1 — 12.5 minutes

      Purpose: Meet each other. And then some.

      Ring 07911 123456 or write to jo@borsetshire.gov.uk; an example is 020 7946 0958.

      {: .box}

      """)
    try folder.write("material/site.css", "a")
    let run = try ProgramRun(["import", "material", "--as", "made", "--json"], in: folder.url)
    for words in [
      "layout", "rounded to 13 minutes", "A telephone number was taken out",
      "An e-mail address was taken out",
      "set aside for examples", "website's programs", "site.css",
    ] {
      #expect(run.text.contains(words), "\(words)")
    }
    #expect(try ProgramRun(["check", "made"], in: folder.url).status == 0)
  }
}
