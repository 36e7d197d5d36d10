/// A length of time as people type it behind an option.
package enum TypedMinutes {
  /// Whole minutes from `90`, `90m`, `2h`, `1h30`, `1:30`, `2 hours` or `1.5 hours`; `nil` for what is no single length
  /// between a minute and a day.
  package static func reading(_ text: String) -> Int? {
    let text = text.trimmed
    if let number = Int(text) { return (1...1440).contains(number) ? number : nil }
    if let clock = ClockTime(text) { return clock.minutes > 0 ? clock.minutes : nil }
    guard let stated = StatedTime(field: text), stated.minutes.count == 1,
      stated.range == text.startIndex..<text.endIndex
    else { return nil }
    return stated.planned
  }
}
