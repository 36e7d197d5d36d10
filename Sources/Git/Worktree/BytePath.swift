/// A path as its bytes. Swift takes two strings that only differ in their Unicode form for equal; a disk does not.
struct BytePath: Hashable, Comparable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: BytePath, right: BytePath) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  static func < (left: BytePath, right: BytePath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
