/// What may stand as a value somewhere in a kit's data.
///
/// YAML gives no value a type here: the shape decides whether `012` is a text or a fault.
package indirect enum ValueShape: Sendable {
  /// Any text that is not empty; numbers and `yes` are text where text is asked for.
  case text
  /// Any single value, an empty text in quotes too.
  case scalar
  /// A whole number in a range, without quotes.
  case integer(ClosedRange<Int>)
  /// `yes` or `no`, `true` or `false`, without quotes.
  case boolean
  /// One of these words.
  case choice([String])
  /// A text that looks like this; the second value is an example for people.
  case pattern(TextPattern, example: String)
  /// A list of at least so many values. A single value may stand for a list of one, unless its values are
  /// mappings or lists.
  case list(ValueShape, atLeast: Int)
  /// Names with values; what names look like, if they are not free.
  case mapping(keys: TextPattern?, ValueShape)
  /// A mapping with known keys.
  case object(ObjectShape)

  /// Any number of values.
  package static func list(_ value: ValueShape) -> ValueShape { .list(value, atLeast: 0) }

  /// Any number of texts, or one text.
  package static let texts: ValueShape = .list(.text, atLeast: 0)

  /// One of the words of an enumeration.
  package static func choice<Word>(of words: Word.Type) -> ValueShape
  where Word: CaseIterable & RawRepresentable<String> {
    .choice(words.allCases.map { $0.rawValue })
  }

  /// The minutes that something takes: 1 to 1,440.
  package static let minutes: ValueShape = .integer(1...1440)
  /// The id of a part, kit or group.
  package static let id: ValueShape = .pattern(.id, example: "half-day")
  /// The id of a role.
  package static let role: ValueShape = .pattern(.id, example: "facilitator")
  /// The id of a resource, or of a folder of resources.
  package static let resourceID: ValueShape = .pattern(.resourceID, example: "cards/user-needs")
  /// A semantic version.
  package static let version: ValueShape = .pattern(.version, example: "1.2.0")
  /// The SPDX identifier of a licence.
  package static let licence: ValueShape = .pattern(.licence, example: "CC-BY-4.0")
  /// A language.
  package static let language: ValueShape = .pattern(.language, example: "en")
  /// A day.
  package static let date: ValueShape = .pattern(.date, example: "2026-03-12")
  /// A time of day.
  package static let clockTime: ValueShape = .pattern(.clockTime, example: "13:30")
  /// Days or weeks from the event.
  package static let offset: ValueShape = .pattern(.offset, example: "T-3w")
  /// The address of a web page.
  package static let url: ValueShape = .pattern(.url, example: "https://example.org/page")
  /// The address of a part of a kit.
  package static let address: ValueShape = .pattern(.address, example: "plan:half-day#welcome")

  /// Whether a value of this shape is one scalar.
  package var isSingle: Bool {
    switch self {
    case .text, .scalar, .integer, .boolean, .choice, .pattern: true
    case .list, .mapping, .object: false
    }
  }
}
