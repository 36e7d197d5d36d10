/// One folder as git stores it, read strictly: what git would only warn of is an error here.
///
/// libgit2's own reader accepts `..`, duplicates, wrong order and padded modes, so it is not used on what strangers send.
package struct RawTree: Sendable {
  /// What an entry is.
  package enum Mode: Hashable, Sendable {
    case file
    case program
    case folder
    /// A link to another path.
    case link
    /// Another repository, of which only an id is stored.
    case external
  }

  /// One entry, as it stands.
  package struct Entry: Hashable, Sendable {
    /// What it is.
    package let mode: Mode
    /// The bytes of its name.
    package let name: [UInt8]
    /// The object that it leads to.
    package let id: ObjectID
  }

  /// What is wrong with the bytes, and the name of the entry, where there is one.
  package enum Fault: Error, Hashable, Sendable {
    /// The bytes end early or an entry lacks a part.
    case cutOff
    /// A mode that is none of git's five.
    case mode(name: [UInt8])
    /// A mode that starts with zeros.
    case paddedMode(name: [UInt8])
    /// Not in git's order.
    case order(name: [UInt8])
    /// The same name twice.
    case duplicate(name: [UInt8])
    /// An id of zeros.
    case noObject(name: [UInt8])
    /// More entries than allowed.
    case tooMany
  }

  /// The entries in git's order.
  package let entries: [Entry]

  /// Reads the bytes of a stored folder.
  ///
  /// - Throws: ``Fault`` at the first thing that is wrong; `tooMany` before more than `limit` entries are kept.
  package init(_ bytes: [UInt8], limit: Int) throws(Fault) {
    var entries: [Entry] = []
    var place = 0
    while place < bytes.count {
      guard entries.count < limit else { throw .tooMany }
      let entry = try Self.entry(in: bytes, at: &place)
      if let last = entries.last {
        if last.name == entry.name { throw .duplicate(name: entry.name) }
        guard Self.isBefore(last, entry) else { throw .order(name: entry.name) }
      }
      entries.append(entry)
    }
    // `a` the file and `a` the folder need not stand side by side.
    if let twice = Self.hiddenDuplicate(entries) { throw .duplicate(name: twice) }
    self.entries = entries
  }

  private static func entry(in bytes: [UInt8], at place: inout Int) throws(Fault) -> Entry {
    guard let space = bytes[place...].prefix(8).firstIndex(of: 0x20) else { throw .cutOff }
    guard let end = bytes[space...].firstIndex(of: 0), end + 20 < bytes.count else { throw .cutOff }
    let name = Array(bytes[(space + 1)..<end])
    let digits = bytes[place..<space]
    guard digits.first != 0x30 else { throw .paddedMode(name: name) }
    guard let mode = modes[String(decoding: digits, as: UTF8.self)] else { throw .mode(name: name) }
    guard let id = ObjectID(bytes: bytes[(end + 1)...(end + 20)]) else { throw .cutOff }
    guard id != .zero else { throw .noObject(name: name) }
    place = end + 21
    return Entry(mode: mode, name: name, id: id)
  }

  private static let modes: [String: Mode] = [
    "100644": .file, "100755": .program, "40000": .folder, "120000": .link, "160000": .external,
  ]

  /// git's order: by bytes, a folder's name as if it ended in `/`.
  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    let shared = min(left.name.count, right.name.count)
    for place in 0..<shared where left.name[place] != right.name[place] {
      return left.name[place] < right.name[place]
    }
    return ending(of: left, at: shared) < ending(of: right, at: shared)
  }

  private static func ending(of entry: Entry, at place: Int) -> UInt8 {
    if place < entry.name.count { return entry.name[place] }
    return entry.mode == .folder ? 0x2F : 0
  }

  private static func hiddenDuplicate(_ entries: [Entry]) -> [UInt8]? {
    var folders: Set<[UInt8]> = []
    for entry in entries where entry.mode == .folder { folders.insert(entry.name) }
    return entries.first { $0.mode != .folder && folders.contains($0.name) }?.name
  }
}
