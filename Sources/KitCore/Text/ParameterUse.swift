/// A place in a text where double braces open.
package struct ParameterUse: Hashable, Sendable {
  /// What stands there.
  package enum Kind: Hashable, Sendable {
    /// `{{name}}`: the value of that parameter is meant.
    case parameter(String)
    /// `\{{`: the braces themselves are meant.
    case escape
    /// Something else between double braces; it is text like any other, and probably a mistake.
    case other(String)
  }

  /// What stands there.
  package let kind: Kind

  /// The bytes of it: the braces, and the backslash of an escape.
  package let range: SourceRange

  /// The name, if a parameter is meant.
  package var name: String? { if case .parameter(let name) = kind { name } else { nil } }
}

/// Why a use of a parameter has no value.
package struct ParameterFault: Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// The kit declares no such parameter.
    case unknown(String)
    /// The kit declares it, but neither kit, group nor event gives it a value.
    case unset(String)
    /// What stands between the braces is not a parameter's name.
    case malformed(String)
  }

  /// What is wrong.
  package let kind: Kind

  /// The bytes of the use.
  package let range: SourceRange

  /// The name that was probably meant.
  package let suggestion: String?

  /// What is wrong, in one plain sentence.
  package var message: String {
    switch kind {
    case .unknown(let name): "The kit has no parameter “\(name)”."
    case .unset(let name): "The parameter “\(name)” has no value."
    case .malformed(let text): "“{{\(text)}}” is not the name of a parameter."
    }
  }

  /// What to do about it, in one plain sentence.
  package var remedy: String {
    switch (kind, suggestion) {
    case (.unset(let name), _): "Give “\(name)” a value for the group or the event, or a default in the kit."
    case (_, let name?): "Did you mean “{{\(name)}}”?"
    case (.unknown, nil): "Declare it in kit.yaml, or write “\\{{” if the braces themselves are meant."
    case (.malformed, nil):
      "Names have small letters, digits and hyphens; write “\\{{” if the braces themselves are meant."
    }
  }
}
