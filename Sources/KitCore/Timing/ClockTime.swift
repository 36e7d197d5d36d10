/// A time of day as whole minutes since midnight of the first day; a session that runs past midnight goes beyond 1,440.
package struct ClockTime: Hashable, Comparable, Sendable {
  /// Minutes since midnight of the first day, never negative.
  package let minutes: Int

  /// Makes a time from minutes since midnight; negative values become midnight.
  package init(minutes: Int) {
    self.minutes = max(0, minutes)
  }

  /// Reads `13:30` or `9:05`; `nil` for anything that is not a time between 00:00 and 23:59.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), (1...2).contains(colon),
      bytes.count == colon + 3,
      let hour = Self.number(bytes[..<colon]), let minute = Self.number(bytes[(colon + 1)...]),
      hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// This time and as many minutes later, or earlier when negative; saturates instead of overflowing.
  package func adding(minutes more: Int) -> ClockTime {
    let (sum, overflow) = minutes.addingReportingOverflow(more)
    return ClockTime(minutes: overflow ? (more > 0 ? Int.max : 0) : sum)
  }

  /// Whole days after the first day: 0 on the day itself.
  package var daysLater: Int { minutes / 1440 }

  package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

extension ClockTime: CustomStringConvertible {
  /// `09:05`, twenty-four hours, always five characters; says nothing about the day.
  package var description: String {
    let hour = minutes / 60 % 24
    let minute = minutes % 60
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
