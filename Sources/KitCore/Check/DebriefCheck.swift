/// Nobody can be known from the debrief of an event under the Chatham House Rule.
enum DebriefCheck {
  static let named = CheckRule(
    "named-person", .error, why: "Neither who spoke nor who was there may be revealed.",
    remedy: "Take the name out; a role is enough.")
  static let host = CheckRule(
    "named-host", .warning, why: "The host's name can tell who spoke.",
    remedy: "Take the name out where it stands beside what was said.")
  static let speech = CheckRule(
    "quoted-speech", .error,
    why: "Words in quotation marks can be known again by those who know the speaker.",
    remedy: "Say it in your own words, without quotation marks.")
  static let saidBy = CheckRule(
    "said-by", .warning, why: "“X said” tells who spoke.", remedy: "Say what was learnt, not who said it.")
  static let small = CheckRule(
    "small-cell", .warning, why: "A number under five of people or organisations can give them away.",
    remedy: "Leave the number out, or say “some”.")
  static let answers = CheckRule(
    "few-answers", .warning, why: "A summary of fewer than five answers tells who gave them.",
    remedy: "Leave the summary out, and keep the count.")

  static let rules = [named, host, speech, saidBy, small, answers]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    let secrets = Secrets(kit)
    let debriefs = kit.debriefs.flatMap { (debrief: Debrief) -> [Diagnostic] in
      guard let names = secrets.names(ofEvent: debrief.event) else { return [] }
      let texts = debrief.record.node.scalars.map { Text(words: $0.text, offset: $0.offset) }
      let file = File(
        path: debrief.record.path, source: debrief.record.source, address: debrief.record.address)
      return of(texts, in: file, names) + fewAnswers(debrief)
    }
    return debriefs + kit.files.paths.flatMap { ofProse($0, kit, secrets) }
  }

  /// What is secret of whom, by event.
  private struct Secrets {
    let kit: Kit

    init(_ kit: Kit) { self.kit = kit }

    /// The names that must not be told of an event under the Rule; `nil` for one that is not. Where nobody knows which
    /// event is meant, all events count.
    func names(ofEvent id: KitID?) -> (people: [String], hosts: [String])? {
      if let event = id.flatMap({ kit.event($0) }) {
        return isSecret(event) ? names(of: [event]) : nil
      }
      let own = kit.group?.confidentiality ?? kit.identity.confidentiality
      guard own == .chathamHouse || kit.events.contains(where: isSecret) else { return nil }
      return names(of: kit.events)
    }

    private func isSecret(_ event: Event) -> Bool {
      ConfidentialityCheck.confidentiality(of: event, kit) == .chathamHouse
    }

    private func names(of events: [Event]) -> (people: [String], hosts: [String]) {
      let people = events.flatMap { $0.roles.flatMap(\.people) }.filter { $0.utf8.count >= 3 }
      return (people.map(folded), events.map { folded($0.host) }.filter { $0.utf8.count > 3 })
    }
  }

  /// A debrief that somebody wrote as a text instead of a data file.
  private static func ofProse(_ path: KitPath, _ kit: Kit, _ secrets: Secrets) -> [Diagnostic] {
    guard path.names.first == "debriefs", path.names.count > 1, path.ending == "md" || path.ending == "txt",
      let names = secrets.names(ofEvent: KitID(rawValue: KitPath.stem(path.fileName))),
      let bytes = kit.files[path], let source = try? SourceText(bytes)
    else { return [] }
    let document = MarkdownDocument(bytes)
    let texts = document.blocks.filter { !$0.content.isEmpty }.map {
      Text(words: document.text($0.content), offset: $0.content.lowerBound)
    }
    return of(texts, in: File(path: path, source: source, address: nil), names)
  }

  private struct File {
    let path: KitPath
    let source: SourceText
    let address: Address?
  }

  private static func of(
    _ texts: [Text], in file: File, _ names: (people: [String], hosts: [String])
  ) -> [Diagnostic] {
    texts.flatMap { (text: Text) -> [Diagnostic] in
      let words = folded(text.words)
      var found: [Diagnostic] = []
      if names.people.contains(where: { contains(words, $0) }) {
        found.append(
          diagnostic(named, text, file, "Here stands the name of somebody who had a role in the event."))
      }
      if names.hosts.contains(where: { contains(words, $0) }) {
        found.append(diagnostic(DebriefCheck.host, text, file, "Here stands the name of the host."))
      }
      return found
        + ReportedSpeech.all(in: text.words).map { (speech: ReportedSpeech) -> Diagnostic in
          diagnostic(rule(for: speech.kind), text, file, message(speech))
        }
    }
  }

  private static func fewAnswers(_ debrief: Debrief) -> [Diagnostic] {
    guard let count = debrief.answers, count < 5, debrief.feedback != nil,
      let feedback = debrief.record.record("feedback")
    else { return [] }
    return [answers.found(in: feedback, at: "summary", "The summary rests on \(count) answers.")]
  }

  private static func rule(for kind: ReportedSpeech.Kind) -> CheckRule {
    switch kind {
    case .quotation: speech
    case .attribution: saidBy
    case .smallCell: small
    }
  }

  private static func message(_ speech: ReportedSpeech) -> String {
    switch speech.kind {
    case .quotation: "Words stand in quotation marks: \(speech.words)"
    case .attribution: "This may tell who spoke: \(speech.words)"
    case .smallCell: "This is a small number: \(speech.words)"
    }
  }

  private struct Text {
    let words: String
    let offset: Int
  }

  private static func diagnostic(_ rule: CheckRule, _ text: Text, _ file: File, _ message: String)
    -> Diagnostic
  {
    rule.found(at: text.offset, of: file.source, path: file.path, address: file.address, message)
  }

  /// A text without case, accents and hyphens, with blanks around its words.
  private static func folded(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let plain = words.map { (word: Substring) -> String in
      String(word.map { (letter: Character) -> Character in slug(of: String(letter)).first ?? letter })
    }
    return " " + plain.joined(separator: " ") + " "
  }

  private static func contains(_ text: String, _ name: String) -> Bool {
    let name = name.trimmed
    return !name.isEmpty && text.contains(" " + name + " ")
  }
}
