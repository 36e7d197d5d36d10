import Franchise
import Git
import KitCore
import Testing

/// A master and groups in one folder, for stories of update and decide.
extension Studio {
  static let transport = Transport(environment: SystemGit.environment)
  static let plan = "plans/first-session.yaml"
  static let guide = "guides/facilitating.md"

  func text(_ kit: String, _ path: String) -> String { folder.text("\(kit)/\(path)") ?? "" }

  /// Replaces words in a file of a kit, and saves unless told otherwise.
  @discardableResult
  func change(
    _ kit: String, _ path: String, _ old: String, _ new: String, saving: Bool = true
  ) async throws -> Operation? {
    let text = text(kit, path)
    try #require(text.contains(old), "\(path) of \(kit) has no “\(old)”")
    try edit(kit, path, text.replacing(old, with: new))
    guard saving else { return nil }
    var workspace = try await open(kit)
    return try await workspace.save().operation
  }

  /// Saves the master with this version, and gives the version its tag, as a release does.
  func release(_ version: String, of kit: String = "master") async throws {
    let text = text(kit, "kit.yaml").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("version:") ? "version: \(version)" : String($0) }.joined(separator: "\n")
    try edit(kit, "kit.yaml", text)
    var workspace = try await open(kit)
    _ = try await workspace.save()
    try git(kit)("tag", "-a", "v\(version)", "-m", "Release \(version)")
    try await workspace.reload()
  }

  @discardableResult
  func update(_ kit: String = "group", _ request: UpdateRequest = UpdateRequest()) async throws -> Updated {
    var workspace = try await open(kit)
    return try await workspace.update(request, with: Self.transport)
  }

  @discardableResult
  func decide(_ kit: String = "group", _ answers: [String: ClashAnswer]) async throws -> Decided {
    var workspace = try await open(kit)
    return try await workspace.decide(answers)
  }

  /// A master with a first release and a group's kit made from it.
  func network(_ group: String = "group") async throws {
    try await master()
    try await release("1.0.0")
    _ = try await fork(into: group)
  }
}

extension Updated {
  var isTaken: Bool { if case .taken = outcome { true } else { false } }
  var isWaiting: Bool { if case .waits = outcome { true } else { false } }
  var isUpToDate: Bool { if case .upToDate = outcome { true } else { false } }
}
