internal import CZip
internal import Glibc

/// Reads ZIP files that strangers may have made: all of it, or nothing.
package enum ArchiveReader {
  /// The files of an archive, in its order; entries that are folders are left out.
  ///
  /// Nothing is written anywhere. Every name, size and sum is checked before anything is returned, and what the archive
  /// says of its own sizes is never believed.
  /// - Throws: ``ArchiveProblem``.
  package static func read(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveProblem) -> [ArchiveFile] {
    guard bytes.count >= 22, bytes.starts(with: [0x50, 0x4B]) else { throw .notAnArchive }
    let zip = try ZipHandle(try ZipBuffer(bytes), flags: ZIP_RDONLY | ZIP_CHECKCONS)
    let count = zip_get_num_entries(zip.pointer, 0)
    guard count >= 0 else { throw .notAnArchive }
    guard count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    var entries: [ArchiveEntry] = []
    for index in 0..<UInt64(count) { entries.append(try ArchiveEntry(index, in: zip)) }
    if let (one, other) = EntryName.meeting(entries.filter { !$0.isFolder }.map(\.name)) {
      throw .namesMeet(one, other)
    }
    var files: [ArchiveFile] = []
    var left = limits.bytes
    for entry in entries where !entry.isFolder {
      let content = try entry.content(of: zip, limit: left, total: limits.bytes)
      left -= content.count
      files.append(ArchiveFile(path: entry.name, bytes: content, method: entry.method))
    }
    return files
  }
}

/// What the archive says of one entry, as far as it can be believed before reading it.
private struct ArchiveEntry {
  let index: UInt64
  /// The path; of a folder without the slash at its end.
  let name: String
  let isFolder: Bool
  let method: ArchiveFile.Method
  let size: UInt64

  init(_ index: UInt64, in zip: borrowing ZipHandle) throws(ArchiveProblem) {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    let flags = zip_flags_t(ZIP_FL_ENC_RAW)
    guard zip_stat_index(zip.pointer, index, flags, &stat) == 0,
      let raw = zip_get_name(zip.pointer, index, flags)
    else { throw zip.problem }
    guard let text = String(validatingCString: raw) else {
      throw .badName(String(cString: raw), .text)
    }
    isFolder = text.hasSuffix("/") && stat.size == 0
    name = isFolder ? String(text.dropLast()) : text
    if let fault = EntryName.fault(name) { throw .badName(text, fault) }
    self.index = index
    size = stat.size
    guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(name) }
    switch Int32(stat.comp_method) {
    case ZIP_CM_STORE: method = .stored
    case ZIP_CM_DEFLATE: method = .deflated
    default: throw .unknownMethod(name)
    }
    try requirePlain(zip)
  }

  /// Links, devices and files that run as somebody else are no plain files.
  private func requirePlain(_ zip: borrowing ZipHandle) throws(ArchiveProblem) {
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    guard zip_file_get_external_attributes(zip.pointer, index, 0, &system, &attributes) == 0 else {
      throw zip.problem
    }
    // Also where the archive says that it comes from elsewhere: some programs look at these bits in any case.
    let mode = mode_t(attributes >> 16)
    let kind = mode & S_IFMT
    guard kind == 0 || kind == (isFolder ? S_IFDIR : S_IFREG), mode & 0o7000 == 0 else {
      throw .notAFile(name)
    }
  }

  /// The entry's bytes, counted as they come; reading to the end also checks the sum.
  func content(of zip: borrowing ZipHandle, limit: Int, total: Int) throws(ArchiveProblem) -> [UInt8] {
    guard size <= UInt64(limit) else { throw .tooLarge(name: name, limit: total) }
    guard let file = zip_fopen_index(zip.pointer, index, 0) else { throw zip.problem }
    defer { zip_fclose(file) }
    var content: [UInt8] = []
    content.reserveCapacity(min(Int(size), 1 << 20))
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &piece, UInt64(piece.count))
      if count == 0 { break }
      guard count > 0 else { throw .damaged }
      content += piece[..<Int(count)]
      guard content.count <= limit else { throw .tooLarge(name: name, limit: total) }
    }
    guard content.count == size else { throw .damaged }
    return content
  }
}
