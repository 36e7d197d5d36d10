/// The rules for names in an archive, for what is written and what is read alike.
enum EntryName {
  /// The longest name, in bytes.
  static let longest = 1024

  /// What is wrong with a file's path; `nil` for nothing.
  static func fault(_ name: String) -> ArchiveProblem.NameFault? {
    if name.isEmpty || name.utf8.count > longest { return .text }
    if name.hasPrefix("/") { return .absolute }
    let bytes = Array(name.utf8)
    if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return .absolute }
    for scalar in name.unicodeScalars {
      if scalar == "\\" || scalar == ":" || scalar.properties.generalCategory == .control {
        return .character
      }
    }
    for part in name.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty || part == "." || part == ".." { return .climbs }
      if isGit(part) { return .git }
    }
    return nil
  }

  /// `.git`, also as Windows and macOS would take it.
  private static func isGit(_ part: Substring) -> Bool {
    let visible = part.unicodeScalars.filter { $0.properties.generalCategory != .format }
    var text = String(String.UnicodeScalarView(visible)).lowercased()
    while text.last == "." || text.last == " " { text.removeLast() }
    return text == ".git" || text == "git~1"
  }

  /// Equal for names that a file system may take for one: capitals and the form of accents do not count.
  static func meetingKey(_ name: String) -> String { name.uppercased().lowercased() }

  /// The first two files that would be one, or a file and a folder of one name; `nil` where there are none.
  static func meeting(_ names: [String]) -> (String, String)? {
    var files: [String: String] = [:]
    for name in names {
      if let other = files.updateValue(name, forKey: meetingKey(name)) { return (other, name) }
    }
    for name in names {
      var key = meetingKey(name)
      while let slash = key.lastIndex(of: "/") {
        key = String(key[..<slash])
        if let file = files[key] { return (file, name) }
      }
    }
    return nil
  }
}
