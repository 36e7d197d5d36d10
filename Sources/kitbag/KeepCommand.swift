internal import ArgumentParser
internal import Franchise
internal import KitCore

/// `kitbag keep`: say why a part differs from the master.
struct KeepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Say why a part of your kit differs from the master.",
    discussion: """
      Writes the reason into customisations.yaml. What is yours for good is left alone by every update and never \
      asked about again; what is to be offered shows in your list until it is; what is temporary goes away again. \
      A part may be one that you took out.
      """)

  @Argument(help: "The part, as 'kitbag changes' names it: plan:half-day#welcome, guide:hosting.")
  var address: String

  @Option(help: ArgumentHelp("Why it differs, for whoever comes after you.", valueName: "reason"))
  var because: String

  @Flag(help: "It stays ours. This is what counts where nothing is said.")
  var forGood = false

  @Flag(help: "It should go to the master.")
  var toOffer = false

  @Flag(help: "It goes away again.")
  var temporary = false

  @Flag(help: "The part is fixed in the master, and yet we change it.")
  var waiver = false

  @Option(help: ArgumentHelp("The day on which something temporary ends, as 2026-03-31.", valueName: "day"))
  var until: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  private var kind: Customisations.Kind {
    toOffer ? .toBeOffered : temporary || until != nil ? .temporary : waiver ? .waiver : .oursForGood
  }

  func validate() throws {
    let flags = [forGood, toOffer, temporary, waiver].filter { $0 }.count
    if flags > 1 || until != nil && flags == 1 && !temporary {
      throw ValidationError("Choose one of '--for-good', '--to-offer', '--temporary' and '--waiver'.")
    }
  }

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let kept = try await workspace.keep(
      KeepRequest(part: address, kind: kind, because: because, until: until))
    let output = Output(shared)
    if shared.json {
      return output.print(
        JSON.compact([
          (name: "part", value: .string(kept.part.description)),
          (name: "kind", value: .string(kept.kind.rawValue)),
          (name: "differs", value: .boolean(kept.differs)),
          (name: "before", value: kept.before.map { JSON.string($0) }),
          (name: "step", value: .integer(kept.operation.number)),
          (name: "saved first", value: kept.savedFirst.map { JSON.integer($0.number) }),
        ]))
    }
    if let saved = kept.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    output.print("\(kept.part) is kept, \(kept.kind.words).")
    if let before = kept.before { output.note("The reason before was: \(before)") }
    if !kept.differs { output.note("It does not differ from the master's yet.") }
    output.note("This is step \(kept.operation.number); 'kitbag undo' goes back to before it.")
    switch kept.kind {
    case .toBeOffered:
      output.note("Next: 'kitbag offer \(PartName.part(kept.part).quoted)' when it is ready.")
    default: output.note("Next: 'kitbag changes' lists all differences with their reasons.")
    }
  }
}
