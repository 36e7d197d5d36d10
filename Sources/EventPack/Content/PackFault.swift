package import KitCore

/// Why no pack can be made: everything that stands in its way, with places and remedies.
package struct PackFault: Error, Sendable {
  /// What is wrong, in the order of files and places; never empty.
  package let diagnostics: [Diagnostic]

  /// Collects what is wrong.
  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

extension Diagnostic {
  /// An error at a key of a record.
  static func error(_ rule: String, _ record: Record, _ key: String, _ message: String, _ remedy: String)
    -> Diagnostic
  {
    Diagnostic(
      .error, rule, path: record.path.text, place: record.place(of: key), address: record.address.field(key),
      message: message, remedy: remedy)
  }
}
