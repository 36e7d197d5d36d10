internal import KitCore

/// Markdown in which every parameter is one letter that no font has, so that a value is never read as Markdown.
///
/// A value is put in only after the text was parsed: `**` in the name of a host stays two stars.
struct MarkdownFilling {
  /// The text to parse.
  let text: String
  /// What each stand-in letter means, by its place after ``first``.
  private let values: [String]

  /// The first of 65,534 letters that are nobody's.
  private static let first: UInt32 = 0xF0000
  private static let last: UInt32 = 0xFFFFD

  /// Takes the parameters out of a text.
  init(_ markdown: String, values known: [String: String]) {
    let clean = String(
      String.UnicodeScalarView(
        markdown.unicodeScalars.filter { !(MarkdownFilling.first...MarkdownFilling.last).contains($0.value) })
    )
    let uses = clean.contains("{{") ? ParameterText(clean).uses : []
    guard !uses.isEmpty else {
      text = clean
      values = []
      return
    }
    let bytes = Array(clean.utf8)
    var output: [UInt8] = []
    var values: [String] = []
    var index = 0
    for use in uses {
      let value: String
      switch use.kind {
      case .escape: value = "{{"
      case .parameter(let name): value = known[name] ?? "{{\(name)}}"
      case .other: continue
      }
      guard let letter = Unicode.Scalar(MarkdownFilling.first + UInt32(values.count)),
        letter.value <= MarkdownFilling.last
      else { break }
      output += bytes[index..<use.range.lowerBound]
      output += Array(String(Character(letter)).utf8)
      values.append(value)
      index = use.range.upperBound
    }
    output += bytes[index...]
    text = String(decoding: output, as: UTF8.self)
    self.values = values
  }

  /// The text with values instead of stand-ins.
  func filled(_ text: String) -> String {
    guard !values.isEmpty else { return text }
    var output = ""
    for scalar in text.unicodeScalars {
      let place = Int(scalar.value) - Int(MarkdownFilling.first)
      if values.indices.contains(place) {
        output += values[place]
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
