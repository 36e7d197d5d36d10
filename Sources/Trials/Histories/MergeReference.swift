package import Franchise
import KitCore

/// What a merge of kits must come to, by a model that knows nothing of documents: a kit is a bag of words.
package struct MergeReference {
  private let base, ours, theirs: [String: [UInt8]]

  /// The files of the common version and of both sides, by path.
  package init(base: [String: [UInt8]], ours: [String: [UInt8]], theirs: [String: [UInt8]]) {
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
  }

  /// What is wrong with a result; nothing, when all is well.
  ///
  /// - Parameters:
  ///   - result: The merged files.
  ///   - questions: What was asked, with the answers if `areAnswered`.
  package func faults(
    in result: [String: [UInt8]], _ questions: [Question], areAnswered: Bool
  ) -> [String] {
    var faults: [String] = []
    let (inBase, inOurs, inTheirs) = (
      HistoryWords(base).all, HistoryWords(ours).all, HistoryWords(theirs).all
    )
    let counts = HistoryWords(result).counts
    let (ourCounts, theirCounts) = (HistoryWords(ours).counts, HistoryWords(theirs).counts)
    var asked: Set<String> = []
    for question in questions {
      let texts = question.clash.texts
      asked.formUnion(HistoryWords([texts.base, texts.ours, texts.theirs]).all)
    }
    for word in inOurs.union(inTheirs).subtracting(inBase).subtracting(asked) where counts[word] == nil {
      faults.append("\(inOurs.contains(word) ? "ours" : "theirs") was lost: \(word)")
    }
    for word in inBase.subtracting(asked) {
      let isKept = inOurs.contains(word) && inTheirs.contains(word)
      if isKept, counts[word] == nil { faults.append("what both keep was lost: \(word)") }
      let isRepeated = ourCounts[word] ?? 0 > 1 || theirCounts[word] ?? 0 > 1
      if !isKept, !isRepeated, counts[word] != nil {
        faults.append("what one side took out came back: \(word)")
      }
    }
    for (word, count) in counts where count > max(ourCounts[word] ?? 0, theirCounts[word] ?? 0) {
      if !asked.contains(word) { faults.append("stands twice: \(word)") }
    }
    faults += untouched(result, questions) + answers(counts, questions, areAnswered) + memory(questions)
    return faults
  }

  /// Files that one side left alone are the other side's, byte for byte.
  private func untouched(_ result: [String: [UInt8]], _ questions: [Question]) -> [String] {
    base.keys.sorted().compactMap { (path: String) -> String? in
      guard path != "group.yaml", path != "kit.yaml", let ours = ours[path], let theirs = theirs[path],
        !questions.contains(where: { $0.clash.path == path })
      else { return nil }
      if theirs == base[path], result[path] != ours {
        return "ours was changed though theirs is as before: \(path)"
      }
      if ours == base[path], result[path] != theirs { return "theirs was not taken as it is: \(path)" }
      return nil
    }
  }

  /// An answer is what stands there afterwards; without one, ours.
  private func answers(_ counts: [String: Int], _ questions: [Question], _ areAnswered: Bool) -> [String] {
    questions.flatMap { (question: Question) -> [String] in
      let texts = question.clash.texts
      let wanted: [[UInt8]?] =
        switch question.answer {
        case .theirs?: [texts.theirs]
        case .both?: [texts.ours, texts.theirs]
        default: [texts.ours]
        }
      guard areAnswered || question.isOpen else { return [] }
      // What stands elsewhere and was asked about there as well may go by that other answer.
      let elsewhere = HistoryWords(
        questions.filter { $0.address != question.address }.flatMap {
          [$0.clash.texts.base, $0.clash.texts.ours, $0.clash.texts.theirs]
        }
      ).all
      return HistoryWords(wanted).all.subtracting(elsewhere).filter { counts[$0] == nil }
        .map { "the answer to \(question.address) was not followed: \($0)" }
    }
  }

  /// Nothing is asked about a file that the master left alone.
  private func memory(_ questions: [Question]) -> [String] {
    questions.compactMap { (question: Question) -> String? in
      let path = question.clash.path
      guard let before = base[path], before == theirs[path], case .inside = question.clash.kind else {
        return nil
      }
      return "asked again though the master changed nothing: \(question.address)"
    }
  }
}
