/// One thing that is worth telling about a kit: what, where, and what to do about it.
///
/// Diagnostics are values, never errors that are thrown: a kit with many faults is still a kit that can
/// be read, shown and merged.
package struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic matters.
  package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The kit cannot be used as it is.
    case error
    /// The kit can be used, but somebody will be sorry.
    case warning
    /// Worth knowing.
    case information

    /// The graver one is the smaller one, so that sorting puts it first.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .information: 2
      }
    }
  }

  /// How much it matters.
  package let severity: Severity
  /// The stable name of the rule, in kebab-case: `missing-key`.
  package let rule: String
  /// The file inside the kit, `plans/half-day.yaml`; `nil` when it concerns the kit as a whole.
  package let path: String?
  /// The place in the file; `nil` when it concerns the file as a whole.
  package let place: SourcePlace?
  /// The part that it concerns, where that is known.
  package let address: Address?
  /// What is the matter, as one or two sentences.
  package let message: String
  /// What to do about it, as one sentence; `nil` where nothing need be done.
  package let remedy: String?

  /// Makes a diagnostic.
  package init(
    _ severity: Severity, _ rule: String, path: String? = nil, place: SourcePlace? = nil,
    address: Address? = nil, message: String, remedy: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.path = path
    self.place = place
    self.address = address
    self.message = message
    self.remedy = remedy
  }

  /// The line in the file, from 1, where it is known.
  package var line: Int? { place?.line }
  /// The column in that line, from 1, where it is known.
  package var column: Int? { place?.column }
}

extension Diagnostic: Comparable {
  /// Diagnostics are ordered by file, place, gravity and rule: as somebody works through them. What concerns the whole
  /// kit comes first, then kit.yaml, since much of the rest may follow from it.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let (leftPath, rightPath) = (left.path ?? "", right.path ?? "")
    if leftPath != rightPath {
      let (leftRank, rightRank) = (rank(of: leftPath), rank(of: rightPath))
      return leftRank == rightRank ? leftPath < rightPath : leftRank < rightRank
    }
    let start = SourcePlace(line: 1, column: 1)
    let (leftPlace, rightPlace) = (left.place ?? start, right.place ?? start)
    if leftPlace != rightPlace { return leftPlace < rightPlace }
    if left.severity != right.severity { return left.severity < right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }

  private static func rank(of path: String) -> Int { path.isEmpty ? 0 : path == "kit.yaml" ? 1 : 2 }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as one line: `plans/half-day.yaml:12:5: error: … [missing-key]`.
  package var description: String {
    var words = ""
    if let path { words += path + ":" }
    if let place { words += "\(place):" }
    if !words.isEmpty { words += " " }
    words += "\(severity.rawValue): \(message)"
    if let remedy { words += " " + remedy }
    return words + " [\(rule)]"
  }

  /// The diagnostic for programs: `severity`, `rule`, `path`, `line`, `column`, `address`, `message`,
  /// `remedy`; what is not known is left out.
  package var json: JSON {
    .compact([
      ("severity", .string(severity.rawValue)),
      ("rule", .string(rule)),
      ("path", path.map { JSON.string($0) }),
      ("line", line.map { JSON.integer($0) }),
      ("column", column.map { JSON.integer($0) }),
      ("address", address.map { JSON.string($0.description) }),
      ("message", .string(message)),
      ("remedy", remedy.map { JSON.string($0) }),
    ])
  }
}
