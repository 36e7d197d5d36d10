package import KitCore

/// A question that an update leaves for the group, with the answer if there is one already.
package struct Question: Sendable, Equatable {
  /// The texts and why they are a question.
  package let clash: KitClash
  /// The question as it is put to people.
  package let shown: ClashQuestion
  /// The answer; `nil` while it is open.
  package var answer: ClashAnswer?

  /// Where the question is: `plan:half-day#welcome.minutes`; unique in an update.
  package var address: String { clash.address }
  /// Whether nobody has answered yet.
  package var isOpen: Bool { answer == nil }

  /// The texts by which the question is known again when the kit has moved on meanwhile.
  var identity: JSON {
    .array([clash.texts.base, clash.texts.ours, clash.texts.theirs].map { RecordedText.json($0) })
  }
}

/// How a text is written into the list of questions.
enum RecordedText {
  /// Longer texts, and what is no text, are recorded by the name of their bytes: they can be read in the versions.
  private static let longest = 64 << 10

  /// `null`, the text, or `{"bytes": …, "fingerprint": …}`.
  static func json(_ bytes: [UInt8]?) -> JSON {
    guard let bytes else { return .null }
    if bytes.count <= longest, let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
    return ["bytes": .integer(bytes.count), "fingerprint": .string(fingerprint(bytes))]
  }
}
