/// Which brackets and backticks in a text belong together, found in one pass from end to end.
package struct InlinePairs: Sendable {
  /// The place of the bracket that closes the one at a place: `[` by `]`, `(` by `)`.
  package private(set) var closing: [Int: Int] = [:]
  /// The place behind the code span that begins with the backticks at a place.
  package private(set) var codeEnds: [Int: Int] = [:]

  /// Looks through a range of bytes, in time linear in its length.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    findBrackets(bytes, range)
    findCode(bytes, range)
  }

  private mutating func findBrackets(_ bytes: [UInt8], _ range: Range<Int>) {
    var squares: [Int] = []
    var rounds: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): squares.append(place)
      case UInt8(ascii: "("): rounds.append(place)
      case UInt8(ascii: "]"): if let open = squares.popLast() { closing[open] = place }
      case UInt8(ascii: ")"): if let open = rounds.popLast() { closing[open] = place }
      default: break
      }
      place += 1
    }
  }

  /// A run of backticks is closed by the next run of the same length, so runs are looked at from the last one on.
  private mutating func findCode(_ bytes: [UInt8], _ range: Range<Int>) {
    var next: [Int: Int] = [:]
    var place = range.upperBound
    while place > range.lowerBound {
      guard bytes[place - 1] == UInt8(ascii: "`") else {
        place -= 1
        continue
      }
      let end = place
      while place > range.lowerBound, bytes[place - 1] == UInt8(ascii: "`") { place -= 1 }
      if let close = next[end - place] { codeEnds[place] = close }
      next[end - place] = end
    }
  }
}
