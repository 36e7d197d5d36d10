/// A document tree on its way to paper, as JSON; the page “One tree, several writers” of EventPack describes it.
package struct PaperDocument: Hashable, Sendable {
  /// Where it stands in the pack, without an ending: `facilitator/run-sheet`.
  package let id: String
  /// The tree as JSON, UTF-8.
  package let json: [UInt8]

  /// A document to set.
  package init(id: String, json: [UInt8]) {
    self.id = id
    self.json = json
  }
}

/// A file that documents refer to, such as a picture.
package struct PaperFile: Hashable, Sendable {
  /// Its path from the pack's top: `pictures/wall.png`.
  package let path: String
  /// What it holds.
  package let bytes: [UInt8]

  /// A file beside the documents.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether the path stays inside the staged folder and is none of the theme's own.
  var isPlain: Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return steps.count > 1 && !["documents", "fonts", "out"].contains(steps[0])
      && steps.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
  }
}

/// What became of a document.
package struct SetDocument: Hashable, Sendable {
  /// Which document.
  package let id: String
  /// The paper, or why there is none: a sentence for people.
  package let paper: Result<[UInt8], PaperProblem>
  /// Letters for which the family has no shape, each once, in order of their numbers. Paper shows a box in their place.
  package let unknownLetters: [Unicode.Scalar]

  /// The finished file; `nil` where there is none.
  package var bytes: [UInt8]? { try? paper.get() }
}

/// Why a document could not be set.
package struct PaperProblem: Error, Hashable, Sendable {
  /// In the typesetter's own words.
  package let words: String

  /// A problem.
  package init(words: String) { self.words = words }
}
