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
      case ("look", 3): try await look(arguments[2])
      case ("publish", 3): try await publish(arguments[2], size: 1)
      case ("publish", 4): try await publish(arguments[2], size: Int(arguments[3]) ?? 1)
      case ("checkout", 5): try await checkout(arguments[2], from: arguments[3], to: arguments[4])
      case ("fetch", 4): try await fetch(arguments[2], from: arguments[3])
      default:
        print(
          "usage: GitScenario look FOLDER | publish FOLDER [SIZE] | checkout FOLDER OLD-TREE NEW-TREE"
            + " | fetch FOLDER OTHER-FOLDER")
        exit(64)
      }
    } catch {
      print(error)
      let isFull = (error as? GitError)?.kind == .diskFull || (error as? TransportError)?.kind == .diskFull
      exit(isFull ? 3 : 1)
    }
  }

  /// Reads the newest version and what changed in the files since.
  private static func look(_ folder: String) async throws {
    let repository = try Repository.open(folder)
    guard let head = try await repository.head() else { exit(2) }
    let tree = try await repository.commit(head).tree
    print(try await repository.status(against: tree).changes.count, "changes")
  }

  /// Writes a version of forty files as one pack and lets `refs/kitbag/operations` name it, after what it names now.
  ///
  /// Somebody else may do the same at the same time: then it comes after theirs.
  private static func publish(_ folder: String, size: Int) async throws {
    let repository = try Repository.open(folder)
    while true {
      do {
        return try await publishOnce(repository, size: size)
      } catch let error as GitError where error.kind == .stale {
        continue
      }
    }
  }

  private static func publishOnce(_ repository: Repository, size: Int) async throws {
    let ref = try RefName.kitbag("operations")
    let old = try await repository.target(of: ref)
    var batch = ObjectBatch()
    var files: [TreeFile] = []
    for number in 0..<40 {
      var text = Array("Plan \(number) after \(old?.description ?? "nothing")\n".utf8)
      // Bytes that do not get smaller in a pack.
      var state = UInt64(number)
      for _ in 1..<max(size, 2) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(UInt8(truncatingIfNeeded: state >> 33))
      }
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

  /// Fetches another folder's `main` and lets `refs/kitbag/upstream/main` name it, after what it names now.
  private static func fetch(_ folder: String, from other: String) async throws {
    let repository = try Repository.open(folder, bare: true)
    let ref = try RefName.kitbag("upstream/main")
    let old = try await repository.target(of: ref)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let transport = Transport(environment: [
      "PATH": path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ])
    let address = try RemoteAddress(other, origin: .typed)
    let arrivals = try await repository.fetch([.main], from: address, with: transport)
    guard let new = arrivals.refs[.main]?.id else { exit(1) }
    if new != old { try await repository.move(ref, from: old, to: new) }
  }
}
