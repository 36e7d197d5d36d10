import Foundation
import Testing

@Suite struct GitDriverTests {
  private let base = """
    ## Fishbowl {#fishbowl}

    Put five chairs in a ring and leave one of them empty for whoever wants to speak next.

    - pens
    - paper

    """

  /// A repository with the drivers, and two branches that changed the same line of a guide.
  private func repository(ours: (String) -> String, theirs: (String) -> String) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.git("init", "-q")
    try folder.write("guides/fishbowl.md", base)
    try commit(folder, "base")
    let run = try ProgramRun(["git-driver", "install"], in: folder.url)
    #expect(run.status == 0)
    try folder.git("checkout", "-q", "-b", "theirs")
    try folder.write("guides/fishbowl.md", theirs(base))
    try commit(folder, "theirs")
    try folder.git("checkout", "-q", "main")
    try folder.write("guides/fishbowl.md", ours(base))
    try commit(folder, "ours")
    return folder
  }

  private func commit(_ folder: TestFolder, _ message: String) throws {
    try folder.git("add", "-A", "guides")
    #expect(try folder.git("commit", "-q", "-m", message).status == 0)
  }

  private let apart: (ours: (String) -> String, theirs: (String) -> String) = (
    { $0.replacing("five chairs", with: "six chairs").replacing("- paper", with: "- paper\n- tape") },
    { $0.replacing("speak next", with: "speak").replacing("- paper", with: "- paper\n- cards") }
  )

  private let together = """
    ## Fishbowl {#fishbowl}

    Put six chairs in a ring and leave one of them empty for whoever wants to speak.

    - pens
    - paper
    - tape
    - cards

    """

  @Test func `git merge brings together what it could not alone`() throws {
    let folder = try repository(ours: apart.ours, theirs: apart.theirs)
    #expect(try ProgramRun(["git-driver", "remove"], in: folder.url).status == 0)
    #expect(try folder.git("merge", "theirs").status == 1, "git alone must stop here, or this shows nothing")
    try folder.git("merge", "--abort")
    #expect(try ProgramRun(["git-driver", "install"], in: folder.url).status == 0)
    #expect(try folder.git("merge", "theirs").status == 0)
    #expect(try folder.read("guides/fishbowl.md") == together)
    #expect(try folder.git("status", "--porcelain", "--untracked-files=no").text.isEmpty)
  }

  @Test func `git rebase does the same`() throws {
    let folder = try repository(ours: apart.ours, theirs: apart.theirs)
    #expect(try folder.git("rebase", "theirs").status == 0)
    // In a rebase git calls the other branch ours, so its item comes first.
    #expect(
      try folder.read("guides/fishbowl.md")
        == together.replacing("- tape\n- cards", with: "- cards\n- tape"))
  }

  @Test func `a clash gets git's markers and is told in words`() throws {
    let folder = try repository(
      ours: { $0.replacing("five chairs", with: "six chairs") },
      theirs: { $0.replacing("five chairs", with: "seven stools") })
    let merge = try folder.git("merge", "theirs")
    #expect(merge.status == 1)
    #expect(merge.text.contains("guides/fishbowl.md, Fishbowl: Both sides changed the same words."))
    let text = try folder.read("guides/fishbowl.md")
    for part in ["<<<<<<< ours\n", "six chairs", "\n=======\n", "seven stools", ">>>>>>> theirs\n"] {
      #expect(text.contains(part))
    }
    #expect(try folder.git("status", "--porcelain", "--untracked-files=no").text.hasPrefix("UU "))
  }

  @Test func `git diff speaks in terms of sections`() throws {
    let folder = try repository(ours: apart.ours, theirs: apart.theirs)
    let diff = try folder.git("diff", "main~1", "main").text
    #expect(diff.contains("guides/fishbowl.md\n  Fishbowl: one sentence reworded, one item added"))
    #expect(diff.contains("[-five-] {+six+}"))
    try folder.git("mv", "guides/fishbowl.md", "guides/bowl.md")
    try commit(folder, "rename")
    #expect(
      try folder.git("diff", "-M", "main~1", "main").text.contains("was called guides/fishbowl.md before"))
  }

  @Test func `installing twice is installing once, and removing leaves what was there`() throws {
    let folder = try TestFolder()
    try folder.git("init", "-q")
    try folder.write(".git/info/attributes", "*.png -text\n")
    let before = try folder.read(".git/config")
    for _ in 0..<2 { #expect(try ProgramRun(["git-driver", "install"], in: folder.url).status == 0) }
    #expect(try folder.read(".git/info/attributes").components(separatedBy: "*.md merge=kitbag").count == 2)
    #expect(try ProgramRun(["git-driver", "remove"], in: folder.url).status == 0)
    #expect(try folder.read(".git/info/attributes") == "*.png -text\n")
    #expect(try folder.read(".git/config") == before)
  }

  @Test func `outside a repository it says so`() throws {
    let folder = try TestFolder()
    let run = try ProgramRun(["git-driver", "install"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("This folder is in no git repository."))
    #expect(!run.errors.contains("kit."))
  }

  @Test(arguments: [
    ("*.md", true), ("my notes/*.md", true), ("#a.md", true), ("[a]*.md", true), ("", false), ("  ", false),
    ("!*.md", false), ("a\nb", false),
  ])
  func `names of files are taken as git takes them, or refused`(pattern: String, isTaken: Bool) throws {
    let folder = try TestFolder()
    try folder.git("init", "-q")
    let run = try ProgramRun(["git-driver", "install", "--files", pattern], in: folder.url)
    #expect(run.status == (isTaken ? 0 : 64))
    if isTaken {
      let file = pattern.replacing("*", with: "x").replacing("[a]", with: "a")
      #expect(try folder.git("check-attr", "merge", "--", file).text.hasSuffix("merge: kitbag\n"))
    } else {
      #expect(try !folder.read(".git/config").contains("kitbag"))
    }
  }

  @Test func `git diff tells what is in a new file and what a mode means`() throws {
    let folder = try repository(ours: apart.ours, theirs: apart.theirs)
    try folder.write(
      "plans/a.yaml", "title: Evening\nblocks:\n  - id: w\n    title: Welcome\n    minutes: 10\n")
    try folder.git("add", "plans")
    let diff = try folder.git("diff", "--cached").text
    #expect(
      diff == "Evening (plans/a.yaml)\n  A new plan: one block, 10 minutes\n      Welcome (10 minutes)\n\n")
    try folder.git("commit", "-q", "-m", "plan")
    try folder.git("update-index", "--chmod=+x", "plans/a.yaml")
    #expect(
      try folder.git("diff", "--cached").text
        == "plans/a.yaml\n  File mode 100644 → 100755: it may now be run as a program.\n\n")
  }

  @Test func `git diff in the middle of a merge names the open files`() throws {
    let folder = try repository(
      ours: { $0.replacing("five chairs", with: "six chairs") },
      theirs: { $0.replacing("five chairs", with: "seven stools") })
    try folder.git("merge", "theirs")
    let diff = try folder.git("diff", "--base")
    #expect(diff.status == 0)
    #expect(!diff.text.contains("Usage"))
    #expect(!diff.text.contains("could not"))
  }

  @Test func `where the program is gone git merges and compares by itself, and says so`() throws {
    let folder = try repository(
      ours: { $0.replacing("five chairs", with: "six chairs") },
      theirs: { $0.replacing("five chairs", with: "seven stools") })
    let config = try folder.read(".git/config")
    try folder.write(".git/config", config.replacing(ProgramRun.program.path, with: "/nowhere/kitbag"))
    let merge = try folder.git("merge", "theirs")
    #expect(merge.status == 1)
    #expect(merge.text.contains("kitbag: could not merge guides/fishbowl.md; git merges its lines instead."))
    #expect(try folder.read("guides/fishbowl.md").contains("<<<<<<< ours"))
    try folder.git("merge", "--abort")
    let diff = try folder.git("diff", "main~1", "main")
    #expect(diff.status == 0)
    #expect(diff.text.contains("-Put five chairs"))
    #expect(diff.text.contains("these are git's lines"))
  }

  @Test func `where the program fails git merges by itself`() throws {
    let folder = try repository(ours: apart.ours, theirs: apart.theirs)
    try folder.write("kitbag", "#!/bin/sh\nexit 70\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "kitbag").path)
    let config = try folder.read(".git/config")
    let stub = folder.url.appending(path: "kitbag").path
    try folder.write(".git/config", config.replacing(ProgramRun.program.path, with: stub))
    let merge = try folder.git("merge", "theirs")
    #expect(merge.status == 1)
    #expect(try folder.read("guides/fishbowl.md").contains("<<<<<<< ours"))
  }
}
