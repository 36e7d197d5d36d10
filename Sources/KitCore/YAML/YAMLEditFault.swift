/// Why an edit was not made. The document is unchanged.
package struct YAMLEditFault: Error, Hashable, Sendable {
  /// What stood in the way.
  package enum Kind: Hashable, Sendable {
    /// The path leads nowhere.
    case nothingThere
    /// The value is not a list.
    case notAList
    /// The value is not a mapping.
    case notAMapping
    /// The list has no such position.
    case noSuchPosition(Int)
    /// The mapping has that key already.
    case keyExists(String)
    /// The text that was to be put in is not YAML of the right kind.
    case badText(String)
    /// However it was written, reading it back gave something else; so nothing was written.
    case notExpressible
  }

  /// What stood in the way.
  package let kind: Kind

  /// Where the edit was to be made.
  package let path: YAMLPath

  /// The place of what is to be edited, as far as the path led.
  package let place: SourcePlace

  /// What happened, in one plain sentence.
  package var message: String {
    switch kind {
    case .nothingThere: "There is no “\(path)” in this file."
    case .notAList: "“\(path)” is not a list."
    case .notAMapping: "“\(path)” does not hold keys and values."
    case .noSuchPosition(let index): "“\(path)” has no position \(index + 1)."
    case .keyExists(let key): "“\(path)” has “\(key)” already."
    case .badText(let problem): "What was to be put into “\(path)” is not valid there. \(problem)"
    case .notExpressible:
      "The change to “\(path)” cannot be written here without changing something else; nothing was changed."
    }
  }

  /// What to do about it, in one plain sentence.
  package var remedy: String {
    switch kind {
    case .nothingThere, .noSuchPosition: "Check the name, or add it first."
    case .notAList, .notAMapping: "Edit the line by hand: it has another shape than a kit's."
    case .keyExists: "Change the value that is there, or choose another name."
    case .badText: "Correct the text and try again."
    case .notExpressible: "Edit the line by hand."
    }
  }
}
