/// The Chatham House Rule in the words of Chatham House, which are never put otherwise.
package enum ChathamHouseRule {
  /// The Rule, word for word.
  package static let text =
    "When a meeting, or part thereof, is held under the Chatham House Rule, participants are free to use the "
    + "information received, but neither the identity nor the affiliation of the speaker(s), nor that of any other "
    + "participant, may be revealed."

  /// Whether a text says the Rule in other words, and nowhere in its own.
  ///
  /// That is so where it has a quarter of the Rule's pairs of neighbouring words. An explanation that is plainly one,
  /// such as “use what you learn, never say from whom”, has hardly any.
  package static func isReworded(in text: some StringProtocol) -> Bool {
    let words = words(of: text)
    guard words.count >= pairs.count / 4 else { return false }
    let found = pairs(of: words[...]).intersection(pairs)
    guard found.count * 4 >= pairs.count else { return false }
    // Who says the Rule, or clauses of it, word for word has no pairs of its words anywhere else.
    return !quotations.contains { holds($0, words) && found.subtracting(pairs(of: $0)).isEmpty }
      && !holds(rule[...], words)
  }

  private static let rule = words(of: text)
  private static let pairs = pairs(of: rule[...])

  /// The whole Rule, and its clauses from the end of one to the end of another.
  private static let quotations: [ArraySlice<String>] = {
    let starts = [0] + ["participants", "but", "neither"].compactMap { rule.firstIndex(of: $0) }
    let ends = [rule.firstIndex(of: "received").map { $0 + 1 }, rule.count].compactMap { $0 }
    return starts.flatMap { start in ends.filter { $0 > start }.map { rule[start..<$0] } }
  }()

  private static func holds(_ part: ArraySlice<String>, _ words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: part) }
  }

  private static func pairs(of words: ArraySlice<String>) -> Set<String> {
    Set(zip(words, words.dropFirst()).map { $0 + " " + $1 })
  }

  private static func words(of text: some StringProtocol) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

/// Where a kit states the Chatham House Rule, it does so in the Rule's own words.
enum RuleWordingCheck {
  static let reworded = CheckRule(
    "reworded-rule", .warning,
    why: "People agree to the Chatham House Rule as it is known; other words promise something else.",
    remedy: "Write the Rule word for word: “\(ChathamHouseRule.text)”")

  static let rules = [reworded]

  static func diagnostics(of kit: Kit, pages: [Page]) -> [Diagnostic] {
    pages.flatMap(of)
      + kit.files.paths.filter { $0.ending == "yaml" && KitLayout($0) != nil }.flatMap { of($0, kit) }
  }

  private static func of(_ page: Page) -> [Diagnostic] {
    page.document.blocks.compactMap { (block: MarkdownBlock) -> Diagnostic? in
      guard mayState(page.document.bytes[block.content]),
        ChathamHouseRule.isReworded(in: page.document.text(block.content))
      else { return nil }
      return page.found(reworded, at: block.range.lowerBound, message)
    }
  }

  private static func of(_ path: KitPath, _ kit: Kit) -> [Diagnostic] {
    guard let bytes = kit.files[path], mayState(bytes[...]), let document = try? YAMLDocument.read(bytes)
    else {
      return []
    }
    return document.root.scalars.filter { ChathamHouseRule.isReworded(in: $0.text) }.map {
      (text: (text: String, offset: Int)) -> Diagnostic in
      reworded.found(
        at: text.offset, of: document.source, path: path, address: KitLayout(path)?.address, message)
    }
  }

  private static let message = "This looks like the Chatham House Rule, but not in its own words."

  /// Whether one of the words without which the Rule is hardly stated is there: a quick look before a slow one.
  private static func mayState(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.holds("identity") || bytes.holds("affiliation") || bytes.holds("revealed")
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word in small letters stands there.
  fileprivate func holds(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard self.count >= count else { return false }
    let first = word.utf8Start[0]
    for start in startIndex...(endIndex - count) where self[start] == first {
      if (1..<count).allSatisfy({ self[start + $0] == word.utf8Start[$0] }) { return true }
    }
    return false
  }
}

extension YAMLNode {
  /// All texts in the value with where they begin, at most as deep as a file may be nested.
  var scalars: [(text: String, offset: Int)] {
    switch content {
    case .scalar(let scalar): [(scalar.text, range.lowerBound)]
    case .sequence(let sequence): sequence.items.flatMap { $0.value.scalars }
    case .mapping(let mapping): mapping.entries.flatMap { $0.value.scalars }
    case .alias: []
    }
  }
}
