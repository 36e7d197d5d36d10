/// What a file is made of, so that two files can be compared quickly: how many bytes each distinct line has in it.
///
/// The measure is that of git's rename detection: a long line counts in pieces of 64 bytes, and the share is that of
/// common bytes in the larger file.
struct ContentPrint: Hashable, Sendable {
  /// Hash of a piece and its bytes in the file, in order of hash.
  private let pieces: [Piece]
  /// The file's size in bytes.
  let size: Int

  private struct Piece: Hashable, Sendable {
    let hash: UInt64
    var bytes: Int
  }

  init(_ content: [UInt8]) {
    size = content.count
    let isText = !content.prefix(8000).contains(0)
    var counts: [UInt64: Int] = [:]
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var length = 0
    for (place, byte) in content.enumerated() {
      // Line ends of either kind count alike.
      if isText, byte == 13, place + 1 < content.count, content[place + 1] == 10 { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      length += 1
      if length == 64 || byte == 10 {
        counts[hash, default: 0] += length
        hash = 0xCBF2_9CE4_8422_2325
        length = 0
      }
    }
    if length > 0 { counts[hash, default: 0] += length }
    pieces = counts.map { Piece(hash: $0.key, bytes: $0.value) }.sorted { $0.hash < $1.hash }
  }

  /// How much of the larger of the two is in the other, from 0 to 60,000 (git's own scale).
  func score(_ other: ContentPrint) -> Int {
    let larger = max(size, other.size)
    guard larger > 0 else { return 0 }
    var common = 0
    var left = pieces[...]
    var right = other.pieces[...]
    while let one = left.first, let two = right.first {
      if one.hash == two.hash { common += min(one.bytes, two.bytes) }
      if one.hash <= two.hash { left.removeFirst() }
      if two.hash <= one.hash { right.removeFirst() }
    }
    return common * 60_000 / larger
  }
}
