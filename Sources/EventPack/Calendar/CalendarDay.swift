/// A day of the Gregorian calendar, counted from 1 January 1970.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  package let number: Int

  /// Takes a number of days since 1 January 1970.
  package init(number: Int) { self.number = number }

  /// Takes a year, a month from 1 and a day from 1; `nil` for a day that does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.days(in: month, of: year)
    else { return nil }
    // Years begin in March here, so that the leap day comes last.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads `2026-03-12`; `nil` for anything else, and for a day that does not exist.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month from 1 and the day from 1.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return (year, month < 10 ? month + 3 : month - 9, day)
  }

  /// The day of the week: 0 for Monday to 6 for Sunday.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// So many days later, or earlier where negative.
  package func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  /// The last Sunday of a month.
  static func lastSunday(of month: Int, in year: Int) -> CalendarDay {
    let last = CalendarDay(year: year, month: month, day: days(in: month, of: year)) ?? CalendarDay(number: 0)
    return last.adding(days: last.weekday == 6 ? 0 : -(last.weekday + 1))
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `2026-03-12`.
  package var description: String {
    let (year, month, day) = parts
    return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }

  /// `20260312`, as calendar files have it.
  package var compact: String {
    let (year, month, day) = parts
    return "\(year.padded(4))\(month.padded(2))\(day.padded(2))"
  }
}

extension Int {
  /// The number with zeros before it, so that it has at least so many digits.
  func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
