/// One JSON value whose object members keep their order.
///
/// Everything that the program says to other programs is built from these values, so that the same
/// facts always give the same bytes.
package enum JSON: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number without fraction or exponent that fits `Int`.
  case integer(Int)
  /// Any other number; always finite when it was read, and written as `null` if it is not.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Members in order. Names are unique when the value was read.
  case object([Member])

  /// One name and its value in an object.
  package struct Member: Hashable, Sendable {
    /// The member's name.
    package var name: String
    /// The member's value.
    package var value: JSON

    /// Makes a member from its name and value.
    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// The value of the first member called `name`, or `nil` where this is no object or has no such member.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The element at `index`, or `nil` where this is no array or is shorter.
  package subscript(index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The text of a string, else `nil`.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a whole number, else `nil`.
  package var whole: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The value of a boolean, else `nil`.
  package var truth: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }

  /// The elements of an array, else `nil`.
  package var elements: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object in order, else `nil`.
  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSON {
  /// An object of the members whose value is there, in order; members without a value are left out.
  package static func compact(_ members: [(name: String, value: JSON?)]) -> JSON {
    .object(
      members.compactMap { member -> Member? in
        member.value.map { Member(member.name, $0) }
      })
  }

  /// Text where there is one, else `null`.
  package static func optional(_ text: String?) -> JSON {
    text.map { JSON.string($0) } ?? .null
  }

  /// An array of texts.
  package static func strings(_ texts: some Sequence<String>) -> JSON {
    .array(texts.map { JSON.string($0) })
  }
}
