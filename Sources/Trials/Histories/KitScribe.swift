/// Edits a kit's texts as people do, and coins words that stand nowhere else, so that what becomes of each can be told.
struct KitScribe {
  var dice: Dice
  /// What makes this person's words their own.
  let mark: String
  private var coined = 0

  init(seed: UInt64, mark: String) {
    dice = Dice(seed: seed)
    self.mark = mark
  }

  private static let common = [
    "then", "ask", "the", "group", "to", "stand", "up", "and", "write", "a", "card", "for", "each", "wall",
    "slowly",
  ]

  private mutating func coin() -> String {
    coined += 1
    return "\(mark)\(coined)word"
  }

  /// Makes one edit of some kind.
  mutating func edit(_ files: inout [String: String]) {
    let guides = files.keys.filter { $0.hasSuffix(".md") }.sorted()
    let plans = files.keys.filter { $0.hasPrefix("plans/") }.sorted()
    guard let any = (guides + plans).isEmpty ? nil : dice.pick(guides + plans) else { return }
    switch dice.roll(12) {
    case 0...4: files[any] = reworded(files[any] ?? "")
    case 5, 6: if let path = pick(guides) { files[path] = withParagraph(files[path] ?? "") }
    case 7: if let path = pick(guides) { files[path] = withoutParagraph(files[path] ?? "") }
    case 8, 9: if let path = pick(plans) { files[path] = replanned(files[path] ?? "") }
    case 10: if let path = pick(plans) { files[path] = retimed(files[path] ?? "") }
    default: refile(&files, guides)
    }
  }

  private mutating func pick(_ paths: [String]) -> String? { paths.isEmpty ? nil : dice.pick(paths) }

  /// Replaces, adds or takes out one word.
  private mutating func reworded(_ text: String) -> String {
    // Ids stay as they are: they are names and no words.
    let lines = text.split(separator: "\n").filter { !$0.contains("- id:") }
    let words = HistoryWords(lines.joined(separator: "\n")).inOrder
    guard words.count > 3 else { return text }
    // People mend the same few words, so that questions come up.
    let word = dice.happens(60) ? words[dice.roll(min(5, words.count))] : dice.pick(words)
    switch dice.roll(3) {
    case 0: return text.replacing(word, with: "\(word) \(coin())", maxReplacements: 1)
    case 1: return text.replacing(" \(word)", with: "", maxReplacements: 1)
    default: return text.replacing(word, with: coin(), maxReplacements: 1)
    }
  }

  private mutating func sentence() -> String {
    var words = (0..<8).map { _ in dice.pick(Self.common) }
    words[2] = coin()
    words[5] = coin()
    return words.joined(separator: " ") + "."
  }

  private mutating func withParagraph(_ text: String) -> String {
    var parts = text.split(separator: "\n\n", omittingEmptySubsequences: true).map { String($0) }
    let place = 1 + dice.roll(parts.count)
    parts.insert(sentence() + (place == parts.count ? "\n" : ""), at: place)
    if place == parts.count - 1, place > 0 {
      while parts[place - 1].hasSuffix("\n") { parts[place - 1].removeLast() }
    }
    return parts.joined(separator: "\n\n")
  }

  private mutating func withoutParagraph(_ text: String) -> String {
    var parts = text.split(separator: "\n\n", omittingEmptySubsequences: true).map { String($0) }
    let places = parts.indices.dropFirst().filter { !parts[$0].hasPrefix("#") && !parts[$0].hasPrefix("---") }
    guard places.count > 2 else { return text }
    parts.remove(at: dice.pick(Array(places)))
    let joined = parts.joined(separator: "\n\n")
    return joined.hasSuffix("\n") ? joined : joined + "\n"
  }

  /// Adds, takes out or moves a block.
  private mutating func replanned(_ text: String) -> String {
    guard let start = text.firstRange(of: "\nblocks:\n") else { return text }
    let marker = "  - id: "
    let head = String(text[..<start.upperBound])
    var blocks = text[start.upperBound...].split(separator: marker).map { String($0) }
    switch dice.roll(3) {
    case 0:
      coined += 1
      blocks.insert(
        "\(mark)-block-\(coined)\n    title: New \(coin())\n    kind: activity\n    minutes: 5\n    purpose: \(sentence())\n    lead: facilitator\n",
        at: dice.roll(blocks.count + 1))
    case 1 where blocks.count > 3: blocks.remove(at: dice.roll(blocks.count))
    default:
      let block = blocks.remove(at: dice.roll(blocks.count))
      blocks.insert(block, at: dice.roll(blocks.count + 1))
    }
    return head + blocks.map { marker + $0 }.joined()
  }

  private mutating func retimed(_ text: String) -> String {
    let old = "minutes: \(5 * (1 + dice.roll(3)))\n"
    return text.replacing(old, with: "minutes: \(5 * (1 + dice.roll(9)))\n", maxReplacements: 1)
  }

  /// Adds, takes out or renames a file.
  private mutating func refile(_ files: inout [String: String], _ guides: [String]) {
    coined += 1
    let name = "guides/\(mark)\(coined).md"
    switch dice.roll(3) {
    case 0 where guides.count > 1: files[dice.pick(guides)] = nil
    case 1 where !guides.isEmpty:
      let old = dice.pick(guides)
      files[name] = files[old]
      files[old] = nil
    default:
      files[name] =
        "---\ntitle: New\nrole: host\n---\n\n## Part \(coin())\n\n\(sentence())\n\n\(sentence())\n"
    }
  }
}

/// The words of texts that stand nowhere else, and how often.
struct HistoryWords {
  /// Every one in the order of the text.
  private(set) var inOrder: [String] = []

  init(_ text: String) { add(text) }

  /// The words of all files.
  init(_ files: [String: [UInt8]]) {
    for (_, bytes) in files { add(String(decoding: bytes, as: UTF8.self)) }
  }

  /// The words of texts where there are any.
  init(_ texts: [[UInt8]?]) {
    for bytes in texts { add(String(decoding: bytes ?? [], as: UTF8.self)) }
  }

  private mutating func add(_ text: String) {
    let words = text.utf8.split {
      !(($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A) && !($0 >= 0x30 && $0 <= 0x39)
    }
    for word in words where word.count > 4 && word.suffix(4).elementsEqual("word".utf8) {
      inOrder.append(String(Substring(word)))
    }
  }

  /// Each of them once.
  var all: Set<String> { Set(inOrder) }

  /// How often each stands there.
  var counts: [String: Int] { inOrder.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
