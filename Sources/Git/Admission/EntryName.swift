/// The rules for one name inside a folder, over its raw bytes.
///
/// A kit is opened on every system, so a name that is harmless here but escapes, vanishes or collides elsewhere is
/// refused everywhere.
package enum EntryName {
  /// The longest name, in bytes.
  package static let longest = 255

  /// What is wrong with a name.
  package enum Problem: Hashable, Sendable {
    case empty
    /// `.` or `..`.
    case step
    /// A `/` or `\` inside.
    case separator
    /// `.git`, or what a file system somewhere takes for it.
    case gitFolder
    /// A control character, or one of `< > : " | ? *`.
    case character
    /// A device of Windows, such as `CON` or `NUL.txt`.
    case device
    /// A dot or space at the end.
    case ending
    /// More than ``EntryName/longest`` bytes.
    case tooLong
    /// Not UTF-8.
    case encoding
  }

  /// What is wrong with the name, the most dangerous first; `nil` for a good one.
  package static func problem(_ name: some BidirectionalCollection<UInt8>) -> Problem? {
    guard !name.isEmpty else { return .empty }
    if name.elementsEqual([0x2E]) || name.elementsEqual([0x2E, 0x2E]) { return .step }
    if name.contains(0x2F) || name.contains(0x5C) { return .separator }
    if isGitFolder(name) { return .gitFolder }
    if name.contains(where: isForbidden) { return .character }
    if name.count > longest { return .tooLong }
    guard let text = String(validating: name, as: UTF8.self) else { return .encoding }
    if isDevice(text) { return .device }
    if name.last == 0x2E || name.last == 0x20 { return .ending }
    return nil
  }

  /// The form in which two names of one folder must differ: without regard to case, to Unicode's composed and
  /// decomposed forms (strings compare by these), and to the characters that HFS+ leaves out.
  package static func key(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    var visible = String.UnicodeScalarView()
    visible.append(contentsOf: name.unicodeScalars.filter { !isIgnoredByHFS($0) })
    // Up and down again, so that `ß` meets `SS` and the two small sigmas meet.
    return String(visible).uppercased().lowercased()
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || Self.windowsCharacters.contains(byte)
  }

  private static let windowsCharacters: [UInt8] = Array("<>:\"|?*".utf8)

  /// `.git` as NTFS (`.git.`, `.GIT ::$INDEX_ALLOCATION`, `GIT~1`) or HFS+ (`.g<U+200C>it`) may read it.
  private static func isGitFolder(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    var start = Array(name.prefix { $0 != 0x3A })
    while let last = start.last, last == 0x2E || last == 0x20 { start.removeLast() }
    let plain = String(decoding: start, as: UTF8.self)
    var visible = String.UnicodeScalarView()
    visible.append(contentsOf: plain.unicodeScalars.filter { !isIgnoredByHFS($0) })
    let folded = key(String(visible))
    if folded == ".git" { return true }
    return folded.hasPrefix("git~") && folded.utf8.count > 4
      && folded.utf8.dropFirst(4).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The characters that HFS+ leaves out when it compares names.
  private static func isIgnoredByHFS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
    default: false
    }
  }

  private static let devices: Set<String> = {
    var names: Set<String> = ["con", "prn", "aux", "nul", "conin$", "conout$"]
    for digit in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"] {
      names.insert("com\(digit)")
      names.insert("lpt\(digit)")
    }
    return names
  }()

  private static func isDevice(_ name: String) -> Bool {
    var base = name.prefix { $0 != "." && $0 != ":" }
    while base.last == " " { base.removeLast() }
    return base.count <= 7 && devices.contains(base.lowercased())
  }
}
