import KitCore
import Testing

@Suite struct ScheduleTests {
  let half = Schedule(
    of: [
      TimedBlock(id: "welcome", kind: "check-in", minutes: 10),
      TimedBlock(id: "walk", kind: "activity", minutes: 40, steps: [5, 40]),
      TimedBlock(id: "break", kind: "break", minutes: 15),
      TimedBlock(id: "tables", kind: "discussion", minutes: 20, tracks: [20, 25]),
      TimedBlock(id: "close", kind: "check-in", minutes: 5),
    ], from: ClockTime(minutes: 13 * 60 + 30))

  @Test func `times are the start and the running sum`() {
    #expect(half.entries.map(\.start.description) == ["13:30", "13:40", "14:20", "14:35", "15:00"])
    #expect(half.end.description == "15:05")
  }

  @Test func `a parallel block costs its longest track`() {
    #expect(half.entries[3].block.cost == 25)
  }

  @Test func `an overrun of steps is shown and does not change the times`() {
    #expect(half.entries[1].block.stepTotal == 45)
    #expect(half.entries[1].block.cost == 40)
  }

  @Test func `totals per kind sum to the session`() {
    #expect(half.totals.map(\.kind) == ["check-in", "activity", "break", "discussion"])
    #expect(half.totals.map(\.minutes) == [15, 40, 15, 25])
    #expect(half.totals.reduce(0) { $0 + $1.minutes } == half.minutes)
  }

  @Test func `ending after the venue closes is counted in minutes`() {
    #expect(half.overrun(past: ClockTime(minutes: 15 * 60)) == 5)
    #expect(half.overrun(past: ClockTime(minutes: 15 * 60 + 5)) == nil)
  }

  @Test func `stretches run from break to break`() {
    #expect(half.stretches.map(\.minutes) == [50, 30])
    #expect(half.stretches.map(\.blocks) == [0..<2, 3..<5])
  }

  @Test func `a break too short to rest does not end a stretch`() {
    let schedule = Schedule(
      of: [
        TimedBlock(id: "a", kind: "input", minutes: 60), TimedBlock(id: "b", kind: "break", minutes: 2),
        TimedBlock(id: "c", kind: "input", minutes: 60),
      ], from: ClockTime(minutes: 0))
    #expect(schedule.stretches.map(\.minutes) == [122])
  }

  @Test func `hostile minutes neither overflow nor go back in time`() {
    let schedule = Schedule(
      of: (0..<1000).map {
        TimedBlock(id: "b\($0)", kind: "input", minutes: $0 % 2 == 0 ? Int.max : Int.min)
      },
      from: ClockTime(minutes: Int.max))
    #expect(schedule.entries.allSatisfy { $0.start <= $0.end })
  }
}
