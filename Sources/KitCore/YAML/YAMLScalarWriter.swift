/// Writes one piece of text so that every reader of YAML gets just that text back.
enum YAMLScalarWriter {
  /// Whether text can stand without quotes and stays text.
  ///
  /// Stricter than YAML, so that readers of any age agree.
  static func canBePlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, !YAMLLiteral.matches(text) else {
      return false
    }
    if "-?:,[]{}#&*!|>'\"%@`= \t".utf8.contains(first) || last == UInt8(ascii: " ")
      || last == UInt8(ascii: ":")
    {
      return false
    }
    if text.utf8.starts(with: "...".utf8) { return false }
    guard
      text.unicodeScalars.allSatisfy({ (scalar: Unicode.Scalar) -> Bool in
        isPrintable(scalar) && scalar != "\t"
      })
    else { return false }
    var before: UInt8 = 0
    for byte in text.utf8 {
      if before == UInt8(ascii: ":") && byte == UInt8(ascii: " ") { return false }
      if before == UInt8(ascii: " ") && byte == UInt8(ascii: "#") { return false }
      if inFlow && ",[]{}:?".utf8.contains(byte) { return false }
      before = byte
    }
    return true
  }

  /// Whether text can stand in single quotes on one line.
  static func canBeSingle(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (scalar: Unicode.Scalar) -> Bool in isPrintable(scalar) && scalar != "\t"
    }
  }

  /// Whether text can stand line by line behind `|`.
  static func canBeBlock(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { (scalar: Unicode.Scalar) -> Bool in
        isPrintable(scalar) || scalar == "\n"
      }
      && text.contains { (letter: Character) -> Bool in letter != "\n" && letter != " " && letter != "\t" }
  }

  static func single(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "'" { quoted += "'" }
    }
    return quoted + "'"
  }

  static func double(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case let scalar where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
      default: quoted += escape(scalar)
      }
    }
    return quoted + "\""
  }

  /// The lines of text behind `|`, the first holding the sign; `indent` is that of the text, `parent` that of what
  /// the text belongs to.
  static func literal(_ text: String, indent: Int, parent: Int) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let sign = header("|", of: &lines, indent: indent - parent)
    let margin = String(repeating: " ", count: indent)
    return [sign] + lines.map { (line: String) -> String in line.isEmpty ? "" : margin + line }
  }

  /// The lines of text behind `>`, filled up to `width` columns.
  ///
  /// A line break of the text becomes an empty line more. Text with lines that begin with a blank is not folded by
  /// readers and comes out differently; whoever writes it compares.
  static func folded(_ text: String, indent: Int, parent: Int, width: Int) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let sign = header(">", of: &lines, indent: indent - parent)
    let margin = String(repeating: " ", count: indent)
    var output = [sign]
    var afterText = false
    for line in lines {
      if line.isEmpty {
        output.append("")
        continue
      }
      if afterText { output.append("") }
      output += filled(line, width: max(20, width - indent)).map { (piece: String) -> String in margin + piece
      }
      afterText = true
    }
    return output
  }

  /// The sign with its indicators; takes the empty line off that the final line break leaves.
  private static func header(_ sign: String, of lines: inout [String], indent: Int) -> String {
    var header = sign
    if lines.first(where: { (line: String) -> Bool in !line.isEmpty })?.first == " " {
      header += String(indent)
    }
    if lines.last != "" { return header + "-" }
    lines.removeLast()
    return lines.last == "" ? header + "+" : header
  }

  /// Breaks a line at single spaces between words.
  private static func filled(_ line: String, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var length = 0
    var canBreak = false
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if canBreak, !word.isEmpty, length + 1 + word.count > width {
        pieces.append(piece)
        (piece, length) = (String(word), word.count)
      } else {
        if canBreak || length > 0 { piece += " " }
        piece += word
        length += word.count + 1
      }
      canBreak = !word.isEmpty
    }
    return pieces + [piece]
  }

  /// What may stand in YAML unescaped and on one line for every reader.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x1_0000...0x10_FFFF:
      true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, length) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
  }
}
