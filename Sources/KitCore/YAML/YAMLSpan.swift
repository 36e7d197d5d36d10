/// A range of a file in few bytes: there are many of them, and a file has at most a few megabytes.
struct YAMLSpan {
  private let lower: Int32
  private let upper: Int32

  init(_ range: SourceRange) {
    lower = Int32(clamping: range.lowerBound)
    upper = Int32(clamping: range.upperBound)
  }

  var range: SourceRange { Int(lower)..<Int(upper) }
}

/// Where an item or entry begins, and where what stands before it ends.
struct YAMLChildStart {
  private let packedStart: Int32
  private let packedGapStart: Int32

  init(start: Int, gapStart: Int) {
    packedStart = Int32(clamping: start)
    packedGapStart = Int32(clamping: gapStart)
  }

  var start: Int { Int(packedStart) }
  var gapStart: Int { Int(packedGapStart) }
}

/// Anchor and tag, apart from the node because hardly any has them.
final class YAMLMarks: Sendable {
  let text: String

  init(text: String) { self.text = text }
}
