/// Splits a child's standard error into lines: progress is told at once, the last other lines are kept.
struct MessageReader {
  /// The most lines that are kept; the first and the last matter, so the middle goes.
  private static let mostLines = 200

  /// The lines that were no progress, oldest first, safe to show.
  private(set) var kept: [ServerText] = []
  private var line: [UInt8] = []
  private var seen = 0
  private let limit: Int

  /// A reader that gives up after `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Takes the next piece; `false` once there was too much.
  mutating func take(_ bytes: UnsafeRawBufferPointer, progress: (TransferProgress) -> Void) -> Bool {
    seen += bytes.count
    guard seen <= limit else { return false }
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        endLine(progress: progress)
      } else if line.count < 4 * ServerText.longestLine {
        line.append(byte)
      }
    }
    return true
  }

  /// Takes what stands after the last line break as a line.
  mutating func finish(progress: (TransferProgress) -> Void) { endLine(progress: progress) }

  private mutating func endLine(progress: (TransferProgress) -> Void) {
    defer { line.removeAll(keepingCapacity: true) }
    guard !line.isEmpty else { return }
    let text = String(decoding: line, as: UTF8.self)
    let step = TransferProgress(line: text)
    if let step { progress(step) }
    if step == nil || text.hasPrefix("remote: ") && text.contains("rror") { keep(text) }
    if case .message = step, !text.contains("rror") { keep(text) }
  }

  private mutating func keep(_ text: String) {
    if kept.count == Self.mostLines { kept.remove(at: Self.mostLines / 2) }
    kept.append(ServerText(text))
  }
}
