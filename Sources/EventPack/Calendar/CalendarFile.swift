internal import KitCore

/// An event as a calendar file (RFC 5545) that people add to their own calendar.
///
/// It never holds people: no ATTENDEE and no ORGANIZER, whether or not the Chatham House Rule holds.
package struct CalendarFile: Sendable, Hashable {
  /// What stays the same when the event changes.
  package let uid: String
  /// How often date, time or place changed so far.
  package let sequence: Int
  /// When this state of the event was made: day and minutes since midnight, in UTC.
  package let stamp: (day: CalendarDay, minutes: Int)
  /// The clocks of the place.
  package let zone: TimeZoneRule
  /// The day, and the minutes since its midnight at which it begins and ends; the end may be on a later day.
  package let day: CalendarDay, start: Int, end: Int
  /// The name of the event.
  package let title: String
  /// What people should know.
  package let description: String
  /// The place.
  package let location: String
  /// Where people join online.
  package let url: String?

  /// The bytes: lines end with CR and LF, and have at most 75 octets.
  package var bytes: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kitbag//Event pack//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
    ]
    lines += zoneLines
    lines += [
      "BEGIN:VEVENT",
      "UID:\(CalendarFile.escaped(uid))",
      "DTSTAMP:\(stamp.day.compact)T\(CalendarFile.clock(stamp.minutes))Z",
      "SEQUENCE:\(sequence)",
      moment("DTSTART", start),
      moment("DTEND", end),
      "SUMMARY:\(CalendarFile.escaped(title))",
    ]
    if !location.isEmpty { lines.append("LOCATION:\(CalendarFile.escaped(location))") }
    if !description.isEmpty { lines.append("DESCRIPTION:\(CalendarFile.escaped(description))") }
    if let url, CalendarFile.isAddress(url) { lines.append("URL:\(url)") }
    lines += ["CLASS:PRIVATE", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR"]
    return lines.flatMap { CalendarFile.folded($0) }
  }

  private var isUTC: Bool { !zone.hasSummer && zone.winter == 0 && zone.winterName == "UTC" }

  private func moment(_ name: String, _ minutes: Int) -> String {
    let date = day.adding(days: minutes / 1440).compact
    let clock = CalendarFile.clock(minutes % 1440)
    return isUTC ? "\(name):\(date)T\(clock)Z" : "\(name);TZID=\(zone.name):\(date)T\(clock)"
  }

  /// The clocks' rule, so that no reader has to know the place.
  private var zoneLines: [String] {
    guard !isUTC else { return [] }
    let winter = CalendarFile.offset(zone.winter)
    var lines = ["BEGIN:VTIMEZONE", "TZID:\(zone.name)"]
    guard zone.hasSummer else {
      return lines + [
        "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:\(winter)", "TZOFFSETTO:\(winter)",
        "TZNAME:\(zone.winterName)", "END:STANDARD", "END:VTIMEZONE",
      ]
    }
    let summer = CalendarFile.offset(zone.winter + 60)
    // The rule of today has held since October 1996; both begin on the last Sundays of 1996 and 1997.
    lines += [
      "BEGIN:DAYLIGHT", "DTSTART:19970330T\(CalendarFile.clock(60 + zone.winter))",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:\(winter)", "TZOFFSETTO:\(summer)",
      "TZNAME:\(zone.summerName)", "END:DAYLIGHT",
      "BEGIN:STANDARD", "DTSTART:19961027T\(CalendarFile.clock(120 + zone.winter))",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:\(summer)", "TZOFFSETTO:\(winter)",
      "TZNAME:\(zone.winterName)", "END:STANDARD", "END:VTIMEZONE",
    ]
    return lines
  }

  private static func offset(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + (abs(minutes) / 60).padded(2) + (abs(minutes) % 60).padded(2)
  }

  private static func clock(_ minutes: Int) -> String {
    (minutes / 60).padded(2) + (minutes % 60).padded(2) + "00"
  }

  /// A text in which nothing means anything to a calendar: `\`, `;`, `,` and line ends are escaped, other control
  /// characters left out.
  static func escaped(_ text: String) -> String {
    var output = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": output += "\\" + String(Character(scalar))
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": output += "\\n"
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": output += scalar == "\t" ? " " : ""
      default: output.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return output
  }

  /// Whether a text may stand as an address: letters that no line end hides among.
  private static func isAddress(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && (text.hasPrefix("https://") || text.hasPrefix("http://"))
  }

  /// A line cut into pieces of at most 75 octets, never inside a letter; each piece ends with CR and LF.
  static func folded(_ line: String) -> [UInt8] {
    var output: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let bytes = Array(String(Character(scalar)).utf8)
      if length + bytes.count > 75 {
        output += [0x0D, 0x0A, 0x20]
        length = 1
      }
      output += bytes
      length += bytes.count
    }
    return output + [0x0D, 0x0A]
  }

  package static func == (left: CalendarFile, right: CalendarFile) -> Bool { left.bytes == right.bytes }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  /// Makes a calendar file.
  package init(
    uid: String, sequence: Int, stamp: (day: CalendarDay, minutes: Int), zone: TimeZoneRule, day: CalendarDay,
    start: Int, end: Int, title: String, description: String, location: String, url: String?
  ) {
    self.uid = uid
    self.sequence = sequence
    self.stamp = stamp
    self.zone = zone
    self.day = day
    self.start = start
    self.end = end
    self.title = title
    self.description = description
    self.location = location
    self.url = url
  }
}
