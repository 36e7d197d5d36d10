internal import ArgumentParser
internal import Franchise
internal import KitCore

/// `kitbag changes`: how a group's kit differs from the master.
struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List what is different from the master, each with your reason for it.",
    discussion: """
      Compares your kit, saved or not, with the master's version that you took last. Every line begins with the \
      address by which 'keep', 'restore' and 'offer' know the part.
      """)

  @Flag(help: "List only what has no reason yet.")
  var withoutReason = false

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let differences = try await work.open(shared.folder()).differences()
    let output = Output(shared)
    let shown = differences.all.filter { !withoutReason || $0.reason == nil }
    if shared.json { return output.print(json(differences, shown)) }
    output.print(heading(differences, shown))
    var path: String?
    for difference in shown {
      if difference.change.path != path {
        output.print("\n" + (difference.name.file.description))
        path = difference.change.path
      }
      for line in lines(difference) { output.print(line) }
    }
    tellTheRest(differences, output)
  }

  private func heading(_ differences: Differences, _ shown: [Difference]) -> String {
    if differences.all.isEmpty {
      return "Your kit is as version \(differences.version) of the master has it."
    }
    if shown.isEmpty { return "Every difference from version \(differences.version) has a reason." }
    return "Different from version \(differences.version) of the master"
      + (withoutReason ? ", without a reason:" : ":")
  }

  private func lines(_ difference: Difference) -> [String] {
    let file = difference.name.file.description
    var name = difference.name.description
    if name.hasPrefix(file), name != file { name = String(name.dropFirst(file.count)) }
    var lines = TextLayout.wrapped(
      difference.change.sentence, to: 80, first: "  \(name == file ? "(all)" : name)  ", rest: "      ")
    if let reason = difference.reason {
      lines += TextLayout.wrapped(
        "\(reason.kind.words): \(reason.because)", to: 80, first: "      – ", rest: "        ")
    } else if difference.isFixed {
      lines.append("      – the master asks you to keep this as it is; no reason is given yet")
    }
    return lines
  }

  private func tellTheRest(_ differences: Differences, _ output: Output) {
    for part in differences.idle {
      output.note("\n\(part) has a reason in customisations.yaml, but does not differ.")
    }
    let missing = differences.all.filter { $0.reason == nil }.count
    if differences.unsaved > 0 { output.note("\nSome of this is not saved yet: 'kitbag save'.") }
    if missing > 0, let first = differences.all.first(where: { $0.reason == nil && $0.name.address != nil }) {
      output.note(
        "\nNext: say why it differs with 'kitbag keep \(first.name.quoted) --because …', or take the master's back with "
          + "'kitbag restore \(first.name.quoted)'.")
    }
  }

  private func json(_ differences: Differences, _ shown: [Difference]) -> JSON {
    let list = shown.map { (difference: Difference) -> JSON in
      JSON.compact([
        (name: "address", value: .string(difference.name.description)),
        (name: "path", value: .string(difference.change.path)),
        (name: "kind", value: .string(difference.change.kind.rawValue)),
        (name: "sentence", value: .string(difference.change.sentence)),
        (name: "fixed", value: .boolean(difference.isFixed)),
        (name: "reason", value: difference.reason.map(json)),
      ])
    }
    return [
      "version": .string(differences.version), "changes": .array(list),
      "idle reasons": .strings(differences.idle), "unsaved": .integer(differences.unsaved),
    ]
  }

  private func json(_ reason: Customisations.Entry) -> JSON {
    JSON.compact([
      (name: "part", value: .string(reason.part)), (name: "kind", value: .string(reason.kind.rawValue)),
      (name: "because", value: .string(reason.because)), (name: "date", value: .string(reason.date)),
      (name: "until", value: reason.until.map { JSON.string($0) }),
    ])
  }
}

extension Customisations.Kind {
  /// What the difference is meant to become, as people say it.
  var words: String {
    switch self {
    case .oursForGood: "ours for good"
    case .toBeOffered: "to be offered"
    case .temporary: "for a time"
    case .waiver: "waived"
    }
  }
}

extension PartName {
  /// The name as a shell takes it for one word.
  var quoted: String { description.contains(" ") ? "'\(description)'" : description }
}
