internal import CZip
internal import Glibc

/// Memory that holds a ZIP file; freed when this value goes out of scope.
struct ZipBuffer: ~Copyable {
  let source: OpaquePointer

  /// Memory with a copy of these bytes, or none.
  init(_ bytes: [UInt8] = []) throws(ArchiveProblem) {
    guard let copy = malloc(max(bytes.count, 1)) else { throw .library("out of memory") }
    bytes.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
    }
    guard let made = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
      free(copy)
      throw .library("out of memory")
    }
    source = made
  }

  /// All bytes, once the archive in it is closed.
  func content() throws(ArchiveProblem) -> [UInt8] {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
      throw .library("the archive cannot be read back")
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(stat.size))
    guard zip_source_read(source, &bytes, UInt64(bytes.count)) == Int64(bytes.count) else {
      throw .library("the archive cannot be read back")
    }
    return bytes
  }

  deinit { zip_source_free(source) }
}

/// An open archive; what was not closed is dropped when this value goes out of scope.
struct ZipHandle: ~Copyable {
  let pointer: OpaquePointer

  /// Opens the archive in a buffer, which may go before it.
  init(_ buffer: borrowing ZipBuffer, flags: Int32) throws(ArchiveProblem) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // The archive gives back one hold on its source when it ends; the buffer has its own.
    zip_source_keep(buffer.source)
    guard let opened = zip_open_from_source(buffer.source, flags, &error) else {
      zip_source_free(buffer.source)
      throw ArchiveProblem(code: zip_error_code_zip(&error), String(cString: zip_error_strerror(&error)))
    }
    pointer = opened
  }

  /// What went wrong last.
  var problem: ArchiveProblem {
    let error = zip_get_error(pointer)
    return ArchiveProblem(code: zip_error_code_zip(error), String(cString: zip_error_strerror(error)))
  }

  /// Writes everything.
  consuming func close() throws(ArchiveProblem) {
    guard zip_close(pointer) == 0 else {
      let failure = problem
      _ = consume self
      throw failure
    }
    discard self
  }

  deinit { zip_discard(pointer) }
}

extension ArchiveProblem {
  init(code: Int32, _ words: String) {
    switch code {
    case ZIP_ER_NOZIP, ZIP_ER_EOF, ZIP_ER_MULTIDISK: self = .notAnArchive
    case ZIP_ER_INCONS, ZIP_ER_CRC, ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA, ZIP_ER_SEEK, ZIP_ER_READ:
      self = .damaged
    case ZIP_ER_EXISTS: self = .nameTwice
    default: self = .library(words)
    }
  }
}
