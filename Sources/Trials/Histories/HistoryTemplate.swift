import Foundation
import Franchise
import Git
import KitCore

/// A master and groups that were made from it, as they are at the start of every history. Each history works on copies.
package struct HistoryTemplate: Sendable {
  /// The folder that holds the kits.
  package let folder: String
  /// How many groups there are at most.
  package let groups: Int

  /// Makes them once, in memory where the computer has such a folder: thousands of histories wait for no disk.
  ///
  /// - Parameter environment: Where git is found.
  package static func make(groups: Int, environment: [String: String]) async throws -> HistoryTemplate {
    let memory = "/dev/shm"
    let home = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    let template = HistoryTemplate(folder: "\(home)/kitbag-histories-\(UUID().uuidString)", groups: groups)
    try FileManager.default.createDirectory(atPath: template.folder, withIntermediateDirectories: true)
    let master = template.path(HistoryTrial.master)
    for (path, text) in files {
      try FileManager.default.createDirectory(
        atPath: ("\(master)/\(path)" as NSString).deletingLastPathComponent, withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(master)/\(path)"))
    }
    let conditions = HistoryTrial.conditions(at: 0, of: HistoryTrial.master)
    let begun = try await Workspace.begin(in: master, conditions).workspace
    if let main = begun.view.main { try await begun.repository.move(try .tag("v1.0.0"), from: nil, to: main) }
    for group in HistoryTrial.groups.prefix(groups) {
      let request = ForkRequest(master: try RemoteAddress(master, origin: .typed), group: group)
      _ = try await Workspace.fork(
        request, into: template.path(group), with: Transport(environment: environment),
        HistoryTrial.conditions(at: 1, of: group))
    }
    return template
  }

  /// Removes it and all histories that were left.
  package func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// A small kit whose every sentence holds words that stand nowhere else.
  private static let files: [String: String] = [
    "kit.yaml": """
    kitbag: 1
    id: trial
    title: Trial
    purpose: People try things together.
    version: 1.0.0
    licence: CC-BY-4.0
    owner: trial
    attribution: []
    languages: [en]
    group size: { min: 4, max: 24 }
    settings: [in-person]
    confidentiality: members-only
    roles:
      facilitator: Leads the session and keeps the time.

    """,
    "plans/day.yaml":
      "title: Day\npurpose: Try things.\noutcomes:\n  - By the end everyone tried k0word once.\n"
      + "blocks:\n" + (1...4).map(block).joined(),
    "guides/lead.md": guide("Leading", 1), "guides/host.md": guide("Hosting", 20),
  ]

  private static func block(_ number: Int) -> String {
    """
      - id: block-\(number)
        title: The p\(number)word of it
        kind: activity
        minutes: 10
        purpose: We look at q\(number)word and say what r\(number)word is for.
        lead: facilitator

    """
  }

  private static func guide(_ title: String, _ first: Int) -> String {
    var text = "---\ntitle: \(title)\nrole: facilitator\n---\n"
    for section in first..<first + 2 {
      text +=
        "\n## Part s\(section)word\n\nBegin with t\(section)word before anybody asks for u\(section)word again.\n"
      text += "\nGo on until v\(section)word is done and w\(section)word has its place on the wall.\n"
    }
    return text
  }
}
