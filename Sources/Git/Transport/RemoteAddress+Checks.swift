extension RemoteAddress {
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, last == " " || last == "\n" || last == "\t" || last == "\r\n" {
      rest.removeLast()
    }
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    return String(rest)
  }

  /// Control, formatting and separator characters, which hide what an address really says.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: false
    }
  }

  static func hasDriveLetter(_ text: String) -> Bool {
    let start = text.prefix(3)
    guard start.count >= 2, let first = start.first, first.isASCII, first.isLetter else { return false }
    return start.dropFirst().first == ":"
  }

  /// The colon of `[user@]host:path`, which git takes for ssh when it comes before the first slash.
  static func shortFormColon(_ text: String) -> String.Index? {
    var start = text.startIndex
    let beforeBracket = text.prefix { $0 != "[" && $0 != "/" && $0 != ":" }
    if text[beforeBracket.endIndex...].hasPrefix("["), let close = text.firstIndex(of: "]") {
      start = text.index(after: close)
    }
    guard let colon = text[start...].firstIndex(of: ":") else { return nil }
    if let slash = text.firstIndex(of: "/"), slash < colon { return nil }
    return colon
  }

  /// Whether an account's name is more likely an access token.
  static func isLikelySecret(_ user: Substring) -> Bool {
    let prefixes = [
      "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "glptt-", "ATBB", "x-token",
    ]
    return user.utf8.count > 40 || prefixes.contains { user.lowercased().hasPrefix($0.lowercased()) }
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Accepts names, dotted quads and bracketed IPv6; refuses every other spelling of a number (octal, hex, one integer).
  static func checkHost(_ host: String, way: Way) throws(AddressProblem) {
    if host.hasPrefix("["), host.hasSuffix("]") {
      let inside = host.dropFirst().dropLast().utf8
      let isNumber = inside.allSatisfy { isHexDigit($0) || $0 == 0x3A || $0 == 0x2E }
      guard isNumber, inside.contains(0x3A), inside.count <= 45 else { throw .badHost }
      return
    }
    guard !host.isEmpty, host.utf8.count <= 253 else { throw .badHost }
    var labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if labels.last?.isEmpty == true { labels.removeLast() }
    for label in labels {
      let allowed = label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D || ($0 == 0x5F && way == .ssh) }
      guard allowed, !label.isEmpty, label.utf8.count <= 63, label.first != "-", label.last != "-" else {
        throw .badHost
      }
    }
    guard let last = labels.last else { throw .badHost }
    let looksNumeric =
      last.utf8.allSatisfy { (0x30...0x39).contains($0) } || last.lowercased().hasPrefix("0x")
    if looksNumeric && !isDottedQuad(labels) { throw .badHost }
  }

  private static func isDottedQuad(_ labels: [Substring]) -> Bool {
    labels.count == 4
      && labels.allSatisfy { label in
        guard let value = Int(label), (0...255).contains(value) else { return false }
        return String(value) == label
      }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool { hexValue(byte) != nil }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Refuses steps, shell characters and, where git or the server decodes escapes, escapes that hide such things.
  static func checkPath(_ path: String, decoded: Bool) throws(AddressProblem) {
    try checkPlainPath(path, escapes: decoded)
    guard decoded, path.contains("%") else { return }
    guard let plain = percentDecoded(path[...]) else { throw .badPath }
    // An escaped slash would move the path's steps; an escaped percent sign could be decoded twice.
    let escapes = path.lowercased()
    guard !escapes.contains("%2f"), !escapes.contains("%25") else { throw .badPath }
    try checkPlainPath(plain.filter { $0 != " " }, escapes: false)
  }

  private static func checkPlainPath(_ path: String, escapes: Bool) throws(AddressProblem) {
    for scalar in path.unicodeScalars {
      let isRefused = isHidden(scalar) || "\\\"'`$;|&<>*?#!^{}[] ".unicodeScalars.contains(scalar)
      guard !isRefused, escapes || scalar != "%" else { throw .badPath }
    }
    for step in path.split(separator: "/") {
      guard step != ".", step != "..", !step.hasPrefix("-") else { throw .badPath }
    }
  }

  /// The text with `%xx` replaced, or `nil` for a broken escape, a zero byte or bytes that are not UTF-8.
  static func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The absolute path without `.`, `..` and doubled slashes.
  static func normalised(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return "/" + steps.joined(separator: "/")
  }
}
