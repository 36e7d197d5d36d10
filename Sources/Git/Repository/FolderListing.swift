internal import Glibc

/// The names in one folder.
enum FolderListing {
  /// All names but `.` and `..`, in no order; none when the folder cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    return (names(folder, limit: .max) ?? []).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in an open folder, as bytes; `nil` when there are more than `limit`.
  static func names(_ folder: OpaquePointer, limit: Int) -> [[UInt8]]? {
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      guard names.count < limit else { return nil }
      names.append(name)
    }
    return names
  }
}
