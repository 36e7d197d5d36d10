import Foundation
import Franchise
import Git
import KitCore

/// A folder in which kits are made, with a clock of its own that a second passes at each look.
final class Studio: Sendable {
  let folder = TestFolder("franchise")

  /// Ada works here, and it is always the same time.
  let conditions = Workspace.Conditions(
    clock: .fixed(1_700_000_000), identity: Identity(name: "Ada", email: "ada@example.org"))

  /// The environment for the system's git: nobody's home.
  static let environment = SystemGit.environment

  func path(_ name: String) -> String { folder(name) }

  func git(_ name: String) -> SystemGit { SystemGit(folder(name)) }

  /// A new master kit in the folder of that name.
  @discardableResult
  func master(_ name: String = "master") async throws -> Workspace {
    _ = try await Workspace.new(path(name), title: "Peer hour", owner: "london", conditions)
    return try await open(name)
  }

  func open(_ name: String, _ conditions: Workspace.Conditions? = nil) async throws -> Workspace {
    try await Workspace.open(path(name), conditions ?? self.conditions)
  }

  /// A group's kit made from the master.
  func fork(
    _ master: String = "master", into name: String, group: String = "Yorkshire and Humber",
    version: String? = nil, values: [(name: String, text: String)] = [(name: "region", text: "Yorkshire")],
    only: [String] = []
  ) async throws -> Forked {
    let address = try RemoteAddress(path(master), origin: .typed)
    let request = ForkRequest(
      master: address, group: group, version: version, values: values, only: only)
    return try await Workspace.fork(
      request, into: path(name), with: Transport(environment: Self.environment), conditions)
  }

  /// Writes a file of a kit.
  func edit(_ name: String, _ path: String, _ text: String) throws {
    try folder.write(text, to: "\(name)/\(path)")
  }

  /// The files of a kit's folder, without its past.
  func files(_ name: String) -> [String: String] {
    var found: [String: String] = [:]
    let all = FileManager.default.enumerator(atPath: path(name))
    while let path = all?.nextObject() as? String {
      if path == ".git" {
        all?.skipDescendants()
      } else if let text = folder.text("\(name)/\(path)") {
        found[path] = text
      }
    }
    return found
  }
}

/// The error of `FranchiseError` that `body` throws, if it does.
func franchiseError<Value>(_ body: () async throws -> Value) async -> FranchiseError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? FranchiseError
  }
}

/// Stops at the durable step of a number, as a crash would.
final class Crash: @unchecked Sendable {
  struct Stop: Error {}

  private let lock = NSLock()
  private var left: Int
  private var steps: [DurableStep] = []

  /// Stops before the step of this number; the first one is 0.
  init(at number: Int) { left = number }

  var seen: [DurableStep] { lock.withLock { steps } }

  func check(_ step: DurableStep) throws {
    try lock.withLock {
      if left == 0 { throw Stop() }
      left -= 1
      steps.append(step)
    }
  }
}

extension Workspace.Conditions {
  /// The same conditions with a crash ahead.
  func with(_ crash: Crash) -> Workspace.Conditions {
    var copy = self
    copy.beforeStep = { try crash.check($0) }
    return copy
  }
}
