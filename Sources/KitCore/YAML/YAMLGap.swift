/// Reads what stands between values: blanks, line ends, comments, and the signs `-`, `?`, `:` and `,`.
struct YAMLGap {
  let bytes: [UInt8]
  let end: Int

  /// The first byte at or after `offset` that is neither blank nor in a comment; `end` if there is none.
  func significant(from offset: Int) -> Int {
    var index = offset
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        index += 1
      } else if byte == UInt8(ascii: "#") {
        index = lineEnd(from: index)
      } else {
        let length = breakLength(at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return end
  }

  /// The same, but commas are passed over too, as between the items of a flow list.
  func significantAfterCommas(from offset: Int) -> Int {
    var index = significant(from: offset)
    while index < end, bytes[index] == UInt8(ascii: ",") { index = significant(from: index + 1) }
    return index
  }

  /// The first line end (of any kind that YAML 1.1 knows) at or after `offset`; `end` if there is none.
  func lineEnd(from offset: Int) -> Int {
    var index = offset
    while index < end, breakLength(at: index) == 0 { index += 1 }
    return index
  }

  /// The first byte at or after `offset` that is not a space or tab.
  func notBlank(from offset: Int) -> Int {
    var index = offset
    while index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    return index
  }

  /// How many bytes of a line end stand at `index`, or 0: LF, CR, CR LF, NEL, LS, PS; and the byte-order mark,
  /// which YAML lets stand at a line's start.
  func breakLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < end && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  /// Where the value begins that has its anchor and tag at `offset`.
  func afterProperties(from offset: Int) -> Int {
    var index = offset
    while index < end, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
      let word = wordEnd(from: index)
      let next = significant(from: word)
      guard next < end, bytes[next] == UInt8(ascii: "&") || bytes[next] == UInt8(ascii: "!") else {
        return word
      }
      index = next
    }
    return index
  }

  /// The end of the run of visible characters at `offset`; a flow sign ends it too.
  private func wordEnd(from offset: Int) -> Int {
    var index = offset
    let verbatim =
      index + 1 < end && bytes[index] == UInt8(ascii: "!") && bytes[index + 1] == UInt8(ascii: "<")
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || breakLength(at: index) > 0 { break }
      if !verbatim, [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte) { break }
      index += 1
    }
    return index
  }

  /// The end of a block scalar's last line, given where libyaml ended it: behind all blank lines that follow it.
  func blockScalarEnd(_ text: String, from start: Int, to mark: Int) -> Int {
    var header = afterProperties(from: start)
    header = notBlank(from: significant(from: header))
    var keeps = false
    while header < mark, bytes[header] != UInt8(ascii: " "), bytes[header] != UInt8(ascii: "\t"),
      breakLength(at: header) == 0
    {
      keeps = keeps || bytes[header] == UInt8(ascii: "+")
      header += 1
    }
    let body = lineEnd(from: header)
    guard body < mark else { return min(header, mark) }
    let lastInk = text.utf8.last { (byte: UInt8) -> Bool in byte != UInt8(ascii: "\n") }
    guard let lastInk else { return keeps ? withoutLineEnd(mark, after: header) : header }
    let exact = keeps || lastInk == UInt8(ascii: " ") || lastInk == UInt8(ascii: "\t")
    if exact { return withoutLineEnd(mark, after: header) }
    var index = mark
    while index > body {
      let byte = bytes[index - 1]
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0A || byte == 0x0D else {
        break
      }
      index -= 1
    }
    return index
  }

  private func withoutLineEnd(_ mark: Int, after start: Int) -> Int {
    var index = mark
    if index > start, bytes[index - 1] == 0x0A { index -= 1 }
    if index > start, bytes[index - 1] == 0x0D { index -= 1 }
    return index
  }
}
