/// Which of many texts may be alike: those that share rare words, so that not every pair has to be compared.
struct AlikeCandidates {
  /// Up to so many pairs are all looked at.
  private static let allUpTo = 1_000
  /// A word that stands in more texts than this is no hint.
  private static let rareUpTo = 12
  /// So many candidates for each text.
  private static let candidates = 4

  /// The pairs worth a look, by index, in the order of the first texts.
  private(set) var pairs: [(Int, Int)] = []

  /// - Parameters:
  ///   - first: the words of some texts.
  ///   - second: the words of the others.
  init(_ first: [[Int32]], _ second: [[Int32]]) {
    if first.count * second.count <= Self.allUpTo {
      for one in first.indices { for two in second.indices { pairs.append((one, two)) } }
      return
    }
    var places: [Int32: [Int]] = [:]
    for (index, words) in second.enumerated() {
      // One more than what counts as rare shows that a word is not.
      for word in Set(words) where places[word, default: []].count <= Self.rareUpTo {
        places[word, default: []].append(index)
      }
    }
    for (index, words) in first.enumerated() {
      var votes: [Int: Int] = [:]
      for word in Set(words) {
        guard let found = places[word], found.count <= Self.rareUpTo else { continue }
        for other in found { votes[other, default: 0] += 1 }
      }
      let best = votes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.candidates)
      for other in best.map(\.key).sorted() { pairs.append((index, other)) }
    }
  }
}
