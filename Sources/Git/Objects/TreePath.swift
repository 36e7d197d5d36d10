/// The rules for names and paths that are safe to have in a tree, on any system that git runs on.
///
/// These are the rules without which git itself would be in danger. What a kit allows beyond them is another matter.
package enum TreePath {
  /// Why the name must not be in a tree, as the end of a sentence; `nil` when it may.
  package static func problem(withName name: String) -> String? {
    let bytes = Array(name.utf8)
    if bytes.isEmpty { return "is empty" }
    if bytes.count > 255 { return "is longer than 255 bytes" }
    if name == "." || name == ".." { return "leads out of its folder" }
    if bytes.contains(UInt8(ascii: "/")) { return "holds a slash" }
    if bytes.contains(UInt8(ascii: "\\")) { return "holds a backslash" }
    if bytes.contains(0) { return "holds a NUL" }
    if isGitFolder(name) { return "stands for git's own folder" }
    return nil
  }

  /// Why the path must not be in a tree, as the end of a sentence; `nil` when it may.
  package static func problem(withPath path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 64 { return "is nested more than 64 deep" }
    for part in parts {
      if let problem = problem(withName: String(part)) { return problem }
    }
    return nil
  }

  /// Whether some system would take the name for `.git`: in any case, as Windows shortens it (`git~1`), with the
  /// dots, spaces and streams that Windows drops, or with the characters that macOS leaves out.
  package static func isGitFolder(_ name: String) -> Bool {
    var seen: [UInt8] = []
    for scalar in name.unicodeScalars where !isIgnoredByMacOS(scalar) {
      if scalar == ":" { break }
      seen += String(scalar).utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    }
    while let last = seen.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") { seen.removeLast() }
    return seen.elementsEqual(".git".utf8) || seen.elementsEqual("git~1".utf8)
  }

  /// The scalars that HFS+ leaves out when it compares names.
  private static func isIgnoredByMacOS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
    default: false
    }
  }
}
