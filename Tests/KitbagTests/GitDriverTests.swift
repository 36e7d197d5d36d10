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
    #expect(merge.text.contains("guides/fishbowl.md #fishbowl: Both sides changed the same words."))
    let text = try folder.read("guides/fishbowl.md")
    for part in ["<<<<<<< ours\n", "six chairs", "\n=======\n", "seven stools", ">>>>>>> theirs\n"] {
      #expect(text.contains(part))
    }
    #expect(try folder.git("status", "--porcelain", "--untracked-files=no").text.hasPrefix("UU "))
  }

  @Test func `git diff speaks in terms of sections`() throws {
    let folder = try repository(ours: apart.ours, theirs: apart.theirs)
    let diff = try folder.git("diff", "main~1", "main").text
    #expect(diff.contains("guides/fishbowl.md, Fishbowl: one sentence reworded, one item added"))
    #expect(diff.contains("[-five-] {+six+}"))
    try folder.git("mv", "guides/fishbowl.md", "guides/bowl.md")
    try commit(folder, "rename")
    #expect(
      try folder.git("diff", "-M", "main~1", "main").text.contains("guides/fishbowl.md → guides/bowl.md"))
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
    #expect(try !folder.read(".git/config").contains("kitbag git-driver"))
    #expect(try folder.read(".git/config").hasPrefix(before))
  }

  @Test func `outside a repository it says so`() throws {
    let folder = try TestFolder()
    let run = try ProgramRun(["git-driver", "install"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("Your files are as they were."))
  }
}
