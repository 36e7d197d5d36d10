/// Where in a file a comparison stands.
struct ComparedPart {
  /// The file.
  let path: String
  /// The address of the file or of the part inside it, without field; `nil` in a file that has none.
  var address: String?
  /// The titles that lead here.
  var subject: [String] = []
  /// The keys from the addressed part to here.
  var fields: [String] = []

  /// The part one key further in.
  func field(_ key: String) -> ComparedPart {
    var inner = self
    inner.fields.append(key)
    return inner
  }

  /// The part that has an id, and so an address of its own.
  func part(id: String, title: String) -> ComparedPart {
    var inner = self
    inner.address = address.map { $0 + ($0.contains("#") ? "/" : "#") + id }
    inner.subject.append(title)
    inner.fields = []
    return inner
  }

  /// What the fields are called, or nothing for the part itself.
  var label: String { fields.map { FieldName.of($0) }.joined(separator: ", ") }

  /// The part one key further in, where the keys are names that somebody gave: `parameter “host”`.
  func named(_ key: String, noun: String) -> ComparedPart {
    var inner = self
    inner.address = fullAddress.map { $0 + "." + key }
    inner.subject.append("\(noun) “\(key)”")
    inner.fields = []
    return inner
  }

  /// The address with its field.
  var fullAddress: String? { address.map { ([$0] + fields).joined(separator: ".") } }

  /// A change at this place.
  func change(_ kind: Change.Kind, _ what: String, before: String? = nil, after: String? = nil) -> Change {
    Change(
      kind: kind, path: path, address: fullAddress, subject: subject, field: label.isEmpty ? nil : label,
      what: what, before: before, after: after)
  }
}
