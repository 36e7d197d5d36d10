internal import KitCore

/// The clocks of a place: how far they are from UTC, and whether they change with those of the European Union and the
/// United Kingdom, at 01:00 UTC on the last Sundays of March and October.
///
/// The rule stands in the program, not in the system's tables, so that a pack has the same bytes on every machine.
package struct TimeZoneRule: Sendable, Hashable {
  /// The name, as `Europe/London`.
  package let name: String
  /// Minutes east of UTC in winter.
  package let winter: Int
  /// Whether clocks are an hour further in summer.
  package let hasSummer: Bool
  /// The short names of the time in winter and in summer.
  package let winterName: String, summerName: String

  /// The clocks of a place by its name; `nil` for places whose clocks this program does not know.
  package init?(_ name: String) {
    guard let found = TimeZoneRule.known[name] else { return nil }
    self = found
  }

  private init(_ name: String, _ winter: Int, _ hasSummer: Bool, _ winterName: String, _ summerName: String) {
    self.name = name
    self.winter = winter
    self.hasSummer = hasSummer
    self.winterName = winterName
    self.summerName = summerName
  }

  /// All names, in alphabetical order.
  package static var names: [String] { known.keys.sorted() }

  /// The known name that is most like a text.
  package static func nearest(to name: String) -> String? { NearestMatch.of(name, among: names) }

  private static let known: [String: TimeZoneRule] = {
    var table: [String: TimeZoneRule] = [:]
    func add(_ names: [String], _ winter: Int, _ summer: Bool, _ winterName: String, _ summerName: String) {
      for name in names { table[name] = TimeZoneRule(name, winter, summer, winterName, summerName) }
    }
    add(
      ["Europe/London", "Europe/Belfast", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man"], 0, true,
      "GMT", "BST")
    add(["Europe/Dublin"], 0, true, "GMT", "IST")
    add(["Europe/Lisbon"], 0, true, "WET", "WEST")
    add(["UTC", "Etc/UTC"], 0, false, "UTC", "UTC")
    add(["Atlantic/Reykjavik"], 0, false, "GMT", "GMT")
    add(
      [
        "Europe/Amsterdam", "Europe/Berlin", "Europe/Brussels", "Europe/Copenhagen", "Europe/Luxembourg",
        "Europe/Madrid", "Europe/Oslo", "Europe/Paris", "Europe/Prague", "Europe/Rome", "Europe/Stockholm",
        "Europe/Vienna", "Europe/Warsaw", "Europe/Zurich", "Europe/Malta", "Europe/Gibraltar",
      ], 60, true, "CET", "CEST")
    add(
      [
        "Europe/Athens", "Europe/Helsinki", "Europe/Riga", "Europe/Sofia", "Europe/Tallinn", "Europe/Vilnius",
      ],
      120, true, "EET", "EEST")
    return table
  }()

  /// How a local time stands to the clocks' changes.
  package enum LocalTime: Hashable, Sendable {
    /// It happens once; minutes east of UTC.
    case once(offset: Int)
    /// The clocks jump over it.
    case skipped
    /// It happens twice; minutes east of UTC the first time.
    case twice(offset: Int)
  }

  /// What becomes of a local time on a day.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - minutes: Minutes since midnight; beyond 1,440 it is a later day.
  package func localTime(_ day: CalendarDay, minutes: Int) -> LocalTime {
    guard hasSummer else { return .once(offset: winter) }
    let date = day.adding(days: minutes / 1440)
    let clock = minutes % 1440
    let year = date.parts.year
    // The change is at 01:00 UTC, that is at this local time of winter.
    let change = 60 + winter
    let spring = CalendarDay.lastSunday(of: 3, in: year)
    let autumn = CalendarDay.lastSunday(of: 10, in: year)
    if date == spring, (change..<change + 60).contains(clock) { return .skipped }
    if date == autumn, (change..<change + 60).contains(clock) { return .twice(offset: winter + 60) }
    let afterSpring = date > spring || date == spring && clock >= change + 60
    let beforeAutumn = date < autumn || date == autumn && clock < change
    return .once(offset: afterSpring && beforeAutumn ? winter + 60 : winter)
  }
}
