extension ClashQuestion {
  /// The question as people read it on a terminal, in lines of at most 80 columns, without a line break at the end.
  ///
  /// Words that differ stand in brackets, so that nothing depends on colour; what is the same and far from them is
  /// left out.
  ///
  /// - Parameter number: Its place among the questions, from 1, where there are several.
  package func text(names: Names = Names(), number: Int? = nil) -> String {
    let indent = "  "
    var lines = TextLayout.wrapped(
      (number.map { "\($0). " } ?? "") + title, to: Self.width, first: "", rest: indent)
    if address != title { lines.append(indent + address) }
    lines.append("")
    lines += TextLayout.wrapped(summary, to: Self.width, first: indent)
    lines += versions(names, indent: indent)
    lines += TextLayout.wrapped(
      "Choose: " + Counting.list(choices(names: names), "or") + ".", to: Self.width, first: indent,
      rest: indent + "  ")
    if isOneText {
      lines += TextLayout.wrapped(
        "To have it at the other place, move it in the file.", to: Self.width, first: indent,
        rest: indent + "  ")
    }
    if let suggested = suggested(names) {
      lines += TextLayout.wrapped(suggested, to: Self.width, first: indent, rest: indent + "  ")
    }
    return lines.joined(separator: "\n")
  }

  private static let width = 80

  /// The three versions, each behind its name.
  private func versions(_ names: Names, indent: String) -> [String] {
    let shown = ShownVersions(texts, isYAML: MergeFormat(path: path) == .yaml)
    let isOne = isOneText && texts.base == texts.ours
    let labels = isOne ? [names.ours] : [names.base, names.ours, names.theirs]
    let column = (labels.map { TextLayout.width(of: $0) }.max() ?? 0) + 2
    var lines: [String] = []
    for (label, version) in zip(labels, isOne ? [shown.ours] : [shown.base, shown.ours, shown.theirs]) {
      var first = indent + "  " + TextLayout.padded(label, to: column)
      let rest = String(repeating: " ", count: TextLayout.width(of: first))
      for line in version {
        let inset = String(repeating: " ", count: min(line.indent, 12))
        lines += TextLayout.wrapped(line.text, to: Self.width, first: first + inset, rest: rest + inset)
        first = rest
      }
    }
    return lines
  }

  private func suggested(_ names: Names) -> String? {
    guard let suggestion, let reason else { return nil }
    let answer =
      switch suggestion {
      case .ours: names.ours
      case .theirs: names.theirs
      case .both, .words: "both"
      }
    return "Suggested: \(answer). \(reason)"
  }
}
