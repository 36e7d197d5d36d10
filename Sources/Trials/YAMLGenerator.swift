/// Makes YAML files as people write them, and a little odder: all styles, comments, line ends and indentations.
package struct YAMLGenerator {
  private var dice: Dice
  private var notes = 0
  private var keys = 0
  private let step: Int
  private let dashIndent: Int
  private let comments: Int
  private let blanks: Int
  private let quoted: Int
  private let budget: Int
  private var values = 0

  /// A generator; each seed has habits of its own.
  package init(seed: UInt64, budget: Int = 24) {
    dice = Dice(seed: seed)
    step = dice.pick([2, 2, 2, 3, 4])
    dashIndent = dice.pick([0, 0, 2, 2, 4])
    comments = dice.pick([0, 10, 30])
    blanks = dice.pick([0, 0, 15, 60])
    quoted = dice.pick([0, 10, 40, 90])
    self.budget = budget
  }

  /// The bytes of one file.
  package mutating func document() -> [UInt8] {
    var lines: [String] = []
    if dice.happens(20) { lines += ["# yaml-language-server: $schema=../plan.schema.json \(note())"] }
    if dice.happens(10) { lines += ["# \(note())", ""] }
    if dice.happens(10) { lines.append("---") }
    lines += dice.happens(85) ? mapping(indent: 0, depth: 0) : sequence(indent: 0, depth: 0)
    if dice.happens(10) { lines += ["", "# the end \(note())"] }
    if dice.happens(3) { lines.append("...") }
    let end = dice.happens(25) ? "\r\n" : "\n"
    var text = dice.happens(8) ? "\u{FEFF}" : ""
    text += lines.joined(separator: end)
    if dice.happens(85) { text += end }
    if dice.happens(5) { text += end + end }
    return Array(text.utf8)
  }

  // MARK: Lists and mappings

  private mutating func mapping(indent: Int, depth: Int) -> [String] {
    var lines: [String] = []
    for index in 0..<1 + dice.roll(depth == 0 ? 7 : 4) {
      if index > 0 || depth == 0 { lines += gap(indent: indent) }
      lines += entry(indent: indent, depth: depth)
    }
    return lines
  }

  private mutating func entry(indent: Int, depth: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let key = margin + key() + (dice.happens(3) ? " :" : ":")
    switch kind(depth) {
    case 0: return [key + sign() + behind()] + mapping(indent: indent + step, depth: depth + 1)
    case 1: return [key + sign() + behind()] + sequence(indent: indent + dashIndent, depth: depth + 1)
    case 2: return [key + " " + flow(depth: 0) + behind()]
    case 3: return block(after: key + " ", indent: indent)
    case 4: return folding(after: key + " ", indent: indent)
    case 5: return [key + behind()]
    default: return [key + (dice.happens(5) ? "   " : " ") + scalar(inFlow: false) + behind()]
    }
  }

  private mutating func sequence(indent: Int, depth: Int) -> [String] {
    var lines: [String] = []
    let hasIDs = dice.happens(50)
    for index in 0..<1 + dice.roll(4) {
      if index > 0 || depth > 0 && !lines.isEmpty { lines += gap(indent: indent) }
      lines += hasIDs ? block(indent: indent, depth: depth) : item(indent: indent, depth: depth)
    }
    return lines
  }

  private mutating func item(indent: Int, depth: Int) -> [String] {
    let dash = String(repeating: " ", count: indent) + "-"
    let gap = dice.pick([1, 1, 1, 1, 3])
    let inner = indent + 1 + gap
    let space = String(repeating: " ", count: gap)
    switch kind(depth) {
    case 0: return inlined(dash + space, mapping(indent: inner, depth: depth + 1))
    case 1: return inlined(dash + space, sequence(indent: inner, depth: depth + 1))
    case 2: return [dash + space + flow(depth: 0) + behind()]
    case 3: return block(after: dash + " ", indent: indent)
    case 4: return folding(after: dash + " ", indent: indent)
    case 5 where dice.happens(30): return [dash + behind()]
    default: return [dash + space + scalar(inFlow: false) + behind()]
    }
  }

  /// An item like a plan's: a mapping with an id.
  private mutating func block(indent: Int, depth: Int) -> [String] {
    keys += 1
    values += 2
    let margin = String(repeating: " ", count: indent)
    var lines = [
      "\(margin)- id: block-\(keys)" + behind(), "\(margin)  minutes: \(dice.roll(90))" + behind(),
    ]
    for _ in 0..<dice.roll(3) {
      lines += gap(indent: indent + 2) + entry(indent: indent + 2, depth: depth + 1)
    }
    return lines
  }

  private func inlined(_ start: String, _ lines: [String]) -> [String] {
    guard let first = lines.first else { return [start] }
    return [start + first.drop { (letter: Character) -> Bool in letter == " " }] + lines.dropFirst()
  }

  private mutating func kind(_ depth: Int) -> Int {
    values += 1
    let choice = dice.roll(16)
    if choice < 2 && (depth > 4 || values > budget) { return 9 }
    return choice
  }

  private mutating func flow(depth: Int) -> String {
    let space = dice.happens(25) ? " " : ""
    let count = dice.roll(4)
    if dice.happens(60) {
      let items = (0..<count).map { (_: Int) -> String in
        depth < 2 && dice.happens(15) ? flow(depth: depth + 1) : scalar(inFlow: true)
      }
      return "[" + space + items.joined(separator: dice.pick([", ", ", ", ","])) + space + "]"
    }
    let fields = (0..<count).map { (_: Int) -> String in
      key() + ": " + (depth < 2 && dice.happens(15) ? flow(depth: depth + 1) : scalar(inFlow: true))
    }
    return "{" + space + fields.joined(separator: ", ") + space + "}"
  }

  // MARK: Text

  private mutating func scalar(inFlow: Bool) -> String {
    if dice.happens(quoted) || inFlow && dice.happens(20) {
      let text = dice.pick(YAMLGenerator.texts)
      if dice.happens(50) { return "'" + text.split(separator: "'").joined(separator: "''") + "'" }
      let escaped = text.split(separator: "\"").joined(separator: "\\\"")
      return "\"" + escaped + dice.pick(["", "", "\\n", "\\t", "\\u263A", "\\\\", " "]) + "\""
    }
    if inFlow { return dice.pick(YAMLGenerator.words) }
    return dice.pick(YAMLGenerator.words + YAMLGenerator.literals + YAMLGenerator.plains)
  }

  private mutating func key() -> String {
    keys += 1
    let word = dice.pick(["title", "if short", "für-\(keys)é", "x", "Über", "lead", "unknown key", "日本"])
    let name = "\(word)-\(keys)"
    return dice.happens(8) ? "\"\(name)\"" : dice.happens(5) ? "'\(name)'" : name
  }

  /// Text behind `|` or `>`.
  private mutating func block(after start: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent + step)
    let sign = dice.pick(["|", "|", "|-", ">", ">-", "|+"])
    var lines = [start + sign + behind()]
    for _ in 0..<1 + dice.roll(3) {
      lines.append(margin + dice.pick(YAMLGenerator.plains))
      if dice.happens(20) { lines.append(dice.happens(50) ? "" : margin) }
      if dice.happens(15) { lines.append(margin + "  deeper # not a comment") }
    }
    return lines
  }

  /// Text over several lines, in quotes or without.
  private mutating func folding(after start: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent + 1 + dice.roll(4))
    let quote = dice.pick(["", "\"", "'"])
    return [start + quote + "over several", margin + "lines of", margin + "text" + quote + behind()]
  }

  // MARK: Between

  private mutating func gap(indent: Int) -> [String] {
    var lines: [String] = []
    if dice.happens(blanks) { lines.append("") }
    if dice.happens(comments) {
      lines.append(String(repeating: " ", count: indent) + "# \(note())")
      if dice.happens(20) { lines.append("") }
    }
    return lines
  }

  private mutating func behind() -> String {
    dice.happens(comments / 2) ? dice.pick([" ", "  ", "   "]) + "# \(note())" : dice.happens(2) ? " " : ""
  }

  private mutating func sign() -> String { dice.happens(3) ? " " : "" }

  /// Each comment has a number of its own, so that none can be lost unseen.
  private mutating func note() -> String {
    notes += 1
    return "note-\(notes)."
  }

  private static let words = [
    "pairs", "Welcome", "café", "a b c", "x", "10", "no", "1:30", "plenary", "host", "😀 hi",
  ]
  private static let literals = [
    "012", "true", "null", "~", "2026-05-14", "1e3", "0x1F", "-5", ".5", "on", "y", "+1",
  ]
  private static let plains = [
    "Find out together where we stand, and who can help.", "It's \"so\" 100% fine", "a:b, c#d [e] {f}",
    "Walk the wall with {{region}}'s two colours", "Grüße aus Köln", "https://example.org/a?b=c#d", "x - y",
    "a  b",
  ]
  private static let texts = [
    "", "no", "10", "plain enough", "with: colon", "with # hash", " leading", "trailing ", "it's",
    "say \"yes\"",
    "{{region}}", "- dash", "& and", "über", "日本語 😀", "a, b", "[x]", "2026-05-14", "%", "@", "!", "|", ">",
    "?", ":",
  ]
}
