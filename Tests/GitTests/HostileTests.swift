import Foundation
import Git
import Testing

/// Objects that git would never write, made by hand: reading them gives an error that names the place, and no more.
@Suite struct HostileTests {
  let folder = TestFolder("hostile")
  let repository: Repository
  var git: SystemGit { SystemGit(folder.path) }

  init() throws { repository = try Repository.create(folder.path) }

  private func raw(_ kind: String, _ bytes: [UInt8]) throws -> ObjectID {
    try #require(ObjectID(try git("hash-object", "-t", kind, "-w", "--stdin", "--literally", input: bytes)))
  }

  private func line(_ mode: String, _ name: [UInt8], _ id: ObjectID) -> [UInt8] {
    Array("\(mode) ".utf8) + name + [0] + id.bytes
  }

  @Test(arguments: [
    "..", ".", "", "a/b", "a\\b", ".git", ".GIT", "git~1", "GIT~1", ".git.", ".git ",
    ".git::$INDEX_ALLOCATION",
    ".g\u{200C}it", ".gi\u{FEFF}t", ".Git:x", String(repeating: "n", count: 256),
  ])
  func `names that lead somewhere else are refused`(name: String) async throws {
    let blob = try await repository.write([120], as: .blob)
    let inner = try raw("tree", line("100644", Array(name.utf8), blob))
    let tree = try raw("tree", line("40000", Array("plans".utf8), inner))
    let error = await gitError { try await repository.files(in: tree) }
    #expect(error?.kind == .invalid)
    #expect(error?.path == "plans")
    var batch = ObjectBatch()
    #expect(throws: GitError.self) { try batch.add(tree: [TreeEntry(name: name, mode: .file, id: blob)]) }
    if name != "a/b" {
      #expect(throws: GitError.self) { try batch.add(files: [TreeFile(path: "a/" + name + "/b", id: blob)]) }
    }
    #expect(await gitError { try await repository.checkout(from: nil, to: tree) }?.kind == .invalid)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [".git"])
  }

  @Test(arguments: [
    "0100644", "100600", "100777", "0", "160001", "+100644", "1006449999999999", "99", "abc", "",
  ])
  func `modes that git does not write are refused`(mode: String) async throws {
    let blob = try await repository.write([120], as: .blob)
    let tree = try raw("tree", line(mode, [97], blob))
    let kind = await gitError { try await repository.tree(tree) }?.kind
    #expect(kind == .invalid || kind == .corrupt)
  }

  @Test func `unsorted, double and cut-off trees are refused`() async throws {
    let blob = try await repository.write([120], as: .blob)
    let a = line("100644", Array("a".utf8), blob)
    let b = line("100644", Array("b".utf8), blob)
    let folderA = line("40000", Array("a".utf8), .emptyTree)
    let between = line("100644", Array("a.b".utf8), blob)
    let broken = [
      b + a, a + a, a + between + folderA, Array(a.dropLast()), Array(a.prefix(8)), [49], [0, 0, 0],
      line("100644", [0xFF, 0xFE], blob), folderA + between,
    ]
    for bytes in broken {
      let tree = try raw("tree", bytes)
      #expect(await gitError { try await repository.tree(tree) } != nil, "\(bytes)")
    }
    #expect(try await repository.tree(try raw("tree", a + between + b)).count == 3)
  }

  @Test func `huge and deep trees end at the budget`() async throws {
    let blob = try await repository.write([120], as: .blob)
    var id = ObjectID.emptyTree
    var batch = ObjectBatch()
    for _ in 0..<10_000 { id = try batch.add(tree: [TreeEntry(name: "d", mode: .folder, id: id)]) }
    let deep = id
    // Folders that share one another: 20 objects, a million files.
    var wide = try batch.add(tree: (0..<4).map { TreeEntry(name: "\($0)", mode: .file, id: blob) })
    for _ in 0..<10 {
      let inner = wide
      wide = try batch.add(tree: (0..<4).map { TreeEntry(name: "\($0)", mode: .folder, id: inner) })
    }
    let bomb = wide
    let flat = try batch.add(
      tree: (0..<30_000).map { TreeEntry(name: "\($0)", mode: .file, id: blob) })
    let whole = batch
    try await repository.write(whole)
    for tree in [deep, bomb, flat] {
      let error = await gitError { try await repository.files(in: tree) }
      #expect(error?.kind == .tooLarge)
    }
    #expect(await gitError { try await repository.changes(from: nil, to: bomb) }?.kind == .tooLarge)
    #expect(await gitError { try await repository.changes(from: nil, to: deep) }?.kind == .tooLarge)
  }

  static let heads = [
    "author A <a@b> 99999999999999999999 +0000", "author A <a@b> -1 +9999", "author A <a@b>", "author <",
    "author",
    "author \u{0}\u{1B}[2J <x> 1 1", "author A <<a>> 1 +00a0", "", "author > < 1 +0000",
    "author A a@b 12 +0100",
  ]

  @Test(arguments: heads)
  func `whatever a version says of who and when can be read`(author: String) async throws {
    let text =
      "tree \(ObjectID.emptyTree)\n\(author)\ncommitter\nencoding \u{FFFD}\ngpgsig x\n y\n\nmess\u{0}age"
    let id = try raw("commit", Array(text.utf8) + [0xFF, 0xC3])
    let commit = try await repository.commit(id)
    // An empty line ends the head.
    #expect(commit.message.contains("mess\u{0}age"))
    #expect((-1439...1439).contains(commit.author.time.offset))
    #expect(abs(commit.author.time.seconds) <= 1 << 40)
  }

  @Test func `old encodings are read`() async throws {
    let head = "tree \(ObjectID.emptyTree)\nauthor Zo"
    let bytes =
      Array(head.utf8) + [0xEB]
      + Array(" <z@e> 5 +0200\ncommitter C <c> 6 -0030\nencoding ISO-8859-1\n\n".utf8)
    let commit = try await repository.commit(try raw("commit", bytes + [0xE9, 10]))
    #expect(commit.author == Signature(name: "Zoë", email: "z@e", time: Timestamp(seconds: 5, offset: 120)))
    #expect(commit.committer.time.offset == -30)
    #expect(commit.message == "é\n")
  }

  @Test func `versions without a sound tree or parents are refused`() async throws {
    for text in ["", "tree x\n", "author A <a> 1 +0\n", "tree \(ObjectID.emptyTree)\nparent 12\n\nx"] {
      let id = try raw("commit", Array(text.utf8))
      #expect(await gitError { try await repository.commit(id) }?.kind == .corrupt)
    }
    let blob = try await repository.write([120], as: .blob)
    #expect(await gitError { try await repository.commit(blob) }?.kind == .invalid)
    #expect(await gitError { try await repository.tree(blob) }?.kind == .invalid)
    #expect(await gitError { try await repository.history(from: [blob]) } != nil)
    let loop = try raw("tag", Array("object \(blob)\ntype blob\ntag x\n\n".utf8))
    #expect(await gitError { try await repository.version(behind: loop) }?.kind == .invalid)
    let bad = try raw("tag", Array("object x\n".utf8))
    #expect(await gitError { try await repository.version(behind: bad) }?.kind == .corrupt)
  }

  @Test func `objects above the limit are neither read nor written`() async throws {
    let big = [UInt8](repeating: 0, count: LibGit2.largestObject + 1)
    #expect(await gitError { try await repository.write(big, as: .blob) }?.kind == .tooLarge)
    // A loose object of a gigabyte of zeros is a megabyte on the disk.
    try folder.write("", to: "big")
    truncate(folder("big"), off_t(1 << 30))
    let id = try #require(ObjectID(try git("hash-object", "-w", folder("big"))))
    #expect(await gitError { try await repository.blob(id) }?.kind == .tooLarge)
    #expect(await gitError { try await repository.blob(id, limit: 10) }?.kind == .tooLarge)
  }

  @Test func `damage is noticed and never passed on`() async throws {
    let text = Array(String(repeating: "Welcome to the half day.\n", count: 3).utf8)
    let loose = try await repository.write(text, as: .blob)
    let name = loose.description
    let path = ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
    let sound = try #require(folder.read(path))
    chmod(folder(path), 0o644)
    for place in sound.indices {
      var damaged = sound
      damaged[place] ^= 0x20
      try folder.write(damaged, to: path)
      let reader = try Repository.open(folder.path)
      if let read = try? await reader.blob(loose) { #expect(read == text, "byte \(place)") }
    }
    try folder.write(sound, to: path)
    #expect(try await Repository.open(folder.path).blob(loose) == text)
  }

  @Test func `a damaged pack is noticed and never passed on`() async throws {
    var batch = ObjectBatch()
    var texts: [ObjectID: [UInt8]] = [:]
    for number in 0..<6 {
      let text =
        Array("\(number)".utf8) + Array(String(repeating: "Welcome to the half day.\n", count: 4).utf8)
      texts[try batch.add(blob: text)] = text
    }
    let whole = batch
    try await repository.write(whole)
    let packs = try FileManager.default.contentsOfDirectory(atPath: folder(".git/objects/pack"))
    for file in packs {
      let path = ".git/objects/pack/" + file
      let sound = try #require(folder.read(path))
      chmod(folder(path), 0o644)
      for place in stride(from: 0, to: sound.count, by: file.hasSuffix(".pack") ? 1 : 7) {
        var damaged = sound
        damaged[place] ^= 0x41
        // A new file, because a mapped one must not change under its reader.
        try FileManager.default.removeItem(atPath: folder(path))
        try folder.write(damaged, to: path)
        let reader = try Repository.open(folder.path)
        for (id, text) in texts {
          if let read = try? await reader.blob(id) { #expect(read == text, "\(file) byte \(place)") }
        }
      }
      try FileManager.default.removeItem(atPath: folder(path))
      try folder.write(sound, to: path)
    }
    #expect(try git.faults() == "")
  }

  @Test(arguments: UInt64(0)..<40)
  func `any bytes as an object are read or refused`(seed: UInt64) async throws {
    var random = Seeded(seed)
    let blob = try await repository.write([120], as: .blob)
    let seeds: [[UInt8]] = [
      line("100644", Array("a".utf8), blob) + line("40000", Array("b".utf8), .emptyTree),
      Array(
        "tree \(ObjectID.emptyTree)\nparent \(blob)\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nx\n"
          .utf8),
    ]
    for var bytes in seeds {
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(random.pick([0, 10, 32, 47, 48, 255]), at: place)
        }
      }
      for kind in [ObjectKind.tree, .commit, .tag] {
        var batch = ObjectBatch()
        let id = try batch.add(bytes, as: kind)
        #expect(batch.contains(id))
        _ = try? TreeText.parse(bytes)
      }
      let commit = try raw("commit", bytes)
      let tag = try raw("tag", bytes)
      _ = try? await repository.commit(commit)
      _ = try? await repository.tag(tag)
      _ = try? await repository.history(from: [commit], limit: 10)
      _ = try? await repository.mergeBases(commit, commit)
    }
  }
}
