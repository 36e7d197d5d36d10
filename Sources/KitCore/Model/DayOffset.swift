/// Days before or after an event, written as `T-6w`, `T-3d`, `T0` or `T+1w`.
package struct DayOffset: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days after the event; negative before it.
  package let days: Int
  /// As it was written.
  package let description: String

  /// Reads an offset; `nil` for anything else.
  package init?(_ text: String) {
    guard TextPattern.offset.matches(text) else { return nil }
    description = text
    guard text != "T0", let number = Int(text.dropFirst(2).dropLast()) else {
      days = 0
      return
    }
    let unit = text.hasSuffix("w") ? 7 : 1
    days = text.dropFirst().first == "-" ? -number * unit : number * unit
  }

  /// The day itself.
  package static let theDay = DayOffset(days: 0, description: "T0")

  private init(days: Int, description: String) {
    self.days = days
    self.description = description
  }

  /// Two offsets are equal when they mean the same day.
  package static func == (left: DayOffset, right: DayOffset) -> Bool { left.days == right.days }

  package func hash(into hasher: inout Hasher) { hasher.combine(days) }

  package static func < (left: DayOffset, right: DayOffset) -> Bool { left.days < right.days }
}
