/// A clash as it is put to people: where it is in the words of the kit, what happened, the three versions, and what
/// they can answer.
///
/// The same question is shown by every command that asks or tells of one; ``text(names:number:)`` is how.
package struct ClashQuestion: Sendable, Equatable {
  /// The file that it is about.
  package let path: String
  /// What people type for the part: `plan:half-day#welcome.minutes`; begins with the path in a file that has none.
  package let address: String
  /// The titles that lead to the part, outermost first: the plan, then the block.
  package let subject: [String]
  /// The field in words, such as `minutes`; `nil` where the whole part is meant.
  package let field: String?
  /// Why it is a question.
  package let kind: KitClash.Kind
  /// What both began with, what stands now, and what arrives; `nil` or empty where a side has nothing.
  package let texts: ThreeWay<[UInt8]?>
  /// What most people answer, if there is such a thing.
  package let suggestion: ClashAnswer?

  /// A question from what is known of the clash, for those who keep questions and show them later.
  ///
  /// - Parameters:
  ///   - address: As ``KitClash/address``: the file's address, then the clash's own.
  ///   - titles: The titles of the file that the clash is in, as it is now.
  package init(
    path: String, address: String, kind: KitClash.Kind, texts: ThreeWay<[UInt8]?>, suggestion: ClashAnswer?,
    titles: PartTitles
  ) {
    (self.path, self.address, self.kind, self.texts) = (path, address, kind, texts)
    self.suggestion = suggestion
    let place = titles.place(of: address, texts: texts)
    (subject, field) = (place.subject, place.field)
  }

  /// The questions of one merged document, in its order.
  package static func all(in document: MergedDocument, path: String) -> [ClashQuestion] {
    let titles = PartTitles(path: path, bytes: document.bytes)
    return document.clashes.map { clash in
      ClashQuestion(
        path: path, address: titles.prefix + clash.address, kind: .inside(clash.kind),
        texts: ThreeWay(base: clash.base, ours: clash.ours, theirs: clash.theirs),
        suggestion: clash.suggestion,
        titles: titles)
    }
  }

  /// The questions of a merged kit, in its order.
  package static func all(in kit: MergedKit) -> [ClashQuestion] {
    var titles: [String: PartTitles] = [:]
    return kit.clashes.map { clash in
      let known =
        titles[clash.path]
        ?? PartTitles(
          path: clash.path,
          bytes: kit.files[clash.path] ?? clash.texts.theirs ?? clash.texts.base ?? [])
      titles[clash.path] = known
      return ClashQuestion(
        path: clash.path, address: clash.address, kind: clash.kind, texts: clash.texts,
        suggestion: clash.suggestion, titles: known)
    }
  }

  /// Where it is: `Half-day peer group, Welcome: minutes`.
  package var title: String {
    subject.joined(separator: ", ") + (field.map { ": " + $0 } ?? "")
  }

  /// Whether both sides have the same text, and only its place is in question.
  package var isOneText: Bool { texts.ours == texts.theirs && texts.ours != nil }

  /// Whether both texts can stand, one after the other: not for a single value, a name or a file.
  package var allowsBoth: Bool {
    guard case .inside(let kind) = kind, texts.ours?.isEmpty == false, texts.theirs?.isEmpty == false else {
      return kind == .namesMeet
    }
    switch kind {
    case .wholeFile, .lines, .invalidResult, .twoValues, .movedToTwoPlaces: return false
    default: return field == nil && !subject.isEmpty
    }
  }
}
