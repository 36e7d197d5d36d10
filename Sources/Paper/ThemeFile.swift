internal import CPaper

/// A file of what makes paper from documents, which is part of the program.
struct ThemeFile: Sendable {
  /// Its name in a staged folder.
  let name: String
  /// What it holds.
  let bytes: [UInt8]

  /// All of them, by name.
  static let all: [ThemeFile] = (0..<paper_file_count()).map { (place: Int) -> ThemeFile in
    let file = paper_file_at(place)
    return ThemeFile(
      name: String(cString: file.name),
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }
}
