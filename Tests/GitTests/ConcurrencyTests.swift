import Foundation
import Git
import Testing

@Suite struct ConcurrencyTests {
  @Test func `four programs that publish at once lose nothing`() async throws {
    let folder = TestFolder("race")
    try Repository.create(folder.path)
    let script = "seq 20 | xargs -P 4 -I{} \"$1\" publish \"$2\""
    let outcome = try SystemGit.run(
      "/bin/sh", ["-c", script, "sh", Scenario.program("GitScenario"), folder.path], in: folder.path)
    #expect(outcome.status == 0, "\(outcome)")
    let git = SystemGit(folder.path)
    #expect(try git("rev-list", "--count", "refs/kitbag/operations") == "20")
    #expect(try git.faults() == "")
    #expect(try await Repository.open(folder.path).locks().isEmpty)
  }

  @Test func `git tidying up meanwhile loses nothing`() async throws {
    let kit = try KitFolder()
    try await kit.publish(try await kit.tree(["a": "a\n"]))
    let journal = try RefName.kitbag("operations")
    for round in 0..<4 {
      async let writing: Void = {
        for number in 0..<8 {
          let attachments = (0..<5).map { ("\($0)", Array("\(round) \(number) \($0)".utf8)) }
          try await kit.repository.append(
            to: journal, message: "\(round) \(number)", attachments: attachments, author: .ada())
        }
      }()
      try kit.git("gc", "-q")
      try await writing
    }
    let entries = try await kit.repository.entries(of: journal)
    #expect(entries.map(\.message) == (0..<4).flatMap { round in (0..<8).map { "\(round) \($0)\n" } })
    for entry in entries { #expect(try await kit.repository.files(in: entry.tree).count == 5) }
    #expect(try kit.git.faults() == "")
  }

  @Test(arguments: UInt64(0)..<30)
  func `whatever a batch holds, its pack is sound`(seed: UInt64) async throws {
    var random = Seeded(seed)
    let kit = try KitFolder()
    var batch = ObjectBatch()
    var last: [ObjectID] = []
    var texts: [ObjectID: [UInt8]] = [:]
    for step in 0..<Int.random(in: 1...6, using: &random) {
      var files: [TreeFile] = []
      for number in 0..<Int.random(in: 1...30, using: &random) {
        let line = "line \(random.pick([1, 2, 3, step])) of \(number)\n"
        let text = Array(String(repeating: line, count: Int.random(in: 0...200, using: &random)).utf8)
        let depth = String(repeating: "d/", count: Int.random(in: 0...4, using: &random))
        let id = try batch.add(blob: text, path: "\(depth)\(number)")
        texts[id] = text
        files.append(TreeFile(path: "\(depth)f\(number)", id: id))
      }
      let tree = try batch.add(files: files)
      last = [
        try batch.add(
          commit: NewCommit(tree: tree, parents: last, author: .ada(Int64(step)), message: "\(step)"))
      ]
    }
    let whole = batch
    try await kit.repository.write(whole, looseLimit: Int.random(in: 0...3, using: &random))
    try await kit.repository.move(.main, from: nil, to: last[0])
    let packs = try FileManager.default.contentsOfDirectory(atPath: kit.folder(".git/objects/pack"))
    #expect(packs.count <= 2)
    for pack in packs where pack.hasSuffix(".pack") {
      try kit.git("verify-pack", ".git/objects/pack/" + pack)
      try kit.git("index-pack", "--strict", "-o", kit.folder("index"), ".git/objects/pack/" + pack)
    }
    #expect(try kit.git.faults() == "")
    // Written again, it is there already.
    try await kit.repository.write(whole)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: kit.folder(".git/objects/pack")).count
        == packs.count)
    let fresh = try Repository.open(kit.folder.path)
    for (id, text) in texts { #expect(try await fresh.blob(id) == text) }
  }
}
