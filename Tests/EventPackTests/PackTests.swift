import EventPack
import Foundation
import KitCore
import Testing

@Suite struct PackTests {
  @Test(arguments: SampleKit.all)
  func `every sample kit packs without a word of complaint, and every link leads somewhere`(name: String)
    throws
  {
    let request = try SampleKit.request(name)
    let content = try PackContent(request)
    #expect(content.diagnostics.map(\.description) == [])
    let pack = try Pack(content)
    for id in [
      "index", "credits", "facilitator/plan", "facilitator/run-sheet", "host/shopping-list",
      "participants/agenda",
      "participants/joining", "after/debrief-form",
    ] { #expect(pack.files.contains { $0.path == id + ".html" }, "\(id)") }
    #expect(pack.files.contains { $0.path == "participants/event.ics" })
    for wrong in PageLinks(pack.files).faults { Issue.record("\(wrong)") }
    let agenda = try #require(pack.files.first { $0.path == "participants/agenda.html" })
    let text = String(decoding: agenda.bytes, as: UTF8.self)
    for block in try #require(request.kit.plans.first { $0.id == request.event.plan }).blocks {
      let notes = [block.notes, block.say].compactMap { $0 } + block.prompts + block.watch
      for note in notes where note.count > 40 { #expect(!text.contains(note), "\(note)") }
    }
  }

  @Test func `the same kit and event give the same bytes, in whatever order the files come`() throws {
    let one = try Pack(try PackContent(try SampleKit.request("lgdss-peer-group/half-day")))
    let other = try Pack(try PackContent(try SampleKit.request("lgdss-peer-group/half-day", reversed: true)))
    #expect(one.files == other.files)
    #expect(try one.zip() == (try other.zip()))
  }

  @Test func `a parameter without a value stops the pack and tells where`() throws {
    let request = try SampleKit.request("lgdss-peer-group/half-day", event: "parameters: {}\n")
    let fault = try #require(throws: PackFault.self) { try PackContent(request) }
    #expect(fault.diagnostics.allSatisfy { $0.rule == "unset-parameter" && $0.remedy != nil })
    #expect(fault.diagnostics.contains { $0.path == "plans/half-day.yaml" && $0.line == 3 })
  }

  @Test func `a value is text in every document, whatever marks it holds`() throws {
    let request = try SampleKit.request(
      "lgdss-peer-group/half-day",
      event:
        "parameters: { region: '<script>alert(1)</script> **bold** [x](javascript:alert(1)) {{host}}' }\n")
    let pack = try Pack(try PackContent(request))
    for file in pack.files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(!page.contains("<script"))
      #expect(!page.contains("href=\"javascript"))
      #expect(!page.contains("<strong>bold"))
    }
  }

  @Test func `a note that slipped into what participants see stops the pack`() throws {
    let leak = "Watch the person by the door, who may want to leave before the end."
    let card = "---\ntitle: A card\nkind: card\nreveal: during\n---\n\nHello.\n"
    var request = try SampleKit.request(
      "northern-chatham-house/meeting", changing: ["resources/extra-card.md": card])
    var content = try PackContent(request)
    let page = PackFile(path: "participants/oops.pdf", audience: .participants, bytes: Array(leak.utf8))
    #expect(throws: Never.self) { try Pack(content, adding: [page]) }
    let path = try KitPath("plans/meeting.yaml")
    let plan = try #require(request.kit.files[path])
    let text = String(decoding: plan, as: UTF8.self)
      .replacing(
        "blocks:\n",
        with:
          "blocks:\n  - { id: extra, title: Extra, kind: admin, minutes: 5, purpose: Check, notes: \"\(leak)\" }\n",
        maxReplacements: 1)
    request = try SampleKit.request("northern-chatham-house/meeting", changing: ["plans/meeting.yaml": text])
    content = try PackContent(request)
    let found = try #require(throws: LeakScan.Leak.self) { try Pack(content, adding: [page]) }
    #expect(found.kind == .notes)
    #expect(found.file == "participants/oops.pdf")
  }

  @Test func `names of people stand in a private pack only, and never in its open files`() throws {
    var request = try SampleKit.request("lgdss-peer-group/half-day")
    let open = try Pack(try PackContent(request))
    for file in open.files { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Quillfeather")) }
    request.attendees = [Attendee(name: "Zebedee Marchbanks", organisation: "Eastwick Council")]
    let closed = try Pack(try PackContent(request))
    let holders = closed.files.filter { String(decoding: $0.bytes, as: UTF8.self).contains("Marchbanks") }
    #expect(holders.map(\.path) == ["private/badges.html", "private/sign-in.html"])
    for file in closed.files where file.audience?.isOpen == true {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Quillfeather"), "\(file.path)")
    }
    let stray = PackFile(
      path: "participants/list.html", audience: .participants, bytes: Array("<p>ADA  quillfeather</p>".utf8))
    let content = try PackContent(try SampleKit.request("lgdss-peer-group/half-day"))
    #expect(throws: LeakScan.Leak.self) { try Pack(content, adding: [stray]) }
  }

  @Test func `under the Chatham House Rule the Rule stands where people read it, and nothing lists who came`()
    throws
  {
    let pack = try Pack(try PackContent(try SampleKit.request("northern-chatham-house/meeting")))
    let rule =
      "neither the identity nor the affiliation of the speaker(s), nor that of any other participant, may be revealed"
    for path in ["participants/agenda.html", "facilitator/prompt-cards.html", "on-the-day/rule-card.html"] {
      let file = try #require(pack.files.first { $0.path == path }, "\(path)")
      #expect(String(decoding: file.bytes, as: UTF8.self).contains(rule), "\(path)")
    }
    #expect(!pack.files.contains { $0.path.contains("sign-in") || $0.path.contains("badges") })
  }

  @Test func `a pack that was touched does not pass its own manifest`() throws {
    let pack = try Pack(try PackContent(try SampleKit.request("pogo-monthly-call/call")))
    var files = Dictionary(uniqueKeysWithValues: pack.files.map { ($0.path, $0.bytes) })
    #expect(try PackVerification(of: files).findings == [])
    #expect(try PackVerification(zip: try pack.zip()).findings == [])
    files["participants/agenda.html"]?[200] ^= 1
    files["host/room.html"] = nil
    files["extra.txt"] = []
    #expect(
      try PackVerification(of: files).findings == [
        .missing("host/room.html"), .changed("participants/agenda.html"), .added("extra.txt"),
      ])
  }

  @Test func `a pack for a role holds that role's pages and no dead links`() throws {
    let content = try PackContent(try SampleKit.request("lgdss-peer-group/half-day"))
    let pack = try Pack(content, for: [.coFacilitator])
    #expect(pack.files.contains { $0.path == "co-facilitator/my-blocks.html" })
    #expect(!pack.files.contains { $0.path.hasPrefix("facilitator/") })
    let page = try #require(pack.files.first { $0.path == "co-facilitator/my-blocks.html" })
    #expect(!String(decoding: page.bytes, as: UTF8.self).contains("facilitator/plan.html"))
  }

  @Test func `materials add up by people, pairs and groups, and things for the session count once`() throws {
    let plan = """
      title: T
      purpose: P
      outcomes: [O]
      group size: { max: 10 }
      blocks:
        - id: a
          title: A
          kind: activity
          minutes: 10
          purpose: P
          groups: groups of 4
          materials:
            - { item: pen, quantity: 2, per: participant, from: host }
            - { item: card, quantity: 1, per: group, from: host }
            - { item: bell, quantity: 1, per: event, from: host }
        - id: b
          title: B
          kind: activity
          minutes: 10
          purpose: P
          materials:
            - { item: pen, quantity: 1, per: pair, from: host }
            - { item: bell, quantity: 1, per: event, from: host }
            - { item: "=cmd", quantity: 1, per: event, from: host }

      """
    var request = try SampleKit.request("pogo-monthly-call/call", changing: ["plans/call.yaml": plan])
    request.people = 9
    let content = try PackContent(request)
    let csv = try #require(content.files.first { $0.path == "host/shopping-list.csv" })
    let lines = String(decoding: csv.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    #expect(
      lines.dropFirst() == [
        "23,pen,Host,A; B,", "3,card,Host,A,", "1,bell,Host,A; B,", "1,'=cmd,Host,B,",
      ])
  }

  @Test func `a session is made to fit, and the sheets say what that costs`() throws {
    var request = try SampleKit.request("lgdss-peer-group/half-day")
    request.minutes = 150
    let content = try PackContent(request)
    let sheet = try #require(content.documents.first { $0.id == "facilitator/run-sheet" })
    #expect(sheet.json.compactText.contains("16:00"))
    #expect(sheet.json.compactText.contains("To fit 150 minutes"))
  }

  @Test func `a waived fixed part makes the pack say what it is based on`() throws {
    let waiver = """
      parts:
        - part: plan:half-day#card-walk
          kind: waiver
          because: Our room has no wall.
          date: 2026-01-10

      """
    let request = try SampleKit.request(
      "lgdss-peer-group/half-day", changing: ["customisations.yaml": waiver])
    let pack = try Pack(try PackContent(request))
    let page = try #require(pack.files.first { $0.path == "participants/agenda.html" })
    #expect(
      String(decoding: page.bytes, as: UTF8.self).contains("Based on “Peer group on the Local Government"))
    let credits = try #require(pack.files.first { $0.path == "credits.html" })
    #expect(String(decoding: credits.bytes, as: UTF8.self).contains("Our room has no wall."))
  }

  @Test func `the sentence of the Open Government Licence stands on every page of a kit that owes it`() throws
  {
    let pack = try Pack(try PackContent(try SampleKit.request("lgdss-peer-group/half-day")))
    for file in pack.files where file.path.hasSuffix(".html") {
      #expect(
        String(decoding: file.bytes, as: UTF8.self).contains(
          "Contains public sector information licensed under the Open Government Licence v3.0."),
        "\(file.path)")
    }
  }
}
