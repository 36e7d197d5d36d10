internal import ArgumentParser
internal import Franchise
internal import KitCore

/// `kitbag release`: a new version of a kit.
struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Make a new version of your kit that groups can take.",
    discussion: """
      Checks the kit, writes its version and CHANGELOG.md from what changed since the last release, and names \
      the version. Without a version it says which number fits what changed, and changes nothing: the first \
      number goes up where groups must decide anew, the second for something more, the third for better words.
      """)

  @Argument(help: "The version, such as 1.2.0; without it nothing is released, and one is proposed.")
  var version: String?

  @Option(help: ArgumentHelp("The id of the round that is run with this version.", valueName: "round"))
  var round: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let output = Output(shared)
    guard let version else { return propose(try await workspace.releasePlan(), output) }
    let released = try await workspace.release(version, round: round)
    if shared.json { return output.print(json(released)) }
    if let saved = released.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    output.print("Released version \(released.notes.version).")
    output.note("\nGroups will read:\n\n" + indented(released.notes.text) + "\n")
    if let because = warning(released.proposal, released.notes.version) { output.note(because) }
    if let round = released.round { output.note("The round '\(round)' is run with this version.") }
    output.note("This is step \(released.operation.number); 'kitbag undo' takes it back while nobody has it.")
    output.note("Next: send it to where groups look, or tell them; 'kitbag update' brings it to them.")
  }

  /// What the number says to groups, where what changed would ask for a higher one.
  private func warning(_ proposal: VersionProposal, _ version: String) -> String? {
    guard let asked = KitVersion(proposal.version), let given = KitVersion(version), given < asked,
      let because = proposal.because
    else { return nil }
    return "What changed asks for \(asked): \(because)"
  }

  private func propose(_ plan: ReleasePlan, _ output: Output) {
    if shared.json { return output.print(json(plan)) }
    if let last = plan.last {
      output.print("The last release is \(last). Since then:\n")
      output.print(ChangeList(changes: plan.changes).text(isBrief: true))
    } else {
      output.print("There is no release yet.")
    }
    if plan.last == nil || !plan.changes.isEmpty {
      let why = plan.proposal.because.map { ", because of this: \($0)" } ?? "."
      output.print("\nThe next version would be \(plan.proposal.version)\(why)")
    }
    for error in plan.errors.prefix(5) {
      output.print("It cannot be released yet: \(error.path.map { "\($0): " } ?? "")\(error.message)")
    }
    output.note("Nothing was changed.")
    if !plan.errors.isEmpty {
      output.note("Next: 'kitbag check' names all that is wrong.")
    } else if plan.last == nil || !plan.changes.isEmpty {
      output.note("Next: 'kitbag release \(plan.proposal.version)'.")
    }
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { (line: Substring) -> [String] in
        let margin = "  " + line.prefix { $0 == " " }
        let rest = margin + (line.contains("- ") ? "  " : "")
        return line.isEmpty ? [""] : TextLayout.wrapped(String(line), to: 80, first: margin, rest: rest)
      }
      .joined(separator: "\n")
  }

  private func json(_ plan: ReleasePlan) -> JSON {
    JSON.compact([
      (name: "last", value: plan.last.map { JSON.string($0.text) }),
      (name: "proposal", value: .string(plan.proposal.version)),
      (name: "because", value: plan.proposal.because.map { JSON.string($0) }),
      (name: "changes", value: ChangeList(changes: plan.changes).json["changes"]),
      (name: "contributors", value: .strings(plan.contributors)),
      (name: "errors", value: .strings(plan.errors.map { ($0.path.map { "\($0): " } ?? "") + $0.message })),
    ])
  }

  private func json(_ released: Released) -> JSON {
    JSON.compact([
      (name: "version", value: .string(released.notes.version)),
      (name: "last", value: released.last.map { JSON.string($0.text) }),
      (name: "proposal", value: .string(released.proposal.version)),
      (name: "round", value: released.round.map { JSON.string($0) }),
      (
        name: "notes",
        value: .array(
          released.notes.sections.map { (section: ReleaseNotes.Section) -> JSON in
            ["title": .string(section.title), "sentences": .strings(section.sentences)]
          })
      ),
      (name: "thanks", value: .strings(released.notes.thanks)),
      (name: "step", value: .integer(released.operation.number)),
      (name: "saved first", value: released.savedFirst.map { JSON.integer($0.number) }),
    ])
  }
}
