/// The bytes of a text file with its lines, so that any byte offset can be told as line and column.
///
/// The bytes are UTF-8 (checked) and are kept exactly; nothing is normalised. Looking up a place takes
/// O(log n), whatever the length of the line.
package struct SourceText: Sendable {
  /// The file's bytes, unchanged.
  package let bytes: [UInt8]

  /// Whether the file begins with a byte-order mark.
  package let hasByteOrderMark: Bool

  /// The line end that most lines have; a line feed when there is none at all.
  package let lineEnding: LineEnding

  /// The offset of the first carriage return that no line feed follows.
  package let firstLoneReturn: Int?

  /// The offset of the first control character other than tab, line feed and carriage return.
  package let firstControl: Int?

  /// The offset at which each line begins, in order; never empty. The first follows the byte-order mark.
  package let lineStarts: [Int]

  /// Characters before each 256th byte; `nil` when the text is ASCII, where a byte is a character.
  private let characterMarks: [Int]?

  /// Takes the bytes of a file.
  ///
  /// - Throws: ``TextFault`` for bytes that are not UTF-8, for UTF-16 and for a zero byte, with the offset.
  package init(_ bytes: [UInt8]) throws(TextFault) {
    let scan = TextScan(bytes)
    if let fault = scan.fault {
      throw TextFault(
        kind: fault.kind, offset: fault.offset,
        place: SourceText.place(in: bytes, lineStarts: scan.lineStarts, at: fault.offset))
    }
    self.bytes = bytes
    hasByteOrderMark = bytes.starts(with: TextScan.byteOrderMark)
    lineEnding = scan.returnLineFeeds > scan.lineFeeds ? .returnLineFeed : .lineFeed
    firstLoneReturn = scan.firstLoneReturn
    firstControl = scan.firstControl
    lineStarts = scan.lineStarts
    characterMarks = scan.isASCII ? nil : SourceText.marks(bytes)
  }

  /// The whole file after the byte-order mark.
  package var contents: SourceRange { lineStarts[0]..<bytes.count }

  /// Whether the last line is ended.
  package var endsWithLineEnd: Bool {
    lineStarts.count > 1 && lineStarts[lineStarts.count - 1] == bytes.count
  }

  /// The text of a range of bytes; a range that cuts a character shows U+FFFD there.
  package subscript(range: SourceRange) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line (counted from 0, as an index of `lineStarts`) that holds the byte at `offset`, or ends there.
  package func lineIndex(at offset: Int) -> Int { SourceText.lineIndex(lineStarts, at: offset) }

  /// The bytes of a line (counted from 0) with its line end.
  package func line(_ index: Int) -> SourceRange {
    lineStarts[index]..<(index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count)
  }

  /// The bytes of a line (counted from 0) without its line end.
  package func lineContents(_ index: Int) -> SourceRange {
    let range = line(index)
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return range.lowerBound..<end
  }

  /// Line and column of a byte offset between 0 and the number of bytes.
  package func place(at offset: Int) -> SourcePlace {
    let index = lineIndex(at: offset)
    let start = lineStarts[index]
    return SourcePlace(
      line: index + 1, column: max(0, characters(before: offset) - characters(before: start)) + 1)
  }

  /// The number of characters (Unicode scalars) before a byte offset.
  package func characters(before offset: Int) -> Int {
    guard let characterMarks else { return offset }
    let block = offset / SourceText.blockLength
    return characterMarks[block] + SourceText.characters(in: bytes[(block * SourceText.blockLength)..<offset])
  }
}

extension SourceText: Equatable {
  package static func == (one: SourceText, other: SourceText) -> Bool { one.bytes == other.bytes }
}

extension SourceText {
  private static let blockLength = 256

  private static func marks(_ bytes: [UInt8]) -> [Int] {
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / blockLength + 1)
    var total = 0
    for start in stride(from: 0, through: bytes.count, by: blockLength) {
      marks.append(total)
      total += characters(in: bytes[start..<min(start + blockLength, bytes.count)])
    }
    return marks
  }

  private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func lineIndex(_ lineStarts: [Int], at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The place of an offset in bytes that are text only up to there.
  private static func place(in bytes: [UInt8], lineStarts: [Int], at offset: Int) -> SourcePlace {
    let index = lineIndex(lineStarts, at: offset)
    let start = min(lineStarts[index], offset)
    return SourcePlace(line: index + 1, column: characters(in: bytes[start..<offset]) + 1)
  }
}
