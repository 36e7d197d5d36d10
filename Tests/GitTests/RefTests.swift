import Git
import Testing

@Suite struct RefTests {
  let folder = TestFolder("refs")
  var git: SystemGit { SystemGit(folder.path) }

  @Test(arguments: UInt64(0)..<30)
  func `refs move as git lets them move`(seed: UInt64) async throws {
    var random = Seeded(seed)
    let ours = try Repository.create(folder("ours"))
    let theirs = try Repository.create(folder("theirs"))
    var ids: [ObjectID] = []
    for number in 0..<4 {
      let commit = NewCommit(tree: .emptyTree, parents: [], author: .ada(), message: "\(number)")
      ids.append(try await ours.write(commit))
      #expect(try await theirs.write(commit) == ids.last)
    }
    let names = ["refs/heads/a", "refs/heads/b/c", "refs/kitbag/x", "refs/heads/a/b", "refs/tags/t"]
    let oracle = SystemGit(folder("theirs"))
    for step in 0..<20 {
      if step == 10 {
        try SystemGit(folder("ours"))("pack-refs", "--all")
        try oracle("pack-refs", "--all")
      }
      let ref = try RefName(random.pick(names))
      let old = random.chance(30) ? nil : random.pick(ids)
      let isRemoval = random.chance(25)
      let new = random.pick(ids)
      var arguments = ["update-ref"]
      if isRemoval {
        arguments += ["-d", ref.text, "\(old ?? ids[0])"]
      } else {
        arguments += [ref.text, "\(new)", "\(old ?? .zero)"]
      }
      let accepted = try oracle.run(arguments).status == 0
      let refusal = await gitError {
        if isRemoval {
          try await ours.remove(ref, at: old ?? ids[0])
        } else {
          try await ours.move(ref, from: old, to: new)
        }
      }
      #expect((refusal == nil) == accepted, "\(arguments): \(String(describing: refusal))")
    }
    let listed = try await ours.refs().map { "\($0.target) \($0.name)" }
    #expect(
      listed
        == (try oracle("for-each-ref", "--format=%(objectname) %(refname)")).split(separator: "\n").map(
          String.init))
    #expect(try SystemGit(folder("ours")).faults() == "")
  }

  @Test(arguments: [
    "", "main", "HEAD", "refs/heads", "refs/heads/", "refs//x", "refs/heads/../x", "refs/heads/.x",
    "refs/heads/x.lock",
    "refs/heads/x.", "refs/heads/a b", "refs/heads/a~1", "refs/heads/a^", "refs/heads/a:b", "refs/heads/a?",
    "refs/heads/*",
    "refs/heads/[", "refs/heads/a\\b", "refs/heads/a@{1}", "refs/heads/@", "refs/heads/-x", "refs/heads/a\nb",
    "refs/heads/a\u{0}b", "refs/heads/a\u{7F}", "--upload-pack=x", "main..other", "HEAD~1",
  ])
  func `only a well-formed name is a ref`(text: String) {
    #expect((try? RefName(text)) == nil)
  }

  @Test func `loops, dangling and odd refs do not stop the listing`() async throws {
    let repository = try Repository.create(folder.path)
    let id = try await repository.write(
      NewCommit(tree: .emptyTree, parents: [], author: .ada(), message: "x"))
    try await repository.move(.main, from: nil, to: id)
    try folder.write("ref: refs/heads/two\n", to: ".git/refs/heads/one")
    try folder.write("ref: refs/heads/one\n", to: ".git/refs/heads/two")
    try folder.write("ref: refs/heads/none\n", to: ".git/refs/heads/dangling")
    try folder.write("rubbish\n", to: ".git/refs/heads/rubbish")
    try folder.write("\(id)\n", to: ".git/refs/heads/odd~name")
    #expect(try await repository.refs().map(\.name.text) == ["refs/heads/main"])
    #expect(await gitError { try await repository.target(of: .branch("one")) } != nil)
    #expect(await gitError { try await repository.target(of: .branch("rubbish")) }?.kind == .corrupt)
  }

  @Test func `a branch names a version and nothing else`() async throws {
    let repository = try Repository.create(folder.path)
    let blob = try await repository.write([120], as: .blob)
    #expect(await gitError { try await repository.move(.main, from: nil, to: blob) }?.kind == .invalid)
    try await repository.move(.kitbag("note"), from: nil, to: blob)
    #expect(try await repository.head() == nil)
    #expect(try git.faults() == "")
  }

  @Test func `tags are as git makes them`() async throws {
    let repository = try Repository.create(folder.path)
    let id = try await repository.write(
      NewCommit(tree: .emptyTree, parents: [], author: .ada(), message: "x"))
    let named = try await repository.createTag("v1", of: id, tagger: .ada(), message: "Round one")
    try await repository.createTag("light", of: id)
    #expect(try git("cat-file", "-t", "v1") == "tag")
    try git("tag", "-a", "-m", "Round one", "v2", "\(id)")
    #expect(
      try git("cat-file", "tag", "v2").replacing("v2", with: "v1") == (try git("cat-file", "tag", "v1")))
    #expect(try await repository.tags().map(\.name) == ["light", "v1", "v2"])
    let tag = try await repository.tag(named)
    #expect(tag.message == "Round one\n")
    #expect(tag.tagger == .ada())
    #expect(try await repository.version(behind: named) == id)
    #expect(await gitError { try await repository.createTag("v1", of: id) }?.kind == .exists)
    #expect(await gitError { try await repository.createTag("bad name", of: id) }?.kind == .invalid)
    #expect(try git.faults() == "")
  }

  @Test func `many writers at once lose nothing`() async throws {
    let folder = folder
    let repository = try Repository.create(folder.path)
    let journal = try RefName.kitbag("operations")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let own = try Repository.open(folder.path)
          for number in 0..<10 {
            try await own.append(to: journal, message: "\(writer) \(number)", author: .ada())
          }
        }
      }
      try await group.waitForAll()
    }
    let entries = try await repository.entries(of: journal)
    #expect(Set(entries.map(\.message)).count == 80)
    #expect(try git.faults() == "")
  }
}
