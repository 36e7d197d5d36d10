extension ClashQuestion {
  /// The three versions side by side, in lines of at most 80 columns: what both began with, ours, and theirs.
  ///
  /// Words that differ stand in brackets, so that nothing depends on colour.
  package func columns(names: Names = Names()) -> [String] {
    let shown = ShownVersions(texts, isYAML: MergeFormat(path: path) == .yaml)
    let cells = [shown.base, shown.ours, shown.theirs].map { (lines: [ShownVersions.Line]) -> [String] in
      lines.flatMap { (line: ShownVersions.Line) -> [String] in
        let inset = String(repeating: " ", count: min(line.indent, 8))
        return TextLayout.wrapped(line.text, to: Self.column, first: inset)
      }
    }
    let rule = String(repeating: "-", count: Self.column)
    var lines = [Self.row([names.base, names.ours, names.theirs]), Self.row([rule, rule, rule])]
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      lines.append(Self.row(cells.map { $0.indices.contains(index) ? $0[index] : "" }))
    }
    return lines
  }

  /// The columns of one version.
  private static let column = 24

  private static func row(_ cells: [String]) -> String {
    var text = "  " + cells.map { TextLayout.padded($0, to: column) }.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }
}
