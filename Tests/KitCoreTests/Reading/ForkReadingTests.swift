import KitCore
import Testing

@Suite struct ForkReadingTests {
  private func fork() throws -> Kit {
    let reading = KitReading.read(try Kits.made(ForkKit.files))
    #expect(reading.diagnostics == [])
    return try #require(reading.kit)
  }

  @Test func `a group says who it is and where its kit comes from`() throws {
    let group = try #require(try fork().group)
    #expect(group.id?.rawValue == "yorkshire")
    #expect(group.master?.rawValue == "small")
    #expect(group.masterVersion == "1.0.0")
    #expect(group.masterAddress == "https://example.org/small.git")
    #expect(group.parameters.map { "\($0.name)=\($0.text)" } == ["region=Yorkshire", "years=3"])
    #expect(group.localTerms.map { $0.name } == ["council"])
    #expect(group.hostRota == ["Leeds", "Hull"])
    #expect(group.confidentiality == .membersOnly)
    #expect(group.identityName == "Yorkshire group facilitator")
    #expect(group.look.logo?.rawValue == "brand/logo")
    #expect(group.look.colour == "#1d70b8")
  }

  @Test func `customisations point at parts and say why`() throws {
    let parts = try #require(try fork().customisations).parts
    #expect(parts.map { $0.kind } == [.oursForGood, .temporary])
    #expect(parts.map { $0.address?.description } == ["plan:half-day#walk.minutes", "plan:half-day#welcome"])
    #expect(parts[1].until == "2026-04-01")
  }

  @Test func `an event has its day, place and changes`() throws {
    let event = try #require(try fork().events.first)
    #expect(event.id.rawValue == "2026-03-leeds")
    #expect([event.date, event.start, event.timeZone] == ["2026-03-12", "13:30", "Europe/London"])
    #expect(event.plan?.rawValue == "half-day")
    #expect(event.setting == .hybrid)
    #expect(event.venue?.stepFree == "yes")
    #expect(event.venue?.rooms == ["Albert", "Victoria"])
    #expect(
      event.roles.map { "\($0.role): \($0.people)" } == [
        #"facilitator: ["Sam Green"]"#, #"support: ["Ada", "Li"]"#,
      ])
    #expect(event.isRecorded == false)
    #expect(event.retention?.attendeeList.days == 14)
    #expect(event.retention?.accessNotes.days == 3)
    #expect(event.overrides.map { $0.minutes } == [30, nil])
    #expect(event.overrides.map { $0.isCut } == [false, true])
    #expect(event.parkingLot == ["Ask about travel money."])
    #expect(event.accessContact == .host)
  }

  @Test func `a debrief has counts, minutes and what may be reported`() throws {
    let debrief = try #require(try fork().debriefs.first)
    #expect(debrief.event?.rawValue == "2026-03-leeds")
    #expect([debrief.booked, debrief.attended, debrief.organisations] == [24, 19, 11])
    #expect(debrief.actualMinutes.map { $0.minutes } == [12, 45])
    #expect(debrief.treacle == ["The coffee was late."])
    #expect(debrief.adaptations.map { [$0.keep, $0.offer] } == [[true, false]])
    #expect(debrief.reportable.map { $0.agreed } == [true, false])
    #expect(debrief.actions.first?.role == .host)
    #expect(debrief.answers == 12)
  }

  @Test func `a master knows its network and rounds`() throws {
    let kit = try fork()
    #expect(kit.network?.groups.map { $0.id.rawValue } == ["london", "yorkshire"])
    #expect(kit.network?.groups.last?.fork == "https://example.org/y.git")
    let round = try #require(kit.rounds.first)
    #expect(round.kit?.rawValue == "small")
    #expect([round.from, round.to] == ["2026-03-01", "2026-05-31"])
    #expect(round.commonQuestions.map { $0.id.rawValue } == ["understanding"])
  }

  @Test(arguments: [("T0", 0), ("T-6w", -42), ("T-3d", -3), ("T+1w", 7), ("T+30d", 30)])
  func `offsets are days from the event`(text: String, days: Int) {
    #expect(DayOffset(text)?.days == days)
    #expect(DayOffset(text)?.description == text)
  }
}
