internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag status`: where a kit stands.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell what is not saved, what the master has that is new, and what waits for you.",
    discussion: "Looks at the kit's folder only: nothing is fetched, and no file is changed.")

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let workspace = try await work.open(shared.folder())
    let status = try await workspace.status()
    let mail = try await OfferNews(workspace)
    let output = Output(shared)
    if shared.json { return output.print(bytes: Array(json(status, mail).prettyText.utf8)) }
    output.print(heading(status))
    for repair in status.repairs { output.print(repair.words) }
    if status.unsaved.lines.isEmpty {
      output.print("Everything is saved.")
    } else {
      output.print("Not saved yet:")
      for line in status.unsaved.lines { output.print("  \(line.part ?? line.path) \(line.word)") }
    }
    for change in status.foreign { output.print(change.words) }
    if let newest = status.newer.last {
      output.print(
        status.newer.count == 1
          ? "The master has a newer version, as last seen: \(newest)."
          : "The master has \(status.newer.count) newer versions, as last seen: \(status.newer.joined(separator: ", "))."
      )
    }
    if status.hasNews { output.print("The master has changed since you took it, as last seen.") }
    if let waiting = status.waiting { output.print(Self.words(for: waiting)) }
    for line in mail.lines { output.print(line) }
    if !status.unsaved.lines.isEmpty {
      output.note("Next: 'kitbag save'.")
    } else if status.waiting != nil {
      output.note("Next: 'kitbag decide'.")
    } else if !status.newer.isEmpty || status.hasNews {
      output.note("Next: 'kitbag update --preview' tells what would come in; 'kitbag update' takes it.")
    }
  }

  private static func words(for waiting: KitStatus.Waiting) -> String {
    let version = waiting.version.isEmpty ? "The update" : "The update to \(waiting.version)"
    let questions = waiting.questions == 1 ? "one question" : "\(waiting.questions) questions"
    return
      "\(version) has \(questions), \(waiting.open) open; your kit is as you left it meanwhile."
  }

  private func heading(_ status: KitStatus) -> String {
    let title = status.title.isEmpty ? "This kit" : "'\(status.title)'"
    guard let group = status.group else { return "\(title), version \(status.version)." }
    return "\(title), the kit of \(group.name), from version \(group.masterVersion) of '\(group.master)'."
  }

  private func json(_ status: KitStatus, _ mail: OfferNews) -> JSON {
    JSON.compact([
      (name: "title", value: .string(status.title)), (name: "version", value: .string(status.version)),
      (
        name: "group",
        value: status.group.map { (group: KitStatus.GroupFacts) -> JSON in
          [
            "name": .string(group.name), "master": .string(group.master),
            "version": .string(group.masterVersion), "address": .optional(group.address),
          ]
        }
      ),
      (name: "unsaved", value: status.unsaved.json),
      (name: "left out", value: .strings(status.foreign.map(\.path))),
      (name: "newer", value: .strings(status.newer)), (name: "news", value: .boolean(status.hasNews)),
      (
        name: "waiting",
        value: status.waiting.map { (waiting: KitStatus.Waiting) -> JSON in
          [
            "version": .string(waiting.version), "questions": .integer(waiting.questions),
            "open": .integer(waiting.open),
          ]
        }
      ),
      (name: "answers", value: .strings(mail.answered.map(\.offer.id))),
      (name: "offers", value: .strings(mail.waiting.map(\.offer.id))),
      (name: "step", value: status.latest.map { JSON.integer($0.number) }),
      (name: "repairs", value: .strings(status.repairs.map(\.words))),
    ])
  }
}

extension Repair {
  /// What was put right, in one sentence.
  var words: String {
    switch self {
    case .finished(let number): "Step \(number) had been cut off; it was finished just now."
    case .adopted: "The kit was changed outside Kitbag; that was taken over as it is."
    }
  }
}
