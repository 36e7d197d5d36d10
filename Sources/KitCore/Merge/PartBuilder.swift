/// Gathers the stretches of a merged document.
struct PartBuilder {
  private(set) var parts: [MergedPart] = []
  private var text: [UInt8] = []
  /// The least gap before the next unit.
  private var owed: ArraySlice<UInt8> = []
  /// Whether what is gathered continues a line, behind the dash of an entry.
  private let continuesLine: Bool

  init(continuesLine: Bool = false) {
    self.continuesLine = continuesLine
  }

  /// The last byte so far, with ours at clashes; `nil` where there is none yet.
  private var lastByte: UInt8? {
    if let last = text.last { return last }
    for part in parts.reversed() {
      switch part {
      case .settled(let bytes): if let last = bytes.last { return last }
      case .clash(let clash): if let last = clash.texts.ours.last { return last }
      case .moved: continue
      }
    }
    return nil
  }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    text.append(contentsOf: bytes)
  }

  /// Appends a unit's gap and text; an entry's first field stands behind the dash, every other on its own line.
  ///
  /// The gap is at least what an omitted unit left over.
  mutating func append(gap: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>, indent: Int, startsInLine: Bool) {
    let gap = gap.count < owed.count ? owed : gap
    owed = []
    let isInLine = lastByte.map { $0 != 0x0A } ?? continuesLine
    if isInLine, !startsInLine {
      text.append(contentsOf: bytes.drop { $0 == 0x20 })
    } else if !isInLine, startsInLine {
      text.append(contentsOf: gap)
      text.append(contentsOf: repeatElement(0x20, count: indent))
      text.append(contentsOf: bytes)
    } else {
      if !isInLine { text.append(contentsOf: gap) }
      text.append(contentsOf: bytes)
    }
  }

  /// Has the next unit keep at least this gap.
  mutating func owe(_ gap: ArraySlice<UInt8>) {
    if gap.count > owed.count { owed = gap }
  }

  mutating func append(_ clash: OpenClash) {
    flush()
    parts.append(.clash(clash))
  }

  mutating func append(_ others: [MergedPart]) {
    for part in others {
      switch part {
      case .settled(let bytes): text.append(contentsOf: bytes)
      case .clash(let clash): append(clash)
      case .moved:
        flush()
        parts.append(.moved)
      }
    }
  }

  /// Ends the gathering.
  mutating func finish() -> [MergedPart] {
    flush()
    return parts
  }

  private mutating func flush() {
    if !text.isEmpty { parts.append(.settled(text)) }
    text = []
  }
}
