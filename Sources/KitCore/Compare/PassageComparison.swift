/// Two versions of a passage, sentence by sentence (or item by item).
struct PassageComparison {
  /// What one unit of a passage is, for counting.
  enum Noun: String, CaseIterable {
    case sentence, item, row, line
  }

  /// One unit: a sentence, a list item, a table row or a line of code.
  struct Piece {
    var noun = Noun.sentence
    let text: String
  }

  /// The pieces that changed their words, that are new and that are gone, in order.
  let differences: [WordDifference]
  private var counts: [String: [Noun: Int]] = [:]

  init(old: [String], new: [String]) {
    self.init(old: old.map { Piece(text: $0) }, new: new.map { Piece(text: $0) })
  }

  init(old: [Piece], new: [Piece]) {
    let match = SequenceMatch(old: old.map(\.entry), new: new.map(\.entry))
    var differences: [WordDifference] = []
    var counts: [String: [Noun: Int]] = [:]
    func found(_ fate: String, _ noun: Noun, from old: String, to new: String) {
      counts[fate, default: [:]][noun, default: 0] += 1
      differences.append(WordDifference(from: old, to: new))
    }
    let partners = match.partners
    for position in new.indices {
      let piece = new[position]
      guard let from = partners[position] else {
        found("added", piece.noun, from: "", to: piece.text)
        continue
      }
      if old[from].key != piece.key { found("reworded", piece.noun, from: old[from].text, to: piece.text) }
      if match.moved.contains(position) { counts["moved", default: [:]][piece.noun, default: 0] += 1 }
    }
    for position in match.removed { found("removed", old[position].noun, from: old[position].text, to: "") }
    self.differences = differences
    self.counts = counts
  }

  /// Whether nothing but white space differs.
  var isEmpty: Bool { counts.isEmpty }

  /// `one sentence reworded, two items added`; of white space alone, `spacing only`.
  var summary: String {
    let parts = ["reworded", "added", "removed", "moved"].flatMap { fate -> [String] in
      Noun.allCases.compactMap { noun in
        counts[fate]?[noun].map { Counting.count($0, noun.rawValue) + " " + fate }
      }
    }
    return parts.isEmpty ? "spacing only" : parts.joined(separator: ", ")
  }
}

extension PassageComparison.Piece {
  /// Equal for pieces that differ in white space at most.
  fileprivate var key: String { text.oneLine }

  /// For finding its counterpart; only pieces of one sort are versions of one another.
  fileprivate var entry: SequenceMatch.Entry { .init(key: key, sort: noun.rawValue) { text } }
}
