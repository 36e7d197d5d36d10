internal import CZip
internal import Glibc

/// Writes ZIP files. The same files give the same bytes, whatever the time, time zone, user and place.
package enum ArchiveWriter {
  /// The ZIP file with these files, in this order, all with the time at which the format's calendar begins.
  ///
  /// - Throws: ``ArchiveProblem`` for names that a reader would refuse, and where memory ends.
  package static func write(_ files: [ArchiveFile]) throws(ArchiveProblem) -> [UInt8] {
    for file in files {
      if let fault = EntryName.fault(file.path) { throw .badName(file.path, fault) }
    }
    if let (one, other) = EntryName.meeting(files.map(\.path)) { throw .namesMeet(one, other) }
    if files.isEmpty { return emptyArchive }
    let target = try ZipBuffer()
    let zip = try ZipHandle(target, flags: ZIP_CREATE | ZIP_TRUNCATE)
    for file in files { try add(file, to: zip) }
    try zip.close()
    return try target.content()
  }

  /// The end record alone; the library itself writes nothing at all where there are no files.
  private static let emptyArchive: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)

  private static func add(_ file: ArchiveFile, to zip: borrowing ZipHandle) throws(ArchiveProblem) {
    // The library reads the content when the archive is closed, and frees this copy of it then.
    guard let copy = malloc(max(file.bytes.count, 1)) else { throw .library("out of memory") }
    file.bytes.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
    }
    guard let source = zip_source_buffer(zip.pointer, copy, UInt64(file.bytes.count), 1) else {
      free(copy)
      throw zip.problem
    }
    let index = zip_file_add(zip.pointer, file.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw zip.problem
    }
    let place = UInt64(index)
    let method = file.method == .stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    let level: UInt32 = file.method == .stored ? 0 : 9
    let isDone =
      zip_set_file_compression(zip.pointer, place, method, level) == 0
      // 1 January 1980, 00:00: the first moment that the format knows, and the same in every time zone.
      && zip_file_set_dostime(zip.pointer, place, 0, 0x21, 0) == 0
      && zip_file_set_external_attributes(
        zip.pointer, place, 0, UInt8(ZIP_OPSYS_UNIX), UInt32(S_IFREG | 0o644) << 16) == 0
    guard isDone else { throw zip.problem }
  }
}
