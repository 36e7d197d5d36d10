import KitCore
import Testing

@Suite struct ClockTimeTests {
  @Test(arguments: [("00:00", 0), ("9:05", 545), ("13:30", 810), ("23:59", 1439)])
  func `a time of day is read as minutes since midnight`(text: String, minutes: Int) {
    #expect(ClockTime(text)?.minutes == minutes)
  }

  @Test(arguments: [
    "", ":", "24:00", "12:60", "12", "12:3", "123:00", "1:234", "ab:cd", " 9:05", "-1:00", "١٢:٠٠",
  ])
  func `what is not a time of day is refused`(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test func `every minute of a day is printed and read back`() {
    for minutes in 0..<1440 {
      #expect(ClockTime(ClockTime(minutes: minutes).description)?.minutes == minutes)
    }
  }

  @Test func `a session past midnight says on which day it ends`() {
    let end = ClockTime(minutes: 23 * 60).adding(minutes: 90)
    #expect(end.description == "00:30")
    #expect(end.daysLater == 1)
  }

  @Test func `adding saturates where it would overflow`() {
    #expect(ClockTime(minutes: 1).adding(minutes: Int.max).minutes == Int.max)
    #expect(ClockTime(minutes: 1).adding(minutes: Int.min).minutes == 0)
  }
}
