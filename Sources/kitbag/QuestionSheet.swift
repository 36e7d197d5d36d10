internal import Franchise
internal import KitCore

/// One question of an update as a person reads it: what it is about, and the three versions side by side.
struct QuestionSheet {
  let question: Question

  private static let names = ClashQuestion.Names(theirs: "the master's")
  private static let width = 80

  /// The lines of the question; `number` of `count` stands in the heading.
  func lines(number: Int, of count: Int) -> [String] {
    let shown = question.shown
    var lines = TextLayout.wrapped(
      "Question \(number) of \(count): \(shown.title)", to: Self.width, first: "", rest: "  ")
    if shown.address != shown.title { lines.append("  " + shown.address) }
    lines.append("")
    lines += TextLayout.wrapped(shown.summary, to: Self.width, first: "  ")
    lines.append("")
    return lines + shown.columns(names: Self.names)
  }

  /// What can be answered, in the order in which it is offered.
  var answers: [(words: String, answer: ClashAnswer)] {
    let shown = question.shown
    func words(_ text: String, _ answer: ClashAnswer) -> (words: String, answer: ClashAnswer) {
      let reason = shown.suggestion == answer ? shown.reason : nil
      return (text + (reason.map { " (suggested: \($0))" } ?? ""), answer)
    }
    var all = [words("keep yours", .ours)]
    if !shown.isOneText { all.append(words("take the master's", .theirs)) }
    if shown.allowsBoth { all.append(words("keep both, yours first", .both)) }
    return all
  }

  /// Whether own words can be written: not for names, and not for what is no text.
  var allowsOwnWords: Bool { question.shown.choices().contains("your own words") }

  /// The question for programs, with the three texts whole.
  var json: JSON {
    let clash = question.clash
    return .compact([
      ("address", .string(clash.address)), ("path", .string(clash.path)),
      ("title", .string(question.shown.title)), ("why", .string(question.shown.summary)),
      ("before", .optional(Self.text(clash.texts.base))), ("ours", .optional(Self.text(clash.texts.ours))),
      ("theirs", .optional(Self.text(clash.texts.theirs))),
      ("answers", .strings(answers.map(\.answer.name) + (allowsOwnWords ? ["own"] : []))),
      ("suggestion", clash.suggestion.map { .string($0.name) }),
      ("answer", question.answer.map { .string($0.name) }),
    ])
  }

  private static func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(validating: $0, as: UTF8.self) ?? "(\($0.count) bytes that are no text)" }
  }
}

extension ClashAnswer {
  /// The answer as it is typed.
  var name: String {
    switch self {
    case .ours: "ours"
    case .theirs: "theirs"
    case .both: "both"
    case .words: "own"
    }
  }
}
