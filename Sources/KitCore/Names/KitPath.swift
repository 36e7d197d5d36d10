/// Why a text is not a path inside a kit.
package struct KitPathError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text.
  package let text: String
  /// What is wrong, as a phrase: `it leads out of the kit`.
  package let reason: String

  /// The fault in one sentence.
  package var description: String { "“\(text)” is not a path inside a kit: \(reason)." }
}

/// The path of a file inside a kit, `plans/half-day.yaml`: relative, with slashes, and the same on every
/// system that a kit may travel to.
///
/// Two paths are equal when their bytes are; whether they would meet in one file on some system is what
/// ``meetingKey`` says.
package struct KitPath: Sendable, CustomStringConvertible {
  /// The path as written.
  package let text: String

  /// Takes a path.
  ///
  /// - Throws: ``KitPathError`` for what is absolute, leads outside, names a drive or an address, or
  ///   cannot be a file's name on every usual system.
  package init(_ text: String) throws(KitPathError) {
    if let reason = KitPath.fault(text) { throw KitPathError(text: text, reason: reason) }
    self.text = text
  }

  /// The names between the slashes; never empty.
  package var names: [Substring] { text.split(separator: "/", omittingEmptySubsequences: false) }

  /// The last name, `half-day.yaml`.
  package var fileName: String { String(names.last ?? "") }

  /// The ending of the file's name in small letters, without the dot; empty where there is none.
  package var ending: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The path without the ending of its file's name and the dot.
  package var withoutEnding: String {
    ending.isEmpty ? text : String(text.dropLast(ending.count + 1))
  }

  /// Equal for paths that are one file on a system that ignores case or the form of accents.
  package var meetingKey: String { text.uppercased().lowercased() }

  /// The path itself.
  package var description: String { text }

  private static func fault(_ text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    if text.utf8.count > 1024 { return "it is longer than 1,024 bytes" }
    if text.hasPrefix("/") { return "it begins at the root of the disk" }
    if text.contains("\\") { return "it holds a backslash" }
    if text.contains(":") { return "it holds a colon, as drives and web addresses do" }
    if text.unicodeScalars.contains(where: isInvisible) { return "it holds an invisible character" }
    for name in text.split(separator: "/", omittingEmptySubsequences: false) {
      if let reason = fault(name: name) { return reason }
    }
    return nil
  }

  private static func fault(name: Substring) -> String? {
    if name.isEmpty { return "it holds an empty name" }
    if name == "." || name == ".." { return "it leads out of its folder" }
    if name.utf8.count > 255 { return "a name in it is longer than 255 bytes" }
    if name.hasSuffix(".") || name.hasSuffix(" ") { return "a name in it ends with a dot or a space" }
    if name.contains(where: { "<>\"|?*".contains($0) }) { return "it holds a character of <>\"|?*" }
    let stem = name.prefix { $0 != "." }.lowercased()
    if reserved.contains(stem) { return "“\(name)” is a name that Windows keeps for itself" }
    if name.lowercased() == ".git" { return "“.git” belongs to git" }
    return nil
  }

  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Control, format and other characters that nobody can see.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: false
    }
  }
}

extension KitPath: Hashable, Comparable {
  package static func == (left: KitPath, right: KitPath) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }

  /// Paths are ordered by their bytes, as git orders them.
  package static func < (left: KitPath, right: KitPath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
