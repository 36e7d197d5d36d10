/// Why a YAML file is not read, where that shows, and what to do about it.
package struct YAMLFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// The bytes are not text that YAML allows.
    case text(TextFault)
    /// The file is longer than the limit, both in bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// Lists and mappings are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// There are more values than the limit.
    case tooManyValues(limit: Int)
    /// A key stands twice in one mapping; the place is that of the second.
    case duplicateKey(String, first: SourcePlace)
    /// An anchor or alias where none is allowed; as written.
    case alias(String)
    /// An alias to a name that nothing has.
    case unknownAlias(String)
    /// A tag where none is allowed; as written.
    case tag(String)
    /// `%YAML` or another line that begins with `%`.
    case directive
    /// A second document after `---`.
    case severalDocuments
    /// A key that is not one piece of text.
    case otherKey
    /// A value that begins with `{{` without quotes.
    case bareParameter
    /// The text is not YAML, in the words of the parser.
    case syntax(String, context: String, begun: SourcePlace?)
  }

  /// What is wrong.
  package let kind: Kind

  /// The offset of the byte at which it shows.
  package let offset: Int

  /// The same as line and column.
  package let place: SourcePlace

  /// What is wrong, in a plain sentence or two.
  package var message: String {
    switch kind {
    case .text(let fault): fault.message
    case .tooLarge(let bytes, let limit):
      "The file has \(bytes) bytes; at most \(limit) are read."
    case .tooDeep(let limit): "Lists and keys are nested more than \(limit) deep."
    case .tooManyValues(let limit): "The file holds more than \(limit) values."
    case .duplicateKey(let key, let first):
      "“\(key)” stands twice: first in line \(first.line), again in line \(place.line)."
    case .alias(let text): "“\(text)” refers to another place of the file; a kit writes every value out."
    case .unknownAlias(let name): "“*\(name)” refers to “&\(name)”, which is nowhere before it."
    case .tag(let text): "“\(text)” gives the value a type of its own; a kit holds only text, lists and keys."
    case .directive: "The file begins with a “%” line, which a kit does not use."
    case .severalDocuments: "A second document begins here; one file holds one."
    case .otherKey: "A key must be one piece of text."
    case .bareParameter: "Text that begins with “{{” must be in quotes."
    case .syntax(let problem, _, _): YAMLProblem.message(for: problem)
    }
  }

  /// What to do about it, in one plain sentence.
  package var remedy: String {
    switch kind {
    case .text(let fault): fault.remedy
    case .tooLarge: "Check that this is the right file; split it if it is."
    case .tooDeep, .tooManyValues: "Split the file, or write it with fewer levels."
    case .duplicateKey(let key, _): "Keep one “\(key)” and remove or rename the other."
    case .alias: "Write the value out here; if it is meant as text, put it in quotes."
    case .unknownAlias: "Correct the name; if it is meant as text, put it in quotes."
    case .tag: "Remove the tag; if it is meant as text, put it in quotes."
    case .directive: "Remove the line."
    case .severalDocuments: "Move what follows to a file of its own, or remove the line “---”."
    case .otherKey: "Write the key as plain words before the colon."
    case .bareParameter: "Put the whole text in double quotes."
    case .syntax(let problem, _, let begun): YAMLProblem.remedy(for: problem, begun: begun)
    }
  }
}

extension YAMLFault: CustomStringConvertible {
  /// `line:column: message remedy`.
  package var description: String { "\(place): \(message) \(remedy)" }
}
