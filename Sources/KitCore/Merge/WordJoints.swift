/// Finds which words hang together without white space between them.
struct WordJoints {
  let bytes: [UInt8]

  /// Marks every word that hangs together with the word before it.
  func mark(_ words: inout [Word], _ isWord: [Bool]) {
    var first = 0
    while first < words.count {
      var last = first
      var isAddress = false
      while last + 1 < words.count, words[last].end == words[last + 1].start,
        isConnected(words[last], words[last + 1], isWord, isAddress: isAddress)
      {
        last += 1
        isAddress = isAddress || isSlash(words[last])
      }
      // Marks at the ends are not part of what hangs together, such as a full stop after an address; a slash is.
      while last > first, !isWord[Int(words[last].number)], !isSlash(words[last]) { last -= 1 }
      if last > first {
        for index in first + 1...last {
          let word = words[index]
          words[index] = Word(number: word.number, start: word.start, end: word.end, isJoined: true)
        }
      }
      first = last + 1
    }
  }

  private func isConnected(_ left: Word, _ right: Word, _ isWord: [Bool], isAddress: Bool) -> Bool {
    (isWord[Int(left.number)] || isConnector(left, isAddress))
      && (isWord[Int(right.number)] || isConnector(right, isAddress))
  }

  private func isSlash(_ mark: Word) -> Bool { bytes[Int(mark.start)] == UInt8(ascii: "/") }

  /// Marks that hold words together; some do so in the address of a page only.
  private func isConnector(_ mark: Word, _ isAddress: Bool) -> Bool {
    switch bytes[Int(mark.start)] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "'"):
      return true
    case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "~"), UInt8(ascii: "+"):
      return isAddress
    case UInt8(ascii: ","):
      let (before, after) = (Int(mark.start) - 1, Int(mark.end))
      return before >= 0 && after < bytes.count && bytes[before].isASCIIDigit && bytes[after].isASCIIDigit
    case 0xE2:  // ’
      return mark.end - mark.start == 3 && bytes[Int(mark.start) + 1] == 0x80
        && bytes[Int(mark.start) + 2] == 0x99
    default:
      return false
    }
  }
}
