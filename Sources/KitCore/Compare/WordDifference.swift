/// Two versions of a passage, word by word.
package struct WordDifference: Hashable, Sendable {
  /// A run of words with the same fate.
  package struct Run: Hashable, Sendable {
    /// What became of the words.
    package enum Fate: String, Hashable, Sendable {
      case same, removed, added
    }
    /// What became of the words.
    package let fate: Fate
    /// The words, with the white space between and after them.
    package let text: String
  }

  /// The runs in order; of a replacement, what was removed comes first.
  package let runs: [Run]

  /// Compares two versions of a passage. White space alone is no difference.
  package init(from old: String, to new: String) {
    var lexicon = Lexicon()
    let before = Passage(old, &lexicon)
    let after = Passage(new, &lexicon)
    let matches = Correspondence(before.numbers, after.numbers).matches
    var runs: [Run] = []
    func add(_ fate: Run.Fate, _ text: String) {
      if text.isEmpty { return }
      if let last = runs.last, last.fate == fate {
        runs[runs.count - 1] = Run(fate: fate, text: last.text + text)
      } else {
        runs.append(Run(fate: fate, text: text))
      }
    }
    var (from, to) = (0, 0)
    for (index, match) in matches.enumerated() where match >= 0 {
      add(.removed, before.text(from..<index))
      add(.added, after.text(to..<Int(match)))
      add(.same, after.text(Int(match)..<Int(match) + 1))
      (from, to) = (index + 1, Int(match) + 1)
    }
    add(.removed, before.text(from..<before.numbers.count))
    add(.added, after.text(to..<after.numbers.count))
    self.runs = runs
  }

  /// For a line of text where colour may be missing: `[-removed-]` and `{+added+}` around what changed.
  package var marked: String {
    runs.map { run in
      switch run.fate {
      case .same: run.text
      case .removed: Self.wrap(run.text, "[-", "-]")
      case .added: Self.wrap(run.text, "{+", "+}")
      }
    }.joined()
  }

  /// The difference with long unchanged runs cut to the words around a change.
  package var shortened: WordDifference {
    WordDifference(
      runs: runs.indices.map { index in
        let run = runs[index]
        guard run.fate == .same else { return run }
        let words = run.text.split(separator: " ", omittingEmptySubsequences: false)
        let before = index == runs.startIndex ? 0 : Self.context
        let after = index == runs.endIndex - 1 ? 0 : Self.context
        guard words.count > before + after + 3 else { return run }
        let kept = [words.prefix(before), ["…"], words.suffix(after)].joined().joined(separator: " ")
        return Run(fate: .same, text: kept)
      })
  }

  /// How many unchanged words stay on each side of a change.
  private static let context = 6

  private init(runs: [Run]) { self.runs = runs }

  private static func wrap(_ text: String, _ open: String, _ close: String) -> String {
    let end = text.reversed().prefix { $0.isWhitespace }.count
    return open + text.dropLast(end) + close + text.suffix(end)
  }

  /// A text cut into words, each with the white space that follows it.
  private struct Passage {
    let bytes: [UInt8]
    let words: [Word]
    let numbers: [Int32]

    init(_ text: String, _ lexicon: inout Lexicon) {
      bytes = Array(text.utf8)
      words = WordCutter.words(of: bytes, &lexicon)
      numbers = words.map(\.number)
    }

    func text(_ range: Range<Int>) -> String {
      guard let first = range.first, let last = range.last else { return "" }
      let end = last + 1 < words.count ? Int(words[last + 1].start) : bytes.count
      return String(decoding: bytes[Int(words[first].start)..<end], as: UTF8.self)
    }
  }
}
