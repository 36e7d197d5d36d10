import Git
import Testing

@Suite struct ObjectTests {
  let folder = TestFolder()
  var git: SystemGit { SystemGit(folder.path) }

  @Test func `the library is the one that the design names`() {
    #expect(LibGit2.version.hasPrefix("1."))
  }

  @Test func `an id reads what it writes and nothing else`() {
    let text = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    #expect(ObjectID(text) == .emptyTree)
    #expect(ObjectID.emptyTree.description == text)
    #expect(ObjectID(text.uppercased()) == .emptyTree)
    let short = String(text.dropLast())
    for bad in ["", "HEAD", short, text + "0", "g" + short, "é" + text.dropLast(2)] {
      #expect(ObjectID(bad) == nil)
    }
    #expect(ObjectID(bytes: ObjectID.emptyTree.bytes) == .emptyTree)
    #expect(ObjectID.zero < .emptyTree)
  }

  @Test func `git reads the objects that we write and names them alike`() async throws {
    let repository = try Repository.create(folder.path)
    let id = try await repository.write(Array("Welcome\n".utf8), as: .blob)
    #expect(try git("cat-file", "blob", id.description) == "Welcome")
    #expect(try git("hash-object", "--stdin", input: Array("Welcome\n".utf8)) == id.description)
    #expect(try git.faults() == "")
  }

  @Test func `a pack holds what the batch held, and git finds it sound`() async throws {
    let repository = try Repository.create(folder.path)
    var batch = ObjectBatch()
    var files: [TreeFile] = []
    for number in 0..<300 {
      let text = String(repeating: "A line of a plan.\n", count: 40) + "\(number)\n"
      let id = try batch.add(blob: Array(text.utf8), path: "plans/\(number).yaml")
      files.append(TreeFile(path: "plans/\(number % 7)/\(number).yaml", id: id))
    }
    let tree = try batch.add(files: files)
    let commit = try batch.add(
      commit: NewCommit(tree: tree, parents: [], author: .ada(), message: "First"))
    let whole = batch
    try await repository.write(whole)
    try await repository.move(.main, from: nil, to: commit)
    #expect(try git.faults() == "")
    #expect(try git("rev-parse", "HEAD") == commit.description)
    #expect(try git("ls-tree", "-r", "--name-only", "HEAD").split(separator: "\n").count == 300)
    #expect(try git("count-objects", "-v").contains("count: 0\n"))
    let read = try await repository.files(in: tree)
    #expect(read == files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  @Test func `a ref moves only from where it was seen`() async throws {
    let repository = try Repository.create(folder.path)
    let one = try await commit("One", in: repository)
    let two = try await commit("Two", in: repository)
    let ref = try RefName.kitbag("operations")
    #expect(try await repository.target(of: ref) == nil)
    #expect(await gitError { try await repository.move(ref, from: one, to: two) }?.kind == .stale)
    try await repository.move(ref, from: nil, to: one)
    #expect(await gitError { try await repository.move(ref, from: nil, to: two) }?.kind == .stale)
    #expect(await gitError { try await repository.move(ref, from: two, to: one) }?.kind == .stale)
    try await repository.move(ref, from: one, to: two)
    #expect(try await repository.target(of: ref) == two)
    #expect(await gitError { try await repository.remove(ref, at: one) }?.kind == .stale)
    try await repository.remove(ref, at: two)
    #expect(await gitError { try await repository.remove(ref, at: two) }?.kind == .stale)
    #expect(await gitError { try await repository.move(ref, from: nil, to: .zero) }?.kind == .notFound)
    #expect(try git.faults() == "")
  }

  private func commit(_ message: String, in repository: Repository) async throws -> ObjectID {
    try await repository.write(
      NewCommit(tree: .emptyTree, parents: [], author: .ada(), message: message))
  }
}
