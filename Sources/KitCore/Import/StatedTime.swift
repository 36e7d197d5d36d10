/// A length of time as people write it: `20 minutes`, `30–60 mins`, `1 hour 30`, `half an hour`.
package struct StatedTime: Equatable, Sendable {
  /// The most minutes that the kit format allows: a day.
  private static let longest = 1440

  /// Whole minutes, from the least to the most; both the same where one length is stated.
  package let minutes: ClosedRange<Int>
  /// Where it stands in the text that was searched.
  package let range: Range<String.Index>
  /// Whether the text states parts of minutes, which a plan does not have.
  package let isRounded: Bool

  /// The first length of time in `text`, which must name its unit.
  package init?(in text: String) {
    self.init(in: text, allowingSpaces: false)
  }

  /// - Parameter allowingSpaces: Whether `5 - 10 minutes` is a range; in a heading it is a number and a time.
  private init?(in text: String, allowingSpaces: Bool) {
    let words = StatedTime.words(of: text)
    for first in words.indices {
      if let found = StatedTime.length(words[first...], allowingSpaces: allowingSpaces) {
        minutes = found.minutes
        isRounded = found.isRounded
        range = words[first].range.lowerBound..<words[first + found.count - 1].range.upperBound
        return
      }
    }
    return nil
  }

  /// Reads the value of a field that is all about time, where a bare number means minutes.
  package init?(field text: String) {
    if let stated = StatedTime(in: text, allowingSpaces: true) {
      self = stated
      return
    }
    let numbers = StatedTime.words(of: text).compactMap { word in Int(word.text) }
    guard let least = numbers.min(), let most = numbers.max(), most > 0, most <= StatedTime.longest else {
      return nil
    }
    minutes = max(1, least)...most
    range = text.startIndex..<text.endIndex
    isRounded = false
  }

  /// The most of a range, for plans, which need one number and had better have time left.
  package var planned: Int { minutes.upperBound }
}

extension StatedTime {
  /// A run of letters, or of digits with a decimal point, or one sign.
  private struct Word {
    let text: String
    let range: Range<String.Index>
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var start = text.startIndex
    while start < text.endIndex {
      let first = text[start]
      var end = text.index(after: start)
      if first.isLetter {
        while end < text.endIndex, text[end].isLetter { end = text.index(after: end) }
      } else if first.isNumber {
        while end < text.endIndex, text[end].isNumber || isPoint(text, end) { end = text.index(after: end) }
      }
      if !first.isWhitespace { words.append(Word(text: text[start..<end].lowercased(), range: start..<end)) }
      start = end
    }
    return words
  }

  /// Whether a decimal point between two digits stands here.
  private static func isPoint(_ text: String, _ index: String.Index) -> Bool {
    let next = text.index(after: index)
    return text[index] == "." && next < text.endIndex && text[next].isNumber
  }

  /// The length that begins with the first word, and how many words it takes.
  private static func length(_ words: ArraySlice<Word>, allowingSpaces: Bool) -> (
    minutes: ClosedRange<Int>, count: Int, isRounded: Bool
  )? {
    let texts = words.prefix(5).map(\.text)
    if texts.starts(with: ["half", "an", "hour"]) { return (30...30, 3, false) }
    if texts.starts(with: ["quarter", "of", "an", "hour"]) { return (15...15, 4, false) }
    if texts.starts(with: ["half", "a", "day"]) { return (180...240, 3, false) }
    if texts.starts(with: ["a", "day"]) || texts.starts(with: ["full", "day"]) {
      return (360...420, 2, false)
    }
    if texts.count > 3, ["x", "×"].contains(texts[1]), isMinute(texts[3]), let times = Int(texts[0]),
      let each = Int(texts[2]), (1...20).contains(times), (1...120).contains(each)
    {
      return (times * each...times * each, 4, false)
    }
    if texts.starts(with: ["an", "hour"]) || texts.starts(with: ["one", "hour"]) {
      return (60...60, 2, false)
    }
    guard let first = texts.first.flatMap({ Double($0) }) else { return nil }
    var used = 1
    var second = first
    if texts.count > 2, isRange(words.prefix(3), allowingSpaces: allowingSpaces), let upper = Double(texts[2])
    {
      second = upper
      used = 3
    } else if texts.count > 3, isMinute(texts[1]) || isHour(texts[1]), ["-", "–", "to"].contains(texts[2]),
      let upper = Double(texts[3])
    {
      second = upper
      used = 4
    }
    // `5 mins-10 mins` states its unit twice; the second one counts.
    guard texts.count > used, isMinute(texts[used]) || isHour(texts[used]) else { return nil }
    let factor: Double = isHour(texts[used]) ? 60 : 1
    used += 1
    var range = (first * factor)...max(first * factor, second * factor)
    if factor == 60, first == second, let rest = minutes(after: words.dropFirst(used)) {
      range = (range.lowerBound + rest.minutes)...(range.upperBound + rest.minutes)
      used += rest.count
    }
    let most = range.upperBound.rounded()
    guard most >= 1, most <= Double(longest) else { return nil }
    let isRounded = range.lowerBound.rounded() != range.lowerBound || most != range.upperBound
    return (Int(max(1, range.lowerBound.rounded()))...Int(most), used, isRounded)
  }

  /// `30 minutes`, `and 30 min` or a bare `30` after hours.
  private static func minutes(after words: ArraySlice<Word>) -> (minutes: Double, count: Int)? {
    let texts = words.prefix(3).map(\.text)
    let skipped = texts.first == "and" ? 1 : 0
    guard texts.count > skipped, let number = Double(texts[skipped]), number < 60 else { return nil }
    let named = texts.count > skipped + 1 && isMinute(texts[skipped + 1])
    return named || skipped == 0 && texts.count == 1 ? (number, skipped + (named ? 2 : 1)) : nil
  }

  /// Whether the word between two others makes them a range: `to`, or a dash, which stands close to both.
  private static func isRange(_ words: ArraySlice<Word>, allowingSpaces: Bool) -> Bool {
    let middle = words[words.startIndex + 1]
    if middle.text == "to" { return true }
    guard ["-", "–", "—"].contains(middle.text) else { return false }
    let isClose =
      words[words.startIndex].range.upperBound == middle.range.lowerBound
      && middle.range.upperBound == words[words.startIndex + 2].range.lowerBound
    return isClose || allowingSpaces
  }

  private static func isMinute(_ word: String) -> Bool {
    ["m", "min", "mins", "minute", "minutes"].contains(word)
  }
  private static func isHour(_ word: String) -> Bool { ["h", "hr", "hrs", "hour", "hours"].contains(word) }
}
