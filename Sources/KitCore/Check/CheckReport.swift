/// What a check found, told to people and to programs.
package struct CheckReport: Sendable {
  /// What was found: files that cannot be read at all first, since other findings may follow from them, then the others in
  /// the order in which they were given.
  package let diagnostics: [Diagnostic]
  /// The kit's id, where it has one.
  package let kit: String?

  /// Makes the report of a check.
  package init(_ diagnostics: [Diagnostic], kit: String?) {
    let causes = Set(diagnostics.filter { CheckReport.causes.contains($0.rule) }.map { $0.path ?? "" })
    self.diagnostics =
      diagnostics.filter { causes.contains($0.path ?? "") }
      + diagnostics.filter { !causes.contains($0.path ?? "") }
    self.kit = kit
  }

  /// The rules of which a breach keeps a file from being read.
  private static let causes: Set<String> = [
    "no-kit", "newer-format", "unreadable", "front-matter", "not-a-file", "too-large", "bad-path",
  ]

  /// How many are of a severity.
  package func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }

  /// Whether nothing stands in the way of using the kit.
  package var isUsable: Bool { count(.error) == 0 }

  /// The report for programs: `kit`, `errors`, `warnings`, `information`, `diagnostics`.
  package var json: JSON {
    [
      "kit": .optional(kit), "errors": .integer(count(.error)), "warnings": .integer(count(.warning)),
      "information": .integer(count(.information)), "diagnostics": .array(diagnostics.map(\.json)),
    ]
  }

  /// The report for a terminal, by files, in lines of at most `width` columns as far as words allow.
  ///
  /// - Parameter leastSeverity: What is less grave is left out, but counted.
  package func text(width: Int = 80, leastSeverity: Diagnostic.Severity = .information) -> String {
    var lines: [String] = []
    var file: String??
    for diagnostic in diagnostics where diagnostic.severity <= leastSeverity {
      if file != .some(diagnostic.path) {
        if file != nil { lines.append("") }
        lines.append(TerminalText(oneLine: diagnostic.path ?? "The kit as a whole").shown)
        file = .some(diagnostic.path)
      }
      lines += CheckReport.lines(diagnostic, width: width)
    }
    if !lines.isEmpty { lines.append("") }
    lines += TextLayout.wrapped(summary, to: width)
    return lines.joined(separator: "\n")
  }

  /// How it stands, and what to do next, in a line or two.
  package var summary: String {
    let parts = [
      CheckReport.count(count(.error), "error", "errors"),
      CheckReport.count(count(.warning), "warning", "warnings"),
      CheckReport.count(count(.information), "note", "notes"),
    ].compactMap { $0 }
    let what = parts.isEmpty ? "Nothing is wrong." : parts.joined(separator: ", ") + "."
    if !isUsable { return what + " What next: mend the errors first, from the top; nothing was changed." }
    if count(.warning) > 0 { return what + " The kit can be used as it is. What next: look at the warnings." }
    return what + " The kit is ready to use."
  }

  private static func lines(_ diagnostic: Diagnostic, width: Int) -> [String] {
    let place = TextLayout.padded(diagnostic.place?.description ?? "", to: 7)
    let indent = String(repeating: " ", count: 11)
    let words = "\(word(diagnostic.severity)): \(TerminalText(oneLine: diagnostic.message).shown)"
    var lines = TextLayout.wrapped(words, to: width, first: "  \(place)  ", rest: indent)
    let remedy = diagnostic.remedy.map { TerminalText(oneLine: $0).shown + " " } ?? ""
    lines += TextLayout.wrapped("\(remedy)[\(diagnostic.rule)]", to: width, first: indent, rest: indent)
    return lines
  }

  /// The severity as a word, since colour alone says nothing to many.
  private static func word(_ severity: Diagnostic.Severity) -> String {
    severity == .information ? "note" : severity.rawValue
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String? {
    number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
  }
}
