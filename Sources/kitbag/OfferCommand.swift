internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag offer`: give chosen changes back to the master.
struct OfferCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract: "Offer changes of yours to the master kit.",
    discussion: """
      Takes only what you choose by its address: a file (plan:half-day), a block or section (plan:half-day#welcome), \
      or a field (plan:half-day#welcome.minutes). It is put on the master's newest version that was seen here, as one \
      change with your name on it, or with your group's role ('--as-group').

      Nothing local leaves: your words for the kit's parameters are turned back into {{parameters}} once you agree, \
      and names, places, dates, e-mail addresses and telephone numbers must go first.

      Without an address you are asked at a terminal; elsewhere your changes are listed. Send the offer by e-mail with \
      '--to-file', or to your own kit's place on the net with '--push', from where the maintainers collect it. \
      'kitbag inbox' shows the answers.
      """)

  @Argument(help: "What to offer, by its address; several may be named.")
  var parts: [String] = []

  @Option(help: ArgumentHelp("What it is, in a line.", valueName: "title"))
  var title: String?

  @Option(help: ArgumentHelp("Why the master should take it.", valueName: "text"))
  var why: String?

  @Option(
    help: ArgumentHelp(
      "Offer this one anew, as your kit has it now; what you leave out stays as it was.", valueName: "offer"))
  var revise: String?

  @Flag(help: "Sign with your group's role instead of your name.")
  var asGroup = false

  @Flag(name: .shortAndLong, help: "Agree that your words are turned back into {{parameters}}.")
  var yes = false

  @Option(help: ArgumentHelp("Write the offer into a file for e-mail, x.kitoffer.", valueName: "file"))
  var toFile: String?

  @Flag(help: "Send the offer to your own kit's place on the net.")
  var push = false

  @Option(
    help: ArgumentHelp(
      "Where that place is; else what group.yaml says under 'fork', or git calls origin.",
      valueName: "address"))
  var to: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if to != nil, !push { throw ValidationError("'--to' needs '--push'.") }
  }

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let output = Output(shared)
    let mayAsk = Surroundings.hasTerminal && !shared.json && !shared.quiet
    var request = OfferRequest(
      parts: parts, title: title, why: why, revises: revise, asGroup: asGroup, mayRestore: yes)
    if mayAsk, parts.isEmpty, revise == nil { try await ask(&request, workspace, output) }
    let offered = try await offer(request, &workspace, mayAsk, output)
    let file = try await write(offered.offer, workspace)
    let host = push ? try await workspace.push(offered.offer.id, to: to, with: transport) : nil
    if shared.json {
      output.print(json(offered, file, host))
    } else {
      tell(offered, file, host, output)
    }
  }

  private var transport: Transport { Transport(environment: Surroundings.environment) }

  private func offer(
    _ request: OfferRequest, _ workspace: inout Workspace, _ mayAsk: Bool, _ output: Output
  ) async throws -> Offered {
    do {
      return try await workspace.offer(request)
    } catch OfferError.needsConsent(let places) where mayAsk {
      output.print(OfferError.needsConsent(places).what)
      output.print("Is that right? (y/n)")
      guard let answer = readLine(), answer.lowercased().hasPrefix("y") else {
        throw OfferError.needsConsent(places)
      }
      var agreed = request
      agreed.mayRestore = true
      return try await workspace.offer(agreed)
    }
  }

  // MARK: Asking

  private func ask(_ request: inout OfferRequest, _ workspace: Workspace, _ output: Output) async throws {
    let changes = try await workspace.offerable()
    var names: [String] = []
    for change in changes {
      let name = change.address ?? change.path
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { throw OfferError.nothingToOffer }
    output.print("Your changes against the master:")
    for (number, name) in names.enumerated() {
      let sentences = changes.filter { ($0.address ?? $0.path) == name }.map(\.sentence)
      output.print("\(TextLayout.aligned(String(number + 1), to: 4))  \(name)")
      for sentence in sentences { output.print("      \(sentence)") }
    }
    output.print("Which do you offer? Numbers with blanks between, or 'all'.")
    let answer = (readLine() ?? "").lowercased()
    request.parts =
      answer == "all"
      ? names
      : answer.split { !$0.isNumber }.compactMap { Int($0) }.filter { (1...names.count).contains($0) }
        .map { names[$0 - 1] }
    guard !request.parts.isEmpty else { throw OfferError.nothingChosen(known: names) }
    if request.title == nil {
      output.print("What is it, in a line?")
      request.title = readLine()
    }
    if request.why == nil {
      output.print("Why should the master take it? (one line; may be empty)")
      request.why = readLine()
    }
  }

  // MARK: Telling

  private func write(_ offer: Offer, _ workspace: Workspace) async throws -> [UInt8]? {
    guard let toFile else { return nil }
    let bytes = try await workspace.offerFile(offer.id)
    let path = toFile.hasPrefix("/") ? toFile : shared.path(toFile)
    try MailFiles.write(bytes, to: path, shownAs: toFile)
    return bytes
  }

  private func tell(_ offered: Offered, _ file: [UInt8]?, _ host: String?, _ output: Output) {
    let offer = offered.offer
    if let saved = offered.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    let word =
      offered.operation == nil ? "Offered before, just so" : offer.revision > 1 ? "Offered anew" : "Offered"
    output.print("\(word): '\(offer.title)', as \(offer.id).")
    for change in offered.changes { output.note("  " + change.sentence) }
    for place in offered.restored {
      output.note(
        "  \(place.place): “\(place.find.text)” became {{\(place.find.parameter ?? "")}} in the offer.")
    }
    if let file, let toFile { output.print("Written to \(toFile) (\(MailFiles.size(file))).") }
    if let host { output.print("Sent to \(host).") }
    let isLeft = file != nil || host != nil
    output.note(
      isLeft
        ? "Your own kit is as it was; the offer says nothing of your names, places and dates."
        : "Nothing has left your kit yet, and your own files are as they were.")
    if file != nil {
      output.note(
        "Next: send the file to the master's maintainers. Their answer comes with 'kitbag inbox add FILE'.")
    } else if host != nil {
      output.note("Next: the maintainers collect it. 'kitbag inbox fetch' brings their answer.")
    } else {
      output.note(
        "Next: 'kitbag offer --revise \(offer.id) --to-file \(offer.id).kitoffer' makes a file for e-mail, '--push' "
          + "sends it to your host.")
    }
  }

  private func json(_ offered: Offered, _ file: [UInt8]?, _ host: String?) -> JSON {
    let restored = offered.restored.map { (place: LocalPlace) -> JSON in
      [
        "place": .string(place.place), "text": .string(place.find.text),
        "parameter": .optional(place.find.parameter),
      ]
    }
    return .compact([
      (name: "offer", value: offered.offer.json),
      (name: "changes", value: .strings(offered.changes.map(\.sentence))),
      (name: "restored", value: .array(restored)),
      (name: "file", value: file == nil ? nil : toFile.map { .string($0) }),
      (name: "bytes", value: file.map { .integer($0.count) }),
      (name: "sent to", value: host.map { .string($0) }),
      (name: "step", value: offered.operation.map { .integer($0.number) }),
    ])
  }
}

extension Offer {
  /// The offer for programs.
  var json: JSON {
    [
      "id": .string(id), "title": .string(title), "why": .string(why), "group": .string(group),
      "author": .string(author.name), "time": .integer(Int(author.time.seconds)),
      "revision": .integer(revision), "parts": .strings(parts), "content": .string(version.description),
      "base": .string(base.description),
    ]
  }
}
