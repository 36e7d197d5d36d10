/// What a list is sorted by.
enum OrderKey {
  /// The unit's text without marks at its start, in lower case.
  static func of(_ unit: Unit, _ document: UnitDocument) -> [UInt8] {
    let text = String(decoding: document.bytes[unit.whole], as: UTF8.self).lowercased()
    var scalars = text.unicodeScalars[...].drop { isMark($0) || $0 == "-" }
    while scalars.first == "<" { scalars = scalars.drop { $0 != ">" }.drop { isMark($0) } }
    var key = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "]" || scalar == "\n" { break }
      if scalar != "[", scalar != "`", scalar != "*" { key.append(scalar) }
    }
    return Array(String(key).utf8)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "+", " ", "\t", ">", "[", "`", "_", "\"", "'", "|", "#": true
    default: false
    }
  }
}
