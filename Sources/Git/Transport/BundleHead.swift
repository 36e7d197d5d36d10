/// The head of a git bundle: what it needs, what it brings, and where its pack starts.
package struct BundleHead: Hashable, Sendable {
  /// The most bytes that a head may have.
  package static let longest = 1 << 20
  /// The most refs, and the most needed versions.
  package static let most = 1000

  /// Versions that the receiver must have.
  package var needs: [ObjectID] = []
  /// What each ref that it brings leads to.
  package var refs: [RefName: ObjectID] = [:]
  /// Where the pack starts, in bytes.
  package var packStart = 0

  /// Reads the first bytes of a bundle.
  ///
  /// - Parameter bytes: The file's first ``longest`` bytes, or all of them.
  /// - Throws: ``BundleProblem``.
  package init(_ bytes: [UInt8]) throws(BundleProblem) {
    var lines = Lines(bytes: bytes)
    guard let signature = lines.next() else { throw .notABundle }
    switch String(decoding: signature, as: UTF8.self) {
    case "# v2 git bundle": break
    case "# v3 git bundle": try Self.readCapabilities(&lines)
    default: throw .notABundle
    }
    while let line = lines.next() {
      if line.isEmpty {
        guard !refs.isEmpty else { throw .nothing }
        packStart = lines.place
        return
      }
      try read(line, number: lines.number)
      guard refs.count <= Self.most, needs.count <= Self.most else { throw .headTooLarge }
    }
    throw bytes.count >= Self.longest ? .headTooLarge : .badLine(lines.number + 1)
  }

  private static func readCapabilities(_ lines: inout Lines) throws(BundleProblem) {
    while let line = lines.peek(), line.first == UInt8(ascii: "@") {
      let text = String(decoding: line.dropFirst(), as: UTF8.self)
      guard text == "object-format=sha1" else { throw .unsupported(text) }
      _ = lines.next()
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, number: Int) throws(BundleProblem) {
    let isNeed = line.first == UInt8(ascii: "-")
    let rest = isNeed ? line.dropFirst() : line
    let hex = rest.prefix(40)
    guard let id = ObjectID(String(decoding: hex, as: UTF8.self)), id != .zero else { throw .badLine(number) }
    let comment = rest.dropFirst(40)
    if isNeed {
      guard comment.isEmpty || comment.first == 0x20 else { throw .badLine(number) }
      needs.append(id)
      return
    }
    guard comment.first == 0x20 else { throw .badLine(number) }
    let text = String(decoding: comment.dropFirst(), as: UTF8.self)
    guard let name = try? RefName(text) else { throw .wrongRef(ServerText(text).description) }
    guard refs.updateValue(id, forKey: name) == nil else { throw .badLine(number) }
  }
}

/// A cursor over lines.
private struct Lines {
  let bytes: [UInt8]
  var place = 0
  var number = 0

  func peek() -> ArraySlice<UInt8>? {
    bytes[place...].firstIndex(of: 0x0A).map { bytes[place..<$0] }
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let line = peek() else { return nil }
    place = line.endIndex + 1
    number += 1
    return line
  }
}
