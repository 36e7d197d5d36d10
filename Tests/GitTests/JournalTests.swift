import Git
import Testing

@Suite struct JournalTests {
  let folder = TestFolder("journal")

  @Test func `entries come back in order with their attachments`() async throws {
    let repository = try Repository.create(folder.path)
    let journal = try RefName.kitbag("reviews/one")
    #expect(try await repository.entries(of: journal).isEmpty)
    for number in 0..<5 {
      // A clock that runs backwards does not change the order.
      try await repository.append(
        to: journal, message: "Step \(number)\n", attachments: [("note.yaml", Array("n: \(number)\n".utf8))],
        author: .ada(1_700_000_000 - Int64(number) * 1_000))
    }
    let entries = try await repository.entries(of: journal)
    #expect(entries.map(\.message) == (0..<5).map { "Step \($0)\n" })
    let last = try #require(entries.last)
    let files = try await repository.files(in: last.tree)
    #expect(files.map(\.path) == ["note.yaml"])
    #expect(try await repository.blob(files[0].id) == Array("n: 4\n".utf8))
    #expect(try SystemGit(folder.path).faults() == "")
  }

  @Test(arguments: UInt64(0)..<20)
  func `two copies that join each other end up equal and whole`(seed: UInt64) async throws {
    var random = Seeded(seed)
    let journal = try RefName.kitbag("reviews/one")
    let copies = [try Repository.create(folder("a")), try Repository.create(folder("b"))]
    var written: [Set<String>] = [[], []]
    for step in 0..<12 {
      let side = Int.random(in: 0...1, using: &random)
      if random.chance(70) {
        let message = "\(side) \(step)\n"
        try await copies[side].append(
          to: journal, message: message, author: .ada(Int64.random(in: 1...99, using: &random)))
        written[side].insert(message)
      } else {
        try await join(side, copies, journal)
        written[side].formUnion(written[1 - side])
      }
      #expect(Set(try await copies[side].entries(of: journal).map(\.message)) == written[side])
    }
    try await join(0, copies, journal)
    try await join(1, copies, journal)
    try await join(0, copies, journal)
    let one = try await copies[0].entries(of: journal)
    #expect(one == (try await copies[1].entries(of: journal)))
    #expect(Set(one.map(\.message)) == written[0].union(written[1]))
    #expect(try await copies[0].target(of: journal) == copies[1].target(of: journal))
    #expect(try SystemGit(folder("a")).faults() == "")
  }

  /// Brings the other copy's journal over with git, and joins it.
  private func join(_ side: Int, _ copies: [Repository], _ journal: RefName) async throws {
    guard let other = try await copies[1 - side].target(of: journal) else { return }
    let git = SystemGit(folder(side == 0 ? "a" : "b"))
    try git("fetch", "-q", folder(side == 0 ? "b" : "a"), "\(journal):refs/seen/other")
    try await copies[side].join(other, into: journal)
  }

  @Test func `two copies that join each other at once make the same joint`() async throws {
    let journal = try RefName.kitbag("reviews/one")
    let one = try Repository.create(folder("a"))
    try await one.append(to: journal, message: "first", author: .ada())
    try SystemGit(folder.path)("clone", "-q", "--mirror", "a", "b")
    let other = try Repository.open(folder("b"), bare: true)
    try await one.append(to: journal, message: "here", author: .ada(5))
    try await other.append(to: journal, message: "there", author: .ada(6))
    let tips = (try await one.target(of: journal), try await other.target(of: journal))
    try SystemGit(folder("a"))("fetch", "-q", "../b", "\(journal):refs/seen/other")
    try SystemGit(folder("b"))("fetch", "-q", "../a", "\(journal):refs/seen/other")
    let left = try await one.join(try #require(tips.1), into: journal)
    let right = try await other.join(try #require(tips.0), into: journal)
    #expect(left == right)
    #expect(try await one.entries(of: journal).map(\.message) == ["first\n", "here\n", "there\n"])
  }
}
