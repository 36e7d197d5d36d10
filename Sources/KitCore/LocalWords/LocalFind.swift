/// A place in a text that says something of one group only.
package struct LocalFind: Hashable, Sendable {
  /// What stands there.
  package enum Kind: Hashable, Sendable {
    /// A word of the group's.
    case word(LocalWord.Source)
    /// A day of the calendar.
    case date
    /// An e-mail address.
    case emailAddress
    /// A telephone number.
    case phoneNumber
  }

  /// What stands there.
  package let kind: Kind
  /// The text as it stands there.
  package let text: String
  /// The bytes of it.
  package let range: Range<Int>
  /// Its line and column.
  package let place: SourcePlace

  /// The parameter that can stand there instead.
  package var parameter: String? { if case .word(.parameter(let name)) = kind { name } else { nil } }

  /// What is the matter, as one sentence.
  package var message: String {
    switch kind {
    case .word(.parameter(let name)): "“\(text)” is your word for {{\(name)}}."
    case .word(.group(let key)): "“\(text)” is from your group.yaml (\(key))."
    case .word(.event(let id, let key)): "“\(text)” is from your event \(id) (\(key))."
    case .date: "“\(text)” is a date."
    case .emailAddress: "“\(text)” is an e-mail address."
    case .phoneNumber: "“\(text)” is a telephone number."
    }
  }

  /// What to do about it, as one sentence.
  package var remedy: String {
    switch kind {
    case .word(.parameter(let name)): "Write {{\(name)}} there."
    case .word: "Say it in words that are true for every group."
    case .date: "Dates belong into an event; leave it out, or say how long before or after the session."
    case .emailAddress, .phoneNumber: "Leave it out; a role such as “the host” is enough."
    }
  }
}
