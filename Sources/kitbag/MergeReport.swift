internal import KitCore

/// A merged file for programs and for people.
struct MergeReport {
  let merged: MergedDocument
  let path: String
  /// What was ours before, to tell what came from theirs.
  let ours: [UInt8]

  // MARK: For programs

  /// `{clean, text, clashes: [{address, title, kind, summary, base, ours, theirs, choices, suggestion?, range}], warnings}`.
  ///
  /// Where bytes are no UTF-8 text, `textBase64` stands in place of `text`, and so on. `range` counts bytes of the
  /// merged file.
  var json: JSON {
    let questions = ClashQuestion.all(in: merged, path: path)
    return JSON.compact([
      ("clean", .boolean(merged.isClean)),
      Self.content("text", merged.bytes),
      ("clashes", .array(zip(merged.clashes, questions).map { json($0, $1) })),
      ("warnings", .array(merged.warnings.map { ["kind": "doubled", "text": .string($0.text)] })),
    ])
  }

  private func json(_ clash: Clash, _ question: ClashQuestion) -> JSON {
    let choices = ["ours", "theirs"] + (question.allowsBoth ? ["both"] : []) + ["words"]
    return JSON.compact([
      ("address", .string(clash.address)),
      ("title", .string(question.title)),
      ("kind", .string(clash.kind.rawValue)),
      ("summary", .string(question.summary)),
      Self.content("base", clash.base),
      Self.content("ours", clash.ours),
      Self.content("theirs", clash.theirs),
      ("choices", .strings(choices)),
      (
        "suggestion",
        clash.suggestion.map { .string($0 == .both ? "both" : $0 == .theirs ? "theirs" : "ours") }
      ),
      ("range", [.integer(clash.range.lowerBound), .integer(clash.range.upperBound)]),
    ])
  }

  /// A member for bytes: as text under its name, or in letters under the name with `Base64`.
  private static func content(_ name: String, _ bytes: [UInt8]) -> (String, JSON?) {
    if let text = String(validating: bytes, as: UTF8.self) { return (name, .string(text)) }
    return (name + "Base64", .string(Base64.text(of: bytes)))
  }

  // MARK: For people

  /// What came of the merge: what was taken over, each question, what stays, and what to do next.
  func text(hasMarkers: Bool) -> String {
    let questions = ClashQuestion.all(in: merged, path: path)
    var lines = taken(hasQuestions: !questions.isEmpty)
    for warning in merged.warnings {
      lines += TextLayout.wrapped(
        "Look at this: the text “\(warning.text)” was added by both sides and stands twice.", to: Self.width,
        first: "", rest: "  ")
    }
    guard !questions.isEmpty else { return lines.joined(separator: "\n") }
    let isOne = questions.count == 1
    lines += ["", isOne ? "One question is left." : "\(questions.count) questions are left."]
    for (index, question) in questions.enumerated() {
      lines += ["", question.text(number: isOne ? nil : index + 1)]
    }
    lines += [""] + ending(hasMarkers: hasMarkers, isOne: isOne)
    return lines.joined(separator: "\n")
  }

  private static let width = 80
  /// At most this number of changes is told one by one.
  private static let mostTold = 8

  /// What the merged file has from theirs.
  private func taken(hasQuestions: Bool) -> [String] {
    let changes = FileComparison(path: path, old: ours, new: merged.bytes).changes
    if changes.isEmpty {
      return [
        hasQuestions ? "Nothing else of theirs was new." : "Nothing of theirs was new; yours stays as it is."
      ]
    }
    var lines = ["Taken over from theirs:"]
    for change in changes.prefix(Self.mostTold) {
      lines += TextLayout.wrapped(change.sentence, to: Self.width, first: "  ", rest: "    ")
    }
    if changes.count > Self.mostTold { lines.append("  … and \(changes.count - Self.mostTold) more") }
    return lines
  }

  private func ending(hasMarkers: Bool, isOne: Bool) -> [String] {
    let safe =
      hasMarkers
      ? "The printed file has both versions between lines of marks; it is not valid before one is chosen."
      : "Yours stayed in place \(isOne ? "there" : "at each of them"), and the printed file is valid."
    let next =
      hasMarkers
      ? "Next: choose in the file and take the lines of marks out."
      : "Next: change the file by hand, or merge again with '--markers' to choose inside the file. "
        + "'--json' gives the questions to a program."
    return [safe, next].flatMap { TextLayout.wrapped($0, to: Self.width) }
  }
}
