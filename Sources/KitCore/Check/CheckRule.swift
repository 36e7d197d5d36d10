/// One thing that `check` looks for, under a name that never changes.
package struct CheckRule: Hashable, Sendable {
  /// The stable name, in kebab-case: `steps-do-not-sum`.
  package let id: String
  /// How much it matters.
  package let severity: Diagnostic.Severity
  /// Why it is looked for, one sentence.
  package let why: String
  /// What to do about it in general; a diagnostic may know better.
  package let remedy: String

  init(_ id: String, _ severity: Diagnostic.Severity, why: String, remedy: String) {
    self.id = id
    self.severity = severity
    self.why = why
    self.remedy = remedy
  }

  /// What the rule has to say about a record, or about one of its keys.
  func found(
    in record: Record, at key: String? = nil, item: Int? = nil, _ message: String, remedy: String? = nil
  ) -> Diagnostic {
    record.diagnostic(severity, id, at: key, item: item, message, remedy: remedy ?? self.remedy)
  }

  /// What the rule has to say about a place in a text.
  func found(
    at offset: Int, of source: SourceText, path: KitPath, address: Address?, _ message: String,
    remedy: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, id, path: path.text, place: source.place(at: offset), address: address, message: message,
      remedy: remedy ?? self.remedy)
  }
}
