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
    kit.debriefs.flatMap { (debrief: Debrief) -> [Diagnostic] in
      let event = debrief.event.flatMap { kit.event($0) }
      let isSecret =
        event.map { ConfidentialityCheck.confidentiality(of: $0, kit) == .chathamHouse }
        ?? ((kit.group?.confidentiality ?? kit.identity.confidentiality) == .chathamHouse)
      return isSecret ? of(debrief, event) : []
    }
  }

  private static func of(_ debrief: Debrief, _ event: Event?) -> [Diagnostic] {
    let people = (event?.roles.flatMap(\.people) ?? []).filter { $0.utf8.count >= 3 }.map(folded)
    let host = event.map { folded($0.host) }.flatMap { $0.utf8.count > 3 ? $0 : nil }
    var found: [Diagnostic] = []
    for text in texts(of: debrief.record.node) {
      let words = folded(text.words)
      if people.contains(where: { contains(words, $0) }) {
        found.append(
          diagnostic(named, text, debrief, "Here stands the name of somebody who had a role in the event."))
      }
      if let host, contains(words, host) {
        found.append(diagnostic(DebriefCheck.host, text, debrief, "Here stands the name of the host."))
      }
      found += ReportedSpeech.all(in: text.words).map { (speech: ReportedSpeech) -> Diagnostic in
        diagnostic(rule(for: speech.kind), text, debrief, message(speech))
      }
    }
    if let count = debrief.answers, count < 5, debrief.feedback != nil,
      let feedback = debrief.record.record("feedback")
    {
      found.append(answers.found(in: feedback, at: "summary", "The summary rests on \(count) answers."))
    }
    return found
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

  /// All texts in a value, at most as deep as a file may be nested.
  private static func texts(of node: YAMLNode) -> [Text] {
    switch node.content {
    case .scalar(let scalar): [Text(words: scalar.text, offset: node.range.lowerBound)]
    case .sequence(let sequence): sequence.items.flatMap { texts(of: $0.value) }
    case .mapping(let mapping): mapping.entries.flatMap { texts(of: $0.value) }
    case .alias: []
    }
  }

  private static func diagnostic(_ rule: CheckRule, _ text: Text, _ debrief: Debrief, _ message: String)
    -> Diagnostic
  {
    rule.found(
      at: text.offset, of: debrief.record.source, path: debrief.record.path, address: debrief.record.address,
      message)
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
