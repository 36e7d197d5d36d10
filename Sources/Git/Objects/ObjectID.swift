internal import CGit2

/// The name of a stored object: the SHA-1 of its content, 20 bytes, written as 40 hexadecimal digits.
///
/// Ordered by its bytes, as git orders it.
package struct ObjectID: Hashable, Sendable {
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// The id that no object has; git writes it for "there is none".
  package static let zero = ObjectID(high: 0, middle: 0, low: 0)

  /// The tree without entries.
  package static let emptyTree = ObjectID(
    high: 0x4b82_5dc6_42cb_6eb9, middle: 0xa060_e54b_f8d6_9288, low: 0xfbee_4904)

  private init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// The id of 20 bytes; `nil` for any other count.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 else { return nil }
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for (place, byte) in bytes.enumerated() {
      switch place {
      case 0..<8: words.0 = words.0 << 8 | UInt64(byte)
      case 8..<16: words.1 = words.1 << 8 | UInt64(byte)
      default: words.2 = words.2 << 8 | UInt64(byte)
      }
    }
    self.init(high: words.0, middle: words.1, low: UInt32(truncatingIfNeeded: words.2))
  }

  /// The id that 40 hexadecimal digits write, in either case; `nil` for anything else, abbreviations included.
  package init?(_ hex: some StringProtocol) {
    let digits = hex.utf8
    guard digits.count == 40 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    var half: UInt8?
    for digit in digits {
      guard let value = Self.value(ofHexDigit: digit) else { return nil }
      if let first = half {
        bytes.append(first << 4 | value)
        half = nil
      } else {
        half = value
      }
    }
    self.init(bytes: bytes)
  }

  /// The 20 bytes.
  package var bytes: [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(20)
    for shift in stride(from: 56, through: 0, by: -8) { all.append(UInt8(truncatingIfNeeded: high >> shift)) }
    for shift in stride(from: 56, through: 0, by: -8) {
      all.append(UInt8(truncatingIfNeeded: middle >> shift))
    }
    for shift in stride(from: 24, through: 0, by: -8) { all.append(UInt8(truncatingIfNeeded: low >> shift)) }
    return all
  }

  private static func value(ofHexDigit digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

extension ObjectID: Comparable {
  /// Whether the left id's bytes come first.
  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }
}

extension ObjectID: LosslessStringConvertible {
  /// The id that 40 hexadecimal digits write; `nil` for anything else.
  package init?(_ description: String) { self.init(Substring(description)) }

  /// 40 lower-case hexadecimal digits.
  package var description: String {
    let digits: [UInt8] = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(40)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ObjectID {
  /// The id that libgit2 gave.
  init(_ raw: git_oid) {
    self = withUnsafeBytes(of: raw.id) { ObjectID(bytes: $0) ?? .zero }
  }

  /// The id as libgit2 takes it.
  var raw: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid.id) { $0.copyBytes(from: bytes) }
    return oid
  }

  /// The id that the given content has as an object of the given kind; nothing is stored.
  ///
  /// - Throws: `tooLarge` above the limit of one object.
  package static func of(_ content: [UInt8], kind: ObjectKind) throws(GitError) -> ObjectID {
    try LibGit2.start()
    try ObjectKind.admit(size: content.count, "name an object")
    var oid = git_oid()
    try check(git_odb_hash(&oid, content, content.count, kind.raw), "name an object")
    return ObjectID(oid)
  }
}
