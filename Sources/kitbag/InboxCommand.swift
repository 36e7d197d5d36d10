internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag inbox`: what groups offer to this kit, and what was answered to its own offers.
struct InboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "See what was offered to you and what was answered; take in files; collect from the groups.",
    discussion: """
      'kitbag inbox' lists. 'kitbag inbox add FILE' takes in an offer or an answer that came by e-mail. 'kitbag inbox \
      fetch' collects from the kits that network.yaml lists, and answers from your master. 'kitbag inbox reply OFFER \
      --to-file FILE' makes a file with your answer. 'kitbag inbox send' puts your answers where groups fetch them.
      """,
    subcommands: [
      InboxListCommand.self, InboxAddCommand.self, InboxFetchCommand.self, InboxReplyCommand.self,
      InboxSendCommand.self,
    ],
    defaultSubcommand: InboxListCommand.self)
}

/// `kitbag inbox list`: the same as `kitbag inbox`.
struct InboxListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was offered to you, and the answers to what you offered.",
    discussion: "What was answered is left out unless you ask for all.")

  @Flag(help: "List what was answered as well.")
  var all = false

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let workspace = try await work.open(shared.folder())
    let (received, sent) = (try await workspace.inbox(), try await workspace.sent(noting: !shared.json))
    let output = Output(shared)
    if shared.json {
      return output.print(
        ["received": .array(received.map(\.json)), "sent": .array(sent.map(\.json))] as JSON)
    }
    let shown = received.filter { all || $0.waits }
    for item in shown { output.print(Self.line(item)) }
    let answered = received.count - shown.count
    if received.isEmpty, sent.isEmpty { output.print("There is nothing in the inbox.") }
    if !received.isEmpty, shown.isEmpty {
      output.print("Nothing waits for you; \(answered) answered ('--all' lists them).")
    }
    if !sent.isEmpty {
      output.print(shown.isEmpty ? "What you offered:" : "\nWhat you offered:")
      for item in sent { output.print(Self.text(item)) }
    }
    if let first = shown.first {
      output.note("\nNext: 'kitbag review \(first.offer.id)'.")
    } else if received.isEmpty {
      output.note("Next: 'kitbag inbox fetch' collects, 'kitbag inbox add FILE' takes in a file.")
    }
  }

  private static func line(_ item: InboxItem) -> String {
    let last = item.steps.last.map { "; \($0.words)" } ?? ""
    return "\(item.offer.id)\n  \(item.offer.title) (\(item.offer.group), \(item.offer.author.time.day); "
      + "\(item.state.rawValue)\(last))"
  }

  static func text(_ item: SentItem) -> String {
    var lines = ["\(item.offer.id)", "  \(item.offer.title)"]
    if item.steps.isEmpty { lines.append("  No answer is known here yet.") }
    for step in item.steps {
      let isOld = step.content != item.offer.version ? " (about an earlier form)" : ""
      lines.append("  \(step.words)\(isOld)" + (step.text.isEmpty ? "" : ": \(step.text)"))
      if !step.parts.isEmpty { lines.append("    taken: \(step.parts.joined(separator: ", "))") }
      if !step.own.isEmpty { lines.append("    in other words: \(step.own.joined(separator: ", "))") }
    }
    return lines.joined(separator: "\n")
  }
}

/// `kitbag inbox add`: take in a file that came by e-mail.
struct InboxAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Take in an offer (x.kitoffer) or an answer (x.kitreply) that came by e-mail.",
    discussion: """
      The file is checked before anything of it is kept: that it is whole, that it only brings an offer, and that it \
      stands on a version of this kit. Nothing in your kit changes until you accept it.
      """)

  @Argument(help: "The file.")
  var file: String

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let bytes = try WorkFolder(shared.directory).readFile(file)
    var workspace = try await work.open(shared.folder())
    let arrived = try await workspace.takeIn(
      bytes, name: file, with: Transport(environment: Surroundings.environment))
    let output = Output(shared)
    if shared.json { output.print(arrived.json) } else { arrived.tell(output, none: "It is here already.") }
  }
}

/// `kitbag inbox fetch`: collect from the groups' kits, and answers from the master.
struct InboxFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Collect offers from the kits that network.yaml lists, and answers from your master.",
    discussion:
      "A kit that cannot be reached keeps nothing else out. Nothing in your kit changes until you accept it.")

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let arrived = try await workspace.fetchInbox(with: Transport(environment: Surroundings.environment))
    let output = Output(shared)
    if shared.json { return output.print(arrived.json) }
    if arrived.asked == 0 {
      output.print(
        "There is nobody to ask: network.yaml lists no kit with an address, and there is no master.")
      return output.note("Next: add 'fork: …' to the groups in network.yaml.")
    }
    arrived.tell(output, none: "Nothing new in \(arrived.asked) \(arrived.asked == 1 ? "kit" : "kits").")
  }
}

/// `kitbag inbox reply`: an answer as a file.
struct InboxReplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Write what was said about an offer into a file for e-mail, x.kitreply.",
    discussion: "The group takes it in with 'kitbag inbox add FILE'. A page in it can be read without Kitbag."
  )

  @Argument(help: "The offer, by its id or the beginning of it.")
  var offer: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var toFile: String

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let workspace = try await work.open(shared.folder())
    let bytes = try await workspace.replyFile(offer)
    let path = toFile.hasPrefix("/") ? toFile : shared.path(toFile)
    try MailFiles.write(bytes, to: path, shownAs: toFile)
    let output = Output(shared)
    if shared.json {
      return output.print(["file": .string(toFile), "bytes": .integer(bytes.count)] as JSON)
    }
    output.print("Written to \(toFile) (\(MailFiles.size(bytes))).")
    output.note("Nothing was changed. Next: send it to the group; they type 'kitbag inbox add' and its name.")
  }
}

/// `kitbag inbox send`: answers to the kit's own place on the net.
struct InboxSendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send your answers, and the kit with what you accepted, to the kit's place on the net.",
    discussion: "Groups fetch them from there. Nothing there is ever overwritten.")

  @Option(help: ArgumentHelp("Where that place is; else what git calls origin.", valueName: "address"))
  var to: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let workspace = try await work.open(shared.folder())
    let host = try await workspace.pushAnswers(to: to, with: Transport(environment: Surroundings.environment))
    let output = Output(shared)
    if shared.json { return output.print(["sent to": .string(host)] as JSON) }
    output.print("Sent to \(host).")
    output.note("Your kit is as it was. Next: groups see your answers with 'kitbag inbox fetch'.")
  }
}

extension Arrived {
  /// What came in, in sentences.
  func tell(_ output: Output, none: String) {
    for offer in offers {
      let word = revised.contains(offer.id) ? "A revised offer" : "An offer"
      output.print("\(word) of \(offer.group): '\(offer.title)', as \(offer.id).")
    }
    for answer in answers { output.print("News about the offer \(answer).") }
    if isEmpty { output.print(none) }
    for (name, reason) in unreachable { output.warn("\(name) could not be asked. \(reason)") }
    for (name, reason) in refused { output.warn("\(name) was not taken. \(reason)") }
    output.note("Nothing in your kit was changed.")
    if let first = offers.first {
      output.note("Next: 'kitbag review \(first.id)'.")
    } else if !answers.isEmpty {
      output.note("Next: 'kitbag inbox' shows it.")
    }
  }

  /// What came in, for programs.
  var json: JSON {
    func pairs(_ list: [(String, String)], _ name: String) -> JSON {
      .array(list.map { [name: .string($0.0), "reason": .string($0.1)] })
    }
    return .compact([
      (name: "offers", value: .array(offers.map(\.json))), (name: "revised", value: .strings(revised)),
      (name: "answers", value: .strings(answers)), (name: "asked", value: .integer(asked)),
      (name: "unreachable", value: pairs(unreachable.map { ($0.group, $0.reason) }, "group")),
      (name: "refused", value: pairs(refused.map { ($0.name, $0.reason) }, "offer")),
      (name: "step", value: operation.map { .integer($0.number) }),
    ])
  }
}

extension InboxItem {
  /// The item for programs.
  var json: JSON {
    ["offer": offer.json, "state": .string(state.rawValue), "steps": .array(steps.map(\.json))]
  }
}

extension SentItem {
  /// The item for programs.
  var json: JSON {
    ["offer": offer.json, "news": .boolean(isNews), "steps": .array(steps.map(\.json))]
  }
}
