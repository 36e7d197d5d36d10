internal import Git
internal import Glibc

/// Small pieces of work on a repository, to be killed and starved by tests: `GitScenario WORK FOLDER`.
///
/// It ends with 0 when the work is done, with 3 when the disk is full, and with 1 when it is refused otherwise.
@main
struct GitScenario {
  static func main() async {
    let arguments = CommandLine.arguments
    do {
      switch (arguments.dropFirst().first, arguments.count) {
      case ("publish", 3): try await publish(arguments[2])
      case ("checkout", 5): try await checkout(arguments[2], from: arguments[3], to: arguments[4])
      default:
        print("usage: GitScenario publish FOLDER | checkout FOLDER OLD-TREE NEW-TREE")
        exit(64)
      }
    } catch {
      print(error)
      exit((error as? GitError)?.kind == .diskFull ? 3 : 1)
    }
  }

  /// Writes a version of forty files as one pack and lets `refs/kitbag/operations` name it, after what it names now.
  private static func publish(_ folder: String) async throws {
    let repository = try Repository.open(folder)
    let ref = try RefName.kitbag("operations")
    let old = try await repository.target(of: ref)
    var batch = ObjectBatch()
    var files: [TreeFile] = []
    for number in 0..<40 {
      let text = Array("Plan \(number) after \(old?.description ?? "nothing")\n".utf8)
      files.append(TreeFile(path: "plans/\(number).yaml", id: try batch.add(blob: text)))
    }
    let tree = try batch.add(files: files)
    let author = Signature(name: "Ada", email: "ada@example.org", clock: .fixed(1_700_000_000))
    let commit = try batch.add(
      commit: NewCommit(tree: tree, parents: old.map { [$0] } ?? [], author: author, message: "Publish"))
    let whole = batch
    try await repository.write(whole)
    try await repository.move(ref, from: old, to: commit)
  }

  /// Turns the files of one tree into those of another.
  private static func checkout(_ folder: String, from old: String, to new: String) async throws {
    guard let new = ObjectID(new) else { exit(64) }
    let report = try await Repository.open(folder).checkout(from: ObjectID(old), to: new)
    print(report.written.count, report.removed.count, report.kept.count)
  }
}
