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

  private let secrets: [UInt64: String]
  private let names: [[UInt8]]
  private let paths: [[UInt8]]
  private let isPrivate: Bool

  /// Gets ready to look.
  ///
  /// - Parameters:
  ///   - secrets: Texts that participants must not read.
  ///   - names: Names of people; in a pack that may be shared they stand nowhere, in a private one not in open files.
  ///   - paths: Folders of this computer, such as the home folder; short ones are not looked for.
  ///   - isPrivate: Whether the pack is private.
  package init(secrets: [String], names: [String], paths: [String], isPrivate: Bool) {
    self.isPrivate = isPrivate
    var hashes: [UInt64: String] = [:]
    for secret in secrets {
      let bytes = LeakScan.plain(Array(secret.utf8))
      guard bytes.count >= LeakScan.window else { continue }
      hashes[LeakScan.hash(bytes[..<LeakScan.window])] = secret
    }
    self.secrets = hashes
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
    return Leak(file: file.path, kind: .notes, text: String(found.prefix(60)))
  }

  private func secret(in text: [UInt8]) -> String? {
    guard text.count >= LeakScan.window, !secrets.isEmpty else { return nil }
    var hash = LeakScan.hash(text[..<LeakScan.window])
    var index = LeakScan.window
    while true {
      if let found = secrets[hash],
        text[index - LeakScan.window..<index].elementsEqual(
          LeakScan.plain(Array(found.utf8)).prefix(LeakScan.window))
      {
        return found
      }
      guard index < text.count else { return nil }
      hash = hash &- UInt64(text[index - LeakScan.window]) &* LeakScan.highest
      hash = hash &* LeakScan.base &+ UInt64(text[index])
      index += 1
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
