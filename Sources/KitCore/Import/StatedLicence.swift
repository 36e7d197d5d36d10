/// The licence that a text states, as an SPDX identifier.
enum StatedLicence {
  /// Stands in a kit whose licence nobody knows yet; SPDX keeps names of this form for such cases.
  static let unknown = "LicenseRef-unknown"

  /// Recognises a licence's name, address or text; `nil` where none is found.
  static func identifier(in text: String) -> String? {
    let words = text.prefix(4000).lowercased().map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : " " }
    let plain = String(words).split(separator: " ").joined(separator: " ")
    if plain.contains("cc0") || plain.contains("publicdomain zero")
      || plain.contains("public domain dedication")
    {
      return "CC0-1.0"
    }
    if plain.contains("open government licence") || plain.contains("ogl uk") { return "OGL-UK-3.0" }
    for (name, identifier) in creativeCommons where name.contains(where: plain.contains) {
      return identifier + (plain.contains("3.0") ? "-3.0" : "-4.0")
    }
    if plain.contains("apache license") || plain == "apache 2.0" { return "Apache-2.0" }
    if plain == "mit" || plain.contains("mit license") || plain.contains("mit licence") { return "MIT" }
    return nil
  }

  private static let creativeCommons: [(name: [String], identifier: String)] = [
    (["attribution noncommercial sharealike", "by nc sa"], "CC-BY-NC-SA"),
    (["attribution noncommercial noderiv", "by nc nd"], "CC-BY-NC-ND"),
    (["attribution noncommercial", "by nc"], "CC-BY-NC"),
    (["attribution sharealike", "attribution share alike", "by sa"], "CC-BY-SA"),
    (["attribution noderiv", "by nd"], "CC-BY-ND"),
    (["creative commons attribution", "cc by", "licenses by"], "CC-BY"),
  ]
}
