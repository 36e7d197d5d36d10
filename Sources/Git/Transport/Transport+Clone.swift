internal import Glibc

extension Transport {
  /// What a clone made.
  package struct Clone: Sendable {
    /// The new repository, whose files are not written yet.
    package var repository: Repository
    /// The branch that it is on, which leads to what the other side shows first.
    package var branch: RefName
    /// The version that the branch leads to.
    package var version: ObjectID
    /// Everything that arrived: the branch, and the tags that were admitted.
    package var arrivals: Arrivals
  }

  /// Makes a repository in a new or empty folder and fetches another's first branch and its tags.
  ///
  /// - Parameters:
  ///   - address: Where from.
  ///   - folder: Where to; its parent must exist.
  ///   - branch: The branch to take instead of the one that the other side shows first.
  /// - Throws: ``TransportError``; the folder is as it was.
  package func clone(
    _ address: RemoteAddress, into folder: String, branch: RefName? = nil,
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> Clone {
    let remote = try await listRefs(at: address)
    guard let branch = branch ?? remote.head ?? (remote.refs[.main] == nil ? nil : .main) else {
      throw TransportError(.refMissing("HEAD"), at: address)
    }
    guard remote.refs[branch] != nil else { throw TransportError(.refMissing(branch.text), at: address) }
    let wasThere = FileStatus(folder) != nil
    guard !wasThere || FolderListing.names(in: folder).isEmpty else {
      let taken = GitError(.exists, "the folder is not empty", operation: "make a kit", path: folder)
      throw TransportError(.local(taken), at: address, detail: [taken.message])
    }
    do throws(TransportError) {
      return try await fill(folder, from: address, branch: branch, remote: remote, progress: progress)
    } catch {
      FolderRemoval.remove(folder + "/.git")
      if !wasThere { rmdir(folder) }
      throw error
    }
  }

  private func fill(
    _ folder: String, from address: RemoteAddress, branch: RefName, remote: RemoteRefs,
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(TransportError) -> Clone {
    let repository: Repository
    do throws(GitError) {
      repository = try Repository.create(folder, branch: branch)
    } catch {
      throw TransportError(local: error, at: address)
    }
    let tags = remote.refs.keys.filter { $0.text.hasPrefix("refs/tags/") }
    let arrivals = try await repository.fetch([branch] + tags, from: address, with: self, progress: progress)
    guard let first = arrivals.refs[branch] else {
      throw TransportError(
        arrivals.refused[branch].map { .notAdmitted($0) } ?? .refMissing(branch.text), at: address)
    }
    do throws(GitError) {
      for (name, ref) in arrivals.refs.sorted(by: { $0.key < $1.key }) where name != branch {
        try await repository.move(name, from: nil, to: ref.id)
      }
      // The branch last: with it, the kit is there.
      try await repository.move(branch, from: nil, to: first.receipt.version)
    } catch {
      throw TransportError(local: error, at: address)
    }
    return Clone(repository: repository, branch: branch, version: first.receipt.version, arrivals: arrivals)
  }
}
