internal import Glibc

/// The kit that a command is about: in a folder that was named, or around the one that it was started in.
extension SharedOptions {
  /// A path that the person typed, seen from the folder of `-C`; that folder where nothing was typed.
  func path(_ typed: String?) -> String {
    guard let typed else { return directory ?? "." }
    guard let directory, !typed.hasPrefix("/") else { return typed }
    return directory + "/" + typed
  }

  /// The folder of the kit: the one that was typed; else the nearest one with a kit, from that of `-C` or the current
  /// one upwards. Where there is none, the folder in which the search began.
  func kitFolder(_ typed: String?) -> String {
    let start = path(typed)
    guard typed == nil else { return start }
    var folder = start
    for _ in 0..<64 {
      if isKit(folder, isTyped: false) { return folder }
      let above = folder == "." ? ".." : folder + "/.."
      guard let here = Self.identity(folder), let next = Self.identity(above), here != next else { break }
      folder = above
    }
    return start
  }

  /// Whether a folder holds a kit.
  func isKit(_ folder: String, isTyped: Bool = true) -> Bool {
    var status = stat()
    return stat((isTyped ? path(folder) : folder) + "/kit.yaml", &status) == 0
  }

  /// What a person types to run a command on the same kit.
  func typed(_ command: String, folder: String?) -> String {
    let place = directory.map { " -C " + Self.quoted($0) } ?? ""
    return "kitbag \(command)\(place)" + (folder.map { " " + Self.quoted($0) } ?? "")
  }

  /// A word as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { (byte: UInt8) -> Bool in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-_./~".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }

  /// What tells one folder from every other.
  private static func identity(_ folder: String) -> [UInt]? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    return [UInt(status.st_dev), UInt(status.st_ino)]
  }
}
