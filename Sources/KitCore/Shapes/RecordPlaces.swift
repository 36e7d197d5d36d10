extension Record {
  /// Where the record begins.
  package var place: SourcePlace { source.place(at: node.range.lowerBound) }

  /// Where the value of a key begins, or one item (from 0) of its list; the record's own place where that
  /// is not there.
  package func place(of key: String, item: Int? = nil) -> SourcePlace {
    source.place(at: range(of: key, item: item).lowerBound)
  }

  /// The bytes of the value of a key, or of one item (from 0) of its list; those of the record where that
  /// is not there.
  package func range(of key: String, item: Int? = nil) -> SourceRange {
    guard let value = node[key] else { return node.range }
    if let item, let inner = value[item] { return inner.range }
    return value.range
  }

  /// A diagnostic about this record, or about one of its keys.
  package func diagnostic(
    _ severity: Diagnostic.Severity, _ rule: String, at key: String? = nil, item: Int? = nil,
    _ message: String, remedy: String? = nil
  ) -> Diagnostic {
    var about = address
    var begin = place
    if let key {
      about = about.field(key)
      if let item { about = about.item(item) }
      begin = place(of: key, item: item)
    }
    return Diagnostic(
      severity, rule, path: path.text, place: begin, address: about, message: message, remedy: remedy)
  }
}
