import Git
import Testing

@Suite struct HistoryTests {
  let folder = TestFolder("history")
  var git: SystemGit { SystemGit(folder.path) }

  /// Random histories with merges, criss-crosses, several roots and clocks that go wrong by years.
  @Test(arguments: UInt64(0)..<12)
  func `common versions and order are those that git finds`(seed: UInt64) async throws {
    let repository = try Repository.create(folder.path)
    var random = Seeded(seed)
    var batch = ObjectBatch()
    try batch.add(files: [])
    var histories: [[ObjectID]] = []
    for number in 0..<12 {
      histories.append(try Self.history(number, &random, &batch))
    }
    let whole = batch
    try await repository.write(whole)
    for (number, ids) in histories.enumerated() {
      let last = try #require(ids.last)
      try await repository.move(try .branch("h\(number)"), from: nil, to: last)
      for _ in 0..<2 {
        let one = random.pick(ids)
        let other = random.pick(ids)
        let expected = try git.run(["merge-base", "--all", "\(one)", "\(other)"]).text
          .split(separator: "\n").compactMap { ObjectID($0) }.sorted()
        #expect(try await repository.mergeBases(one, other) == expected)
        #expect(try await repository.isAncestor(one, of: other) == (expected == [one]))
      }
      let order = try await repository.history(from: [last])
      #expect(
        Set(order) == Set(try git("rev-list", "\(last)").split(separator: "\n").compactMap { ObjectID($0) }))
      try await Self.requireChildrenFirst(order, in: repository)
    }
    #expect(try git.faults() == "")
  }

  private static func history(
    _ number: Int, _ random: inout Seeded, _ batch: inout ObjectBatch
  ) throws -> [ObjectID] {
    var ids: [ObjectID] = []
    for step in 0..<Int.random(in: 3...25, using: &random) {
      var parents: [ObjectID] = []
      for _ in 0..<random.pick([0, 1, 1, 1, 1, 2, 2, 3]) where !ids.isEmpty {
        let parent = random.pick(Array(ids.suffix(5)))
        if !parents.contains(parent) { parents.append(parent) }
      }
      // One in five is written by a clock that is off by up to ten years.
      let drift = random.chance(20) ? Int64.random(in: -315_000_000...315_000_000, using: &random) : 0
      let time = 1_600_000_000 + Int64(step) * 60 + drift
      ids.append(
        try batch.add(
          commit: NewCommit(
            tree: .emptyTree, parents: parents, author: .ada(time), message: "\(number) \(step)")))
    }
    return ids
  }

  private static func requireChildrenFirst(_ order: [ObjectID], in repository: Repository) async throws {
    var seen: Set<ObjectID> = []
    for id in order {
      let commit = try await repository.commit(id)
      for parent in commit.parents { #expect(!seen.contains(parent)) }
      seen.insert(id)
    }
  }

  @Test func `a criss-cross has two common versions`() async throws {
    let repository = try Repository.create(folder.path)
    let root = try await repository.write(
      NewCommit(tree: .emptyTree, parents: [], author: .ada(1), message: "r"))
    func child(_ parents: [ObjectID], _ message: String) async throws -> ObjectID {
      try await repository.write(
        NewCommit(tree: .emptyTree, parents: parents, author: .ada(2), message: message))
    }
    let left = try await child([root], "left")
    let right = try await child([root], "right")
    let one = try await child([left, right], "one")
    let other = try await child([right, left], "other")
    #expect(try await repository.mergeBases(one, other) == [left, right].sorted())
    #expect(try await repository.mergeBases(left, one) == [left])
    let stranger = try await child([], "stranger")
    #expect(try await repository.mergeBases(one, stranger) == [])
    #expect(await gitError { try await repository.mergeBases(one, .zero) }?.kind == .notFound)
    #expect(try await repository.history(from: [one], hiding: [left], limit: 9).count == 2)
  }

  @Test func `a version keeps who, when and why`() async throws {
    let repository = try Repository.create(folder.path)
    let author = Signature(
      name: "Zoë", email: "zoe@example.org", time: Timestamp(seconds: 1_700_000_000, offset: -330))
    let message = Trailer.appending(
      [.coAuthor("Ben", email: "ben@example.org")], to: "Shorten the welcome\n\nIt took too long.")
    let id = try await repository.write(
      NewCommit(tree: .emptyTree, parents: [], author: author, committer: .ada(), message: message))
    let read = try await repository.commit(id)
    #expect(read.author == author)
    #expect(read.committer == .ada())
    #expect(read.message == message)
    #expect(read.summary == "Shorten the welcome")
    #expect(read.trailers == [Trailer(name: "Co-authored-by", value: "Ben <ben@example.org>")])
    #expect(
      try git(
        "log", "-1", "--format=%an|%ae|%ad|%cn|%(trailers:key=co-authored-by,valueonly)", "--date=raw",
        "\(id)")
        == "Zoë|zoe@example.org|1700000000 -0530|Ada|Ben <ben@example.org>\n")
    #expect(try git.faults() == "")
  }

  @Test(arguments: [
    ("", "", 0), ("<>", "<a\nb>", 0), (" .,Ben;' ", "b\u{0}@x", 99_999), ("\u{1B}[31mRed", "a@b", -99_999),
  ])
  func `names that a version cannot hold are cleaned`(name: String, email: String, offset: Int) async throws {
    let repository = try Repository.create(folder.path)
    let signature = Signature(name: name, email: email, time: Timestamp(seconds: -5, offset: offset))
    let id = try await repository.write(
      NewCommit(tree: .emptyTree, parents: [], author: signature, message: "x"))
    try await repository.move(.main, from: nil, to: id)
    #expect(try git.faults() == "")
    #expect(try await repository.commit(id).author.name.isEmpty == false)
  }

  @Test func `a message with a NUL is refused`() async throws {
    let repository = try Repository.create(folder.path)
    let commit = NewCommit(tree: .emptyTree, parents: [], author: .ada(), message: "a\u{0}b")
    #expect(await gitError { try await repository.write(commit) }?.kind == .invalid)
  }

  @Test func `trailers are only the last paragraph`() {
    #expect(Trailer.all(in: "Signed: x") == [])
    #expect(Trailer.all(in: "a\n\nb\n\nKey: v\n  more\nOther:w\n").map(\.value) == ["v more", "w"])
    #expect(Trailer.all(in: "a\n\nKey: v\nnot one\n") == [])
    let added = Trailer.appending([Trailer(name: "K", value: "1\n2")], to: "a\n\nJ: 0\n\n")
    #expect(added == "a\n\nJ: 0\nK: 1 2\n")
    #expect(Trailer.appending([Trailer(name: "J", value: "0")], to: added) == added)
  }
}
