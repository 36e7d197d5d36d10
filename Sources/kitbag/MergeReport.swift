internal import KitCore

/// A merged file for programs and for people.
struct MergeReport {
  let merged: MergedDocument
  let path: String
  /// What was ours before, to tell what came from theirs.
  let ours: [UInt8]

  // MARK: For programs

  /// `{clean, text, clashes: [{address, title, kind, …, range}], warnings}`, each clash as ``ClashQuestion/json`` has it.
  ///
  /// Where bytes are no UTF-8 text, `textBase64` stands in place of `text`. A clash's address is relative to the file;
  /// `range` counts bytes of the merged file.
  var json: JSON {
    let questions = ClashQuestion.all(in: merged, path: path)
    return JSON.compact([
      ("clean", .boolean(merged.isClean)),
      JSON.content("text", merged.bytes),
      ("clashes", .array(zip(merged.clashes, questions).map { json($0, $1) })),
      ("warnings", .array(merged.warnings.map { ["kind": "doubled", "text": .string($0.text)] })),
    ])
  }

  private func json(_ clash: Clash, _ question: ClashQuestion) -> JSON {
    guard case .object(let members) = question.json else { return question.json }
    let own = members.filter { !["address", "path"].contains($0.name) }
    let range: JSON = [.integer(clash.range.lowerBound), .integer(clash.range.upperBound)]
    return .object([.init("address", .string(clash.address))] + own + [.init("range", range)])
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
    for (index, question) in questions.prefix(Self.mostAsked).enumerated() {
      lines += ["", question.text(number: isOne ? nil : index + 1)]
    }
    if questions.count > Self.mostAsked {
      lines += ["", "… and \(questions.count - Self.mostAsked) more; '--json' gives them all."]
    }
    lines += [""] + ending(hasMarkers: hasMarkers, isOne: isOne)
    return lines.joined(separator: "\n")
  }

  private static let width = 80
  /// At most this number of changes is told one by one.
  private static let mostTold = 8
  /// At most this number of questions is shown.
  private static let mostAsked = 20

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
