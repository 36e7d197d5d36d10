import EventPack
import Testing

@Suite struct CalendarTests {
  @Test func `days are reckoned back and forth over four hundred years`() throws {
    var day = try #require(CalendarDay("1900-01-01"))
    #expect(day.weekday == 0)
    let last = try #require(CalendarDay("2300-01-01"))
    while day < last {
      let (year, month, number) = day.parts
      #expect(CalendarDay(year: year, month: month, day: number) == day)
      day = day.adding(days: 97)
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-32", "2026/01/01", "",
    "2100-02-29",
  ])
  func `what is no day is no day`(text: String) { #expect(CalendarDay(text) == nil) }

  @Test(arguments: [
    ("2026-03-29", 59, TimeZoneRule.LocalTime.once(offset: 0)), ("2026-03-29", 60, .skipped),
    ("2026-03-29", 119, .skipped),
    ("2026-03-29", 120, .once(offset: 60)), ("2026-07-01", 600, .once(offset: 60)),
    ("2026-10-25", 59, .once(offset: 60)),
    ("2026-10-25", 60, .twice(offset: 60)), ("2026-10-25", 119, .twice(offset: 60)),
    ("2026-10-25", 120, .once(offset: 0)),
    ("2026-12-01", 600, .once(offset: 0)), ("2026-10-24", 1500, .twice(offset: 60)),
  ])
  func `the clocks of London jump in March and go back in October`(
    day: String, minutes: Int, expected: TimeZoneRule.LocalTime
  ) throws {
    let zone = try #require(TimeZoneRule("Europe/London"))
    let date = try #require(CalendarDay(day))
    #expect(zone.localTime(date, minutes: minutes) == expected)
  }

  @Test func `the clocks of Paris change at the same moment as those of London`() throws {
    let zone = try #require(TimeZoneRule("Europe/Paris"))
    let day = try #require(CalendarDay("2026-03-29"))
    #expect(zone.localTime(day, minutes: 119) == .once(offset: 60))
    #expect(zone.localTime(day, minutes: 120) == .skipped)
    #expect(zone.localTime(day, minutes: 180) == .once(offset: 120))
  }

  private func file(title: String, zone: String = "Europe/London", description: String = "") throws
    -> CalendarFile
  {
    CalendarFile(
      uid: "demo@group.kitbag", sequence: 2, stamp: (try #require(CalendarDay("2026-01-02")), 183),
      zone: try #require(TimeZoneRule(zone)), day: try #require(CalendarDay("2026-03-12")), start: 810,
      end: 990,
      title: title, description: description, location: "Town Hall, 1 Market Square",
      url: "https://meet.example.org/x")
  }

  @Test func `lines end with CR LF and have at most 75 octets, never cut inside a letter`() throws {
    let bytes = try file(title: String(repeating: "Grŵp cymheiriaid ar-lein ☕ ", count: 12)).bytes
    #expect(bytes.suffix(2) == [13, 10])
    let text = try #require(String(validating: bytes, as: UTF8.self))
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      #expect(line.utf8.count <= 75)
      #expect(!line.contains("\n") && !line.contains("\r"))
    }
    #expect(
      text.replacing("\r\n ", with: "").contains(String(repeating: "Grŵp cymheiriaid ar-lein ☕ ", count: 12)))
  }

  @Test func `text cannot become a line of the calendar`() throws {
    let bytes = try file(title: "A;B,C\\D\r\nATTENDEE:mailto:x@example.org\rX\nY").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("SUMMARY:A\\;B\\,C\\\\D\\nATTENDEE:mailto:x@example.org\\nX\\nY\r\n"))
    #expect(!text.contains("\r\nATTENDEE"))
  }
}
