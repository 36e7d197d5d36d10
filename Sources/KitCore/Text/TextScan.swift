/// What one pass over the bytes of a text finds: line starts, line ends, and the first byte that is not UTF-8.
struct TextScan {
  private(set) var lineStarts: [Int]
  private(set) var lineFeeds = 0
  private(set) var returnLineFeeds = 0
  private(set) var isASCII = true
  private(set) var firstControl: Int?
  private(set) var firstLoneReturn: Int?
  private(set) var fault: (kind: TextFault.Kind, offset: Int)?

  /// Scans until the end, or the first byte that cannot be text.
  init(_ bytes: [UInt8]) {
    var index = bytes.starts(with: TextScan.byteOrderMark) ? TextScan.byteOrderMark.count : 0
    lineStarts = [index]
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    {
      fault = (.utf16, 0)
      return
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        isASCII = false
        let length = TextScan.scalarLength(in: bytes, at: index)
        guard length > 0 else {
          fault = (.notUTF8, index)
          return
        }
        index += length
      } else if byte >= 0x20 && byte != 0x7F {
        index += 1
      } else {
        guard byte != 0 else {
          fault = (.nul, index)
          return
        }
        index += scanControl(bytes, at: index)
      }
    }
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Takes note of a line end or another control character; the number of bytes it covers.
  private mutating func scanControl(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\n"):
      lineFeeds += 1
      lineStarts.append(index + 1)
      return 1
    case UInt8(ascii: "\r"):
      let pair = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
      if pair { returnLineFeeds += 1 } else if firstLoneReturn == nil { firstLoneReturn = index }
      lineStarts.append(index + (pair ? 2 : 1))
      return pair ? 2 : 1
    case UInt8(ascii: "\t"):
      return 1
    default:
      if firstControl == nil { firstControl = index }
      return 1
    }
  }

  /// The length of the well-formed multi-byte scalar at `index`, or 0 (Unicode 15, table 3-7).
  static func scalarLength(in bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
