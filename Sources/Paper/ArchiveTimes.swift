/// The times in a ZIP file, which pandoc takes from the clock for ODT.
enum ArchiveTimes {
  /// The same file with 1 January 1980 as the time of every entry; unchanged where it is no ZIP file.
  static func fixed(_ archive: [UInt8]) -> [UInt8] {
    var archive = archive
    guard let end = endRecord(of: archive) else { return archive }
    let count = number(at: end + 10, size: 2, in: archive)
    var entry = number(at: end + 16, size: 4, in: archive)
    for _ in 0..<count {
      guard entry + 46 <= archive.count, signature(at: entry, in: archive) == 0x0201_4B50 else { break }
      setTime(at: entry + 12, in: &archive)
      let local = number(at: entry + 42, size: 4, in: archive)
      if local + 30 <= archive.count, signature(at: local, in: archive) == 0x0403_4B50 {
        setTime(at: local + 10, in: &archive)
      }
      let rest = [28, 30, 32].map { (place: Int) -> Int in number(at: entry + place, size: 2, in: archive) }
      entry += 46 + rest.reduce(0, +)
    }
    return archive
  }

  /// The record at the end of the file, which may be followed by a comment.
  private static func endRecord(of archive: [UInt8]) -> Int? {
    guard archive.count >= 22 else { return nil }
    let last = archive.count - 22
    return stride(from: last, through: max(0, last - 65_535), by: -1).first {
      signature(at: $0, in: archive) == 0x0605_4B50
    }
  }

  /// The time of day and, behind it, the day: both little-endian, the day counted from 1980.
  private static func setTime(at place: Int, in archive: inout [UInt8]) {
    archive.replaceSubrange(place..<place + 4, with: [0, 0, 0x21, 0])
  }

  private static func signature(at place: Int, in archive: [UInt8]) -> Int {
    number(at: place, size: 4, in: archive)
  }

  private static func number(at place: Int, size: Int, in archive: [UInt8]) -> Int {
    guard place >= 0, place + size <= archive.count else { return 0 }
    return archive[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
