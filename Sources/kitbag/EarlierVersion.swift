internal import Franchise
internal import Git
internal import KitCore

/// A version in a kit's own past, as a person names it.
struct EarlierVersion {
  /// The word for what was saved last.
  static let saved = "saved"

  /// A release such as `1.2.0` or `v1.2.0`, or `saved`.
  let name: String

  init(_ name: String) { self.name = name }

  /// That version of the kit in a folder, and the folder as it is now.
  ///
  /// - Throws: `FranchiseError`, `GitError`, ``Failure`` for a version that is not there.
  func compared(with folder: String) async throws -> ComparedVersions {
    let now = try KitFolder(at: folder).files
    let repository = try Self.repository(folder)
    let past = try await repository.perform { (repository: isolated Repository) throws -> [String: [UInt8]] in
      let version = try self.version(in: repository)
      return try KitTree(repository, try repository.commit(version).tree).contents(repository)
    }
    return .kits(old: past, new: now)
  }

  private static func repository(_ folder: String) throws -> Repository {
    do throws(GitError) {
      return try Repository.open(folder)
    } catch {
      guard error.kind == .notFound else { throw error }
      throw Failure(
        what: "The folder '\(folder)' keeps no earlier versions.", safe: "Nothing was changed.",
        next: "Name two folders or files to compare, or go to the folder of a kit that was saved with Kitbag."
      )
    }
  }

  private func version(in repository: isolated Repository) throws -> ObjectID {
    if name == Self.saved {
      if let head = try repository.head() { return head }
      throw Failure(what: "Nothing was saved in this kit yet.", next: "'kitbag save' keeps the work so far.")
    }
    let bare = name.hasPrefix("v") ? String(name.dropFirst()) : name
    guard KitVersion(bare) != nil else { throw unknown(try known(in: repository)) }
    for place in ["refs/tags/v", RefName.upstreamTags + "v"] {
      if let target = try repository.target(of: RefName(place + bare)) {
        return try repository.version(behind: target)
      }
    }
    throw unknown(try known(in: repository))
  }

  /// The releases that the folder has, its own and its master's, the newest first.
  private func known(in repository: isolated Repository) throws -> [String] {
    let tags = try repository.refs(under: "refs/tags/") + repository.refs(under: RefName.upstreamTags)
    let versions = tags.compactMap { KitVersion(tag: String($0.name.text.split(separator: "/").last ?? "")) }
    return Set(versions).sorted(by: >).map(\.text)
  }

  private func unknown(_ known: [String]) -> Failure {
    let list = known.prefix(8).joined(separator: ", ")
    let next =
      NearestMatch.of(name, among: known + [Self.saved]).map { "Did you mean '\($0)'?" }
      ?? (known.isEmpty
        ? "There is no release yet; '--since saved' compares with what was saved last."
        : "There are: \(list).")
    return Failure(status: .wrongUsage, what: "There is no version '\(name)' here.", next: next)
  }
}
