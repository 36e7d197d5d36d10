/// Makes documents up and edits them, as two people would who do not know of each other.
package struct MergeGenerator {
  private var dice: Dice
  private var coined = 0
  private var ids = 0
  /// What makes this side's new words its own.
  private var mark = "a"

  private static let common = [
    "the", "group", "asks", "a", "question", "and", "writes", "answer", "on", "card", "then", "walks", "to",
    "wall",
    "with", "pairs", "before", "we", "begin", "each", "person", "says", "one", "thing", "that", "went",
    "well",
    "this", "month", "chairs", "stand", "in", "circle", "coffee", "is", "ready", "host", "opens", "door",
    "early",
  ]

  package init(seed: UInt64) {
    dice = Dice(seed: seed)
  }

  // MARK: Documents

  /// A guide: front matter, sections, texts, lists, a table, code.
  package mutating func guide() -> MergeTrialText {
    var parts: [MergeTrialText.Part] = []
    for _ in 0..<(2 + dice.roll(3)) { parts.append(part(.field, sentences: 1)) }
    for _ in 0..<(1 + dice.roll(5)) {
      parts.append(part(.heading, sentences: 1))
      for _ in 0..<(1 + dice.roll(3)) { parts += run() }
    }
    return MergeTrialText(parts: parts, isPlan: false)
  }

  /// A plan with blocks that have ids.
  package mutating func plan() -> MergeTrialText {
    var parts: [MergeTrialText.Part] = []
    for _ in 0..<(3 + dice.roll(8)) { parts.append(block()) }
    return MergeTrialText(parts: parts, isPlan: true)
  }

  private mutating func run() -> [MergeTrialText.Part] {
    switch dice.roll(6) {
    case 0: return (0..<(2 + dice.roll(5))).map { _ in part(.item, sentences: 1) }
    case 1: return (0..<(2 + dice.roll(3))).map { _ in part(.row, sentences: 2) }
    case 2: return [part(.code, sentences: 1 + dice.roll(3))]
    default: return [part(.paragraph, sentences: 1 + dice.roll(4))]
    }
  }

  private mutating func block() -> MergeTrialText.Part {
    let materials = (0..<dice.roll(4)).map { _ in coin() }
    return part(.block(minutes: 5 * (1 + dice.roll(9)), materials: materials), sentences: 2)
  }

  private mutating func part(_ kind: MergeTrialText.Kind, sentences: Int) -> MergeTrialText.Part {
    ids += 1
    return MergeTrialText.Part(id: ids, kind: kind, words: (0..<sentences).map { _ in sentence() })
  }

  private mutating func sentence() -> [String] {
    var words = (0..<(6 + dice.roll(9))).map { _ in dice.pick(Self.common) }
    for _ in 0..<3 { words[dice.roll(words.count)] = coin() }
    return [coin()] + words
  }

  /// A word that stands nowhere else.
  private mutating func coin() -> String {
    coined += 1
    return "\(mark)\(coined)word"
  }

  // MARK: Edits

  /// A document with some edits of any kind.
  package mutating func edited(_ text: MergeTrialText, by side: String, edits: Int) -> MergeTrialText {
    mark = side
    ids += 1000
    var text = text
    for _ in 0..<edits { edit(&text) }
    return text
  }

  private mutating func edit(_ text: inout MergeTrialText) {
    guard !text.parts.isEmpty else { return }
    let index = dice.roll(text.parts.count)
    switch dice.roll(10) {
    case 0..<5: reword(&text.parts[index])
    case 5, 6: insert(after: index, &text)
    case 7 where text.parts.count > 3 && text.parts[index].kind != .field:
      text.parts.remove(at: index)
    case 8: move(index, &text)
    default:
      if case .block = text.parts[index].kind {
        change(&text.parts[index])
      } else {
        reword(&text.parts[index])
      }
    }
  }

  /// Replaces, adds or takes out one word.
  package mutating func reword(_ part: inout MergeTrialText.Part) {
    let sentence = dice.roll(part.words.count)
    let word = 1 + dice.roll(part.words[sentence].count - 1)
    switch dice.roll(3) {
    case 0: part.words[sentence].insert(coin(), at: word)
    case 1 where part.words[sentence].count > 6: part.words[sentence].remove(at: word)
    default: part.words[sentence][word] = coin()
    }
  }

  private mutating func insert(after index: Int, _ text: inout MergeTrialText) {
    let like = text.parts[index]
    switch like.kind {
    case .field: text.parts.insert(part(.field, sentences: 1), at: index + 1)
    case .block: text.parts.insert(block(), at: index + 1)
    case .heading: text.parts.insert(part(.paragraph, sentences: 2), at: index + 1)
    case let kind: text.parts.insert(part(kind, sentences: like.words.count), at: index + 1)
    }
  }

  private mutating func move(_ index: Int, _ text: inout MergeTrialText) {
    let kind = text.parts[index].kind
    guard kind != .field, kind != .heading else { return }
    let places = text.parts.indices.filter { other in
      if text.isPlan { return other != index }
      return other != index && text.parts[other].kind == kind
    }
    guard !places.isEmpty else { return }
    let place = dice.pick(places)
    text.parts.insert(text.parts.remove(at: index), at: min(place, text.parts.count))
  }

  private mutating func change(_ part: inout MergeTrialText.Part) {
    guard case .block(let minutes, let materials) = part.kind else { return }
    part.kind =
      dice.happens(50)
      ? .block(minutes: minutes + 5, materials: materials)
      : .block(minutes: minutes, materials: materials + [coin()])
  }

  // MARK: Edits that must not clash

  /// Both sides reword, but never the same part.
  package mutating func rewordedApart(_ text: MergeTrialText) -> (MergeTrialText, MergeTrialText) {
    var (ours, theirs) = (text, text)
    for index in text.parts.indices where dice.happens(60) {
      if dice.happens(50) {
        mark = "o"
        reword(&ours.parts[index])
      } else {
        mark = "t"
        reword(&theirs.parts[index])
      }
    }
    return (ours, theirs)
  }

  /// One side reorders a plan, the other edits its blocks.
  package mutating func reordered(_ plan: MergeTrialText) -> (MergeTrialText, MergeTrialText) {
    var (ours, theirs) = (plan, plan)
    for _ in 0..<(1 + dice.roll(3)) { move(dice.roll(ours.parts.count), &ours) }
    mark = "t"
    for index in theirs.parts.indices where dice.happens(40) {
      if dice.happens(50) { change(&theirs.parts[index]) } else { reword(&theirs.parts[index]) }
    }
    return (ours, theirs)
  }

  /// Both sides change different fields of the same blocks.
  package mutating func fieldsApart(_ plan: MergeTrialText) -> (MergeTrialText, MergeTrialText) {
    var (ours, theirs) = (plan, plan)
    for index in plan.parts.indices where dice.happens(60) {
      guard case .block(let minutes, let materials) = plan.parts[index].kind else { continue }
      mark = "o"
      ours.parts[index].kind = .block(minutes: minutes + 10, materials: materials)
      mark = "t"
      theirs.parts[index].kind = .block(minutes: minutes, materials: materials + [coin()])
      if dice.happens(50) { theirs.parts[index].words[1].append(coin()) }
    }
    return (ours, theirs)
  }
}
