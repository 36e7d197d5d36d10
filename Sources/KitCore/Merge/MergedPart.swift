/// A stretch of a merged document.
enum MergedPart {
  case settled([UInt8])
  case clash(OpenClash)
  /// No text: tells that something moved.
  case moved
}

extension [MergedPart] {
  /// How many questions are open.
  var clashCount: Int {
    count { if case .clash = $0 { true } else { false } }
  }

  /// Whether something moved.
  var hasMoves: Bool {
    contains { if case .moved = $0 { true } else { false } }
  }

  /// Whether anything is open.
  var hasClash: Bool {
    contains { if case .clash = $0 { true } else { false } }
  }
}

/// A clash before it has its final address.
struct OpenClash: Error {
  var kind: ClashKind
  var texts: ThreeWay<[UInt8]>
  var address = ""
}
