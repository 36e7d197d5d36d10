/// A list or mapping of which the end has not been read yet.
struct YAMLOpenCollection {
  enum Children {
    case sequence([YAMLItem])
    case mapping([YAMLEntry])
  }

  let start: Int
  let layout: YAMLLayout
  private(set) var children: Children
  let properties: String
  private let isRoot: Bool

  /// Where the child that is being read begins, and where what stands before it ends.
  private var childStart = 0
  private var gapStart = 0
  private var key: YAMLNode?

  init(start: Int, layout: YAMLLayout, children: Children, properties: String, isRoot: Bool) {
    self.start = start
    self.layout = layout
    self.children = children
    self.properties = properties
    self.isRoot = isRoot
  }

  /// Whether the next value is the key of an entry.
  var expectsKey: Bool {
    if case .mapping = children { key == nil } else { false }
  }

  /// Reads the sign before the next value and moves `last` behind it.
  mutating func beginChild(_ gap: YAMLGap, last: inout Int) {
    if case .mapping = children, key != nil {
      let sign = gap.significant(from: last)
      if sign < gap.end, gap.bytes[sign] == UInt8(ascii: ":") { last = sign + 1 }
      return
    }
    let next = layout == .flow ? gap.significantAfterCommas(from: last) : gap.significant(from: last)
    gapStart = isRoot && isFirst ? YAMLOpenCollection.endOfHeader(gap, from: last, to: next) : last
    childStart = next
    guard next < gap.end else { return }
    let sign = gap.bytes[next]
    switch children {
    case .sequence where layout == .block && sign == UInt8(ascii: "-"): last = next + 1
    case .mapping where sign == UInt8(ascii: "?") && isExplicit(gap, next): last = next + 1
    default: last = next
    }
  }

  /// Puts a finished value in its place.
  mutating func add(_ node: YAMLNode) {
    switch children {
    case .sequence(var items):
      children = .sequence([])
      items.append(YAMLItem(value: node, start: childStart, gapStart: gapStart))
      children = .sequence(items)
    case .mapping(var entries):
      guard let key else {
        self.key = node
        return
      }
      children = .mapping([])
      entries.append(
        YAMLEntry(key: key, value: node, start: childStart, gapStart: gapStart))
      children = .mapping(entries)
      self.key = nil
    }
  }

  var content: YAMLNode.Content {
    switch children {
    case .sequence(let items): .sequence(YAMLSequence(items: items, layout: layout))
    case .mapping(let entries): .mapping(YAMLMapping(entries: entries, layout: layout))
    }
  }

  private var isFirst: Bool {
    switch children {
    case .sequence(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }

  /// `?` with a blank behind it announces a key; without, it is part of one.
  private func isExplicit(_ gap: YAMLGap, _ sign: Int) -> Bool {
    guard sign + 1 < gap.end else { return true }
    let byte = gap.bytes[sign + 1]
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || gap.breakLength(at: sign + 1) > 0
  }

  /// Comments at the very top, up to a blank line, describe the file and not its first entry.
  private static func endOfHeader(_ gap: YAMLGap, from start: Int, to first: Int) -> Int {
    var index = start
    var header = start
    while index < first {
      let ink = gap.notBlank(from: index)
      let lineEnd = gap.lineEnd(from: ink)
      guard ink < first, gap.bytes[ink] == UInt8(ascii: "#") else { break }
      index = lineEnd < gap.end ? lineEnd + gap.breakLength(at: lineEnd) : lineEnd
      header = index
    }
    return min(header, first)
  }
}
