internal import KitCore

/// The last look at a pack before it leaves: nothing in an open file that only some may read.
///
/// It looks at the bytes that were made, not at what was meant: whichever writer made a mistake, it shows here.
package struct LeakScan: Sendable {
  /// Something that stands where it must not.
  package struct Leak: Error, Sendable, Hashable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable, Hashable {
      /// Words for whoever leads, in a file for participants.
      case notes
      /// The name of a person, in a pack that may be shared.
      case name
      /// A path of the computer that made the pack.
      case path
    }

    /// The file in the pack.
    package let file: String
    /// What kind of thing it is.
    package let kind: Kind
    /// The beginning of what was found.
    package let text: String
  }

  /// The bytes that are compared at a time; shorter texts are no secrets.
  static let window = 32

  /// A telling piece of each secret, by its hash.
  private let secrets: [UInt64: [UInt8]]
  private let names: [[UInt8]]
  private let paths: [[UInt8]]
  private let isPrivate: Bool

  /// Gets ready to look.
  ///
  /// - Parameters:
  ///   - secrets: Texts that participants must not read.
  ///   - open: What participants may read; a secret is known by the first piece of it that does not stand there too.
  ///   - names: Names of people; in a pack that may be shared they stand nowhere, in a private one not in open files.
  ///   - paths: Folders of this computer, such as the home folder; short ones are not looked for.
  ///   - isPrivate: Whether the pack is private.
  package init(secrets: [String], open: String, names: [String], paths: [String], isPrivate: Bool) {
    self.isPrivate = isPrivate
    let known = LeakScan.hashes(of: LeakScan.plain(Array(open.utf8)))
    var pieces: [UInt64: [UInt8]] = [:]
    for secret in secrets {
      let piece = LeakScan.piece(of: LeakScan.plain(Array(secret.utf8)), besides: known)
      if let piece { pieces[LeakScan.hash(piece)] = Array(piece) }
    }
    self.secrets = pieces
    self.names = names.filter { $0.contains(" ") && $0.utf8.count >= 5 }.map {
      LeakScan.plain(Array($0.lowercased().utf8))
    }
    self.paths = paths.filter { $0.utf8.count >= 6 }.map { Array($0.utf8) }
  }

  /// The first thing in a file that must not stand there; `nil` where all is well.
  package func leak(in file: PackFile) -> Leak? {
    for path in paths where file.bytes.holds(path) {
      return Leak(file: file.path, kind: .path, text: String(decoding: path, as: UTF8.self))
    }
    let isOpen = file.audience?.isOpen == true
    if isPrivate, !isOpen { return nil }
    let text = LeakScan.plain(file.bytes)
    if !names.isEmpty {
      let small = text.map { (65...90).contains($0) ? $0 + 32 : $0 }
      for name in names where small.holds(name) {
        return Leak(file: file.path, kind: .name, text: String(decoding: name, as: UTF8.self))
      }
    }
    guard isOpen, let found = secret(in: text) else { return nil }
    return Leak(file: file.path, kind: .notes, text: found)
  }

  private func secret(in text: [UInt8]) -> String? {
    var found: String?
    LeakScan.eachWindow(of: text) { (hash: UInt64, start: Int) -> Bool in
      guard let piece = secrets[hash], text[start..<start + LeakScan.window].elementsEqual(piece) else {
        return true
      }
      found = String(decoding: piece, as: UTF8.self)
      return false
    }
    return found
  }

  /// The first run of bytes of a secret that begins with a word and does not stand in open texts; `nil` where there is none.
  private static func piece(of secret: [UInt8], besides open: Set<UInt64>) -> ArraySlice<UInt8>? {
    guard secret.count >= window else { return nil }
    for start in 0...secret.count - window where start == 0 || secret[start - 1] == 0x20 {
      let piece = secret[start..<start + window]
      if !open.contains(hash(piece)) { return piece }
    }
    return nil
  }

  private static func hashes(of text: [UInt8]) -> Set<UInt64> {
    var hashes: Set<UInt64> = []
    hashes.reserveCapacity(text.count)
    eachWindow(of: text) { (hash: UInt64, _: Int) -> Bool in
      hashes.insert(hash)
      return true
    }
    return hashes
  }

  /// Goes through every run of ``window`` bytes with its hash and place, until it is told to stop.
  private static func eachWindow(of text: [UInt8], _ visit: (UInt64, Int) -> Bool) {
    guard text.count >= window else { return }
    text.withUnsafeBufferPointer { (text: UnsafeBufferPointer<UInt8>) in
      var hash = text[..<window].reduce(0) { (sum: UInt64, byte: UInt8) -> UInt64 in
        sum &* base &+ UInt64(byte)
      }
      var start = 0
      while visit(hash, start), start + window < text.count {
        hash = (hash &- UInt64(text[start]) &* highest) &* base &+ UInt64(text[start + window])
        start += 1
      }
    }
  }

  private static let base: UInt64 = 1_099_511_628_211
  private static let highest: UInt64 = (1..<window).reduce(1) { (power: UInt64, _: Int) -> UInt64 in
    power &* base
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { (sum: UInt64, byte: UInt8) -> UInt64 in sum &* base &+ UInt64(byte) }
  }

  /// The letters of a page or text alone: without tags, with entities as letters, and one blank for many.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        // A tag ends within a few hundred bytes; anything else is the sign itself.
        guard let end = bytes[index..<min(bytes.count, index + 600)].firstIndex(of: UInt8(ascii: ">")) else {
          output.append(bytes[index])
          break
        }
        index = end
      case UInt8(ascii: "&"):
        let (letter, length) = entity(bytes[index...])
        output.append(letter)
        index += length - 1
      case 0x09, 0x0A, 0x0D, 0x20: if output.last != 0x20 { output.append(0x20) }
      default: output.append(bytes[index])
      }
      index += 1
    }
    return output
  }

  private static func entity(_ rest: ArraySlice<UInt8>) -> (letter: UInt8, length: Int) {
    let known: [(String, Character)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]
    for (name, letter) in known where rest.starts(with: name.utf8) {
      return (letter.asciiValue ?? 0x26, name.utf8.count)
    }
    return (UInt8(ascii: "&"), 1)
  }
}

extension [UInt8] {
  /// Whether some bytes stand in these.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return false }
    var index = 0
    while index + part.count <= count, let found = self[index...].firstIndex(of: first) {
      if found + part.count > count { return false }
      if self[found..<found + part.count].elementsEqual(part) { return true }
      index = found + 1
    }
    return false
  }
}
