/// Where a link of a kit may lead.
enum LinkTarget: Equatable {
  /// To a page on the web, an address to write to, or a telephone number; safe to open.
  case outside(String)
  /// To an anchor in the same text.
  case anchor(String)
  /// To a file, as written: relative to the file that holds the link, perhaps with an anchor.
  case file(path: String, anchor: String?)

  /// Reads a link as it was written; `nil` for one that leads nowhere safe.
  init?(_ written: String) {
    // Browsers leave out blanks and control characters of a scheme, so it is judged without them.
    let text = String(
      String.UnicodeScalarView(written.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
    if text.isEmpty || text.utf8.count > 2_000 { return nil }
    if text.hasPrefix("#") {
      self = .anchor(String(text.dropFirst()))
      return
    }
    let head = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let colon = head.firstIndex(of: ":") {
      guard LinkTarget.schemes.contains(head[..<colon].lowercased()) else { return nil }
      self = .outside(text)
      return
    }
    if text.hasPrefix("/") || text.contains("\\") { return nil }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    self = .file(path: String(parts[0]), anchor: parts.count > 1 ? String(parts[1]) : nil)
  }

  private static let schemes: Set<String> = ["https", "http", "mailto", "tel"]

  /// The path of a file of the kit that a path written in `file` means; `nil` where it leads out of the kit.
  static func resolve(_ written: String, from file: String) -> String? {
    var names = file.split(separator: "/").dropLast().map(String.init)
    for name in written.split(separator: "/", omittingEmptySubsequences: true) {
      switch name {
      case ".": continue
      case "..":
        guard names.popLast() != nil else { return nil }
      default: names.append(String(name))
      }
    }
    return names.isEmpty ? nil : names.joined(separator: "/")
  }
}
