import Foundation
import Franchise
import Git
import KitCore

/// A master in London and groups that offer to it.
final class OfferStudio: Sendable {
  let studio = Studio()
  let transport = Transport(environment: Studio.environment)

  static let plan = "plans/first-session.yaml"
  static let guide = "guides/facilitating.md"

  /// A master with one release, and a fork of it by a group, of which Ben takes care.
  func begin(_ groups: String...) async throws {
    var master = try await studio.master()
    // Without steps, whose minutes must sum up to the block's, one field can be changed alone.
    let plan = (studio.folder.text("master/" + Self.plan) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .filter { !$0.contains("steps:") && !$0.contains("- { minutes:") }
    try studio.edit("master", Self.plan, plan.joined(separator: "\n"))
    _ = try await master.save()
    for group in groups.isEmpty ? ["north"] : groups {
      _ = try await studio.fork(
        into: group, group: group == "north" ? "Northern Lights" : group,
        values: [(name: "region", text: "Yorkshire")])
    }
  }

  func ben(_ name: String = "north") async throws -> Workspace {
    var conditions = studio.conditions
    conditions.identity = Identity(name: "Ben", email: "ben@example.net")
    return try await studio.open(name, conditions)
  }

  func ada() async throws -> Workspace { try await studio.open("master") }

  /// Replaces words in a file of a kit's folder.
  func edit(_ kit: String, _ path: String, _ old: String, _ new: String) throws {
    let text = studio.folder.text("\(kit)/\(path)") ?? ""
    guard text.contains(old) else { throw CocoaError(.fileNoSuchFile) }
    try studio.edit(kit, path, text.replacingOccurrences(of: old, with: new))
  }

  /// Makes the welcome longer in a group's kit and offers it.
  func offerLongerWelcome(_ kit: String = "north") async throws -> Offered {
    try edit(
      kit, Self.plan, "minutes: 10\n    purpose: People know", "minutes: 15\n    purpose: People know"
    )
    var group = try await ben(kit)
    return try await group.offer(
      OfferRequest(parts: ["plan:first-session#welcome"], title: "A longer welcome", why: "People come late.")
    )
  }

  /// Takes a group's offer into the master's inbox as a file.
  @discardableResult
  func deliver(_ id: String, from kit: String = "north", to master: String = "master") async throws -> Arrived
  {
    let file = try await ben(kit).offerFile(id)
    var workspace = try await studio.open(master)
    return try await workspace.takeIn(file, name: "x.kitoffer", with: transport)
  }

  /// No repository of the story has a fault.
  func faults() throws -> String {
    var found = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: studio.folder.path).sorted()
    where FileManager.default.fileExists(atPath: studio.folder(name) + "/.git") {
      found += try studio.git(name).faults()
    }
    return found
  }
}

/// The error of `OfferError` that `body` throws, if it does.
func offerError<Value>(_ body: () async throws -> Value) async -> OfferError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? OfferError
  }
}
