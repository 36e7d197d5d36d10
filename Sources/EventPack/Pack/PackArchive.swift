internal import Archive

/// A pack as one ZIP file.
enum PackArchive {
  /// The bytes; the same files always give the same bytes.
  ///
  /// - Throws: `ArchiveProblem`.
  static func write(_ files: [PackFile]) throws(ArchiveProblem) -> [UInt8] {
    try ArchiveWriter.write(files.map { ArchiveFile(path: $0.path, bytes: $0.bytes) })
  }

  /// The files of an archive that somebody made, with their paths.
  ///
  /// - Throws: `ArchiveProblem`.
  static func read(_ bytes: [UInt8]) throws(ArchiveProblem) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in try ArchiveReader.read(bytes) { files[file.path] = file.bytes }
    return files
  }
}
