internal import Franchise
internal import KitCore

/// One question as a person reads it: what it is about, and the three versions side by side.
///
/// What differs is marked with signs, not colours alone: `[-gone-]` in the text before, `{+new+}` in the others.
struct QuestionSheet {
  let question: Question

  private static let width = 80
  private static let column = 24

  /// The lines of the question; `number` of `count` stands in the heading.
  func lines(number: Int, of count: Int) -> [String] {
    let clash = question.clash
    var lines = ["Question \(number) of \(count): \(clash.address)"]
    lines += TextLayout.wrapped(clash.summary, to: Self.width, first: "  ")
    lines.append("")
    lines += columns
    return lines
  }

  /// The three versions in columns, the common one first.
  private var columns: [String] {
    let (base, ours, theirs) = marked
    let cells = [base, ours, theirs].map { (text: String) -> [String] in
      text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
        TextLayout.wrapped(String($0), to: Self.column)
      }
    }
    var lines = [
      row(["before", "yours", "the master's"]),
      row(Array(repeating: String(repeating: "-", count: Self.column), count: 3)),
    ]
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      lines.append(row(cells.map { $0.indices.contains(index) ? $0[index] : "" }))
    }
    return lines
  }

  private func row(_ cells: [String]) -> String {
    let text = cells.dropLast().map { TextLayout.padded($0, to: Self.column) }.joined(separator: "  ")
    return "  " + (text + "  " + (cells.last ?? "")).trimmedEnd
  }

  /// The three texts with the words marked that differ from the text before, long unchanged runs cut short.
  private var marked: (base: String, ours: String, theirs: String) {
    let texts = question.clash.texts.map(Self.shown)
    let nothing = "(nothing)"
    guard let base = texts.base, !base.isEmpty else {
      let difference = WordDifference(from: texts.ours ?? "", to: texts.theirs ?? "").shortened
      return (
        nothing, Self.side(difference, .removed, "{+", "+}") ?? nothing,
        Self.side(difference, .added, "{+", "+}") ?? nothing
      )
    }
    let ours = WordDifference(from: base, to: texts.ours ?? "")
    let theirs = WordDifference(from: base, to: texts.theirs ?? "")
    // The text before shows what either side took out; of two, what ours did comes first.
    let gone = texts.ours == base ? theirs : ours
    return (
      Self.side(gone.shortened, .removed, "[-", "-]") ?? base,
      texts.ours.flatMap { $0.isEmpty ? nil : Self.side(ours.shortened, .added, "{+", "+}") } ?? nothing,
      texts.theirs.flatMap { $0.isEmpty ? nil : Self.side(theirs.shortened, .added, "{+", "+}") } ?? nothing
    )
  }

  /// One side of a difference with its own words marked; `nil` where it has none at all.
  private static func side(
    _ difference: WordDifference, _ fate: WordDifference.Run.Fate, _ open: String, _ close: String
  ) -> String? {
    var text = ""
    for run in difference.runs where run.fate == .same || run.fate == fate {
      guard run.fate == fate else {
        text += run.text
        continue
      }
      // Each line is marked by itself, so that the marks stay with their words when lines are broken.
      let end = run.text.reversed().prefix { $0.isWhitespace }.count
      text +=
        open + run.text.dropLast(end).replacing("\n", with: close + "\n" + open) + close
        + run.text.suffix(end)
    }
    text = text.trimmedEnd
    return text.isEmpty ? nil : text
  }

  private static func shown(_ bytes: [UInt8]?) -> String? {
    guard let bytes else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      return "(\(bytes.count) bytes that are no text)"
    }
    return text.trimmedEnd
  }

  /// The question for programs, with the three texts whole.
  var json: JSON {
    let clash = question.clash
    return .compact([
      ("address", .string(clash.address)), ("path", .string(clash.path)), ("why", .string(clash.summary)),
      ("before", .optional(Self.shown(clash.texts.base))), ("ours", .optional(Self.shown(clash.texts.ours))),
      ("theirs", .optional(Self.shown(clash.texts.theirs))),
      ("suggestion", clash.suggestion.map { .string($0.name) }),
      ("answer", question.answer.map { .string($0.name) }),
    ])
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

extension String {
  /// The text without white space at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
