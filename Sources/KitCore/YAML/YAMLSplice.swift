/// A range of bytes and what is to stand there instead.
struct YAMLSplice {
  let range: SourceRange
  let bytes: [UInt8]

  init(_ range: SourceRange, _ text: String) {
    self.range = range
    bytes = Array(text.utf8)
  }

  init(_ range: SourceRange, _ bytes: ArraySlice<UInt8>) {
    self.range = range
    self.bytes = Array(bytes)
  }

  /// The splices applied; they may not overlap. Of several at one offset, the first comes first.
  static func apply(_ splices: [YAMLSplice], to bytes: [UInt8]) -> [UInt8]? {
    let ordered = splices.enumerated().sorted { (one: (Int, YAMLSplice), other: (Int, YAMLSplice)) -> Bool in
      (one.1.range.lowerBound, one.0) < (other.1.range.lowerBound, other.0)
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 256)
    var index = 0
    for (_, splice) in ordered {
      guard splice.range.lowerBound >= index else { return nil }
      output += bytes[index..<splice.range.lowerBound]
      output += splice.bytes
      index = splice.range.upperBound
    }
    output += bytes[index...]
    return output
  }
}
