import Franchise
import Git
import KitCore
import Testing

@Suite struct OfferTests {
  let story = OfferStudio()
  private let plan = OfferStudio.plan
  private let guide = OfferStudio.guide

  @Test func `only what was chosen is offered, on the master's newest version`() async throws {
    try await story.begin()
    try story.edit("north", guide, "Stand at the door.", "Wait at the door.")
    try story.edit("north", plan, "Names only.", "First names only.")
    // The master goes on meanwhile, and the group sees that.
    try story.edit("master", guide, "Ask for a name", "Ask for one name")
    var master = try await story.ada()
    _ = try await master.save()
    try story.studio.git("north")(
      "fetch", "--quiet", story.studio.path("master"), "main:refs/kitbag/upstream/main")
    let offered = try await story.offerLongerWelcome()
    let group = try await story.ben()
    #expect(offered.offer.base == master.view.main)
    #expect(
      offered.changes.contains { $0.sentence.contains("10 → 15 minutes") },
      "\(offered.changes.map(\.sentence))")
    let before = try await group.files(of: offered.offer.base)
    let after = try await group.files(of: offered.offer.version)
    #expect(Set(before.keys) == Set(after.keys))
    #expect(after[guide] == before[guide])
    let text = String(decoding: after[plan] ?? [], as: UTF8.self)
    // The whole block was chosen, so what else changed in it comes along.
    #expect(text.contains("minutes: 15\n    purpose: People") && text.contains("First names only."))
    #expect(offered.offer.author.name == "Ben")
    #expect(offered.offer.group == "northern-lights")
    #expect(offered.offer.why == "People come late.")
    #expect(offered.savedFirst != nil)
    let commit = try await group.repository.commit(offered.offer.version)
    #expect(commit.parents == [offered.offer.base])
    #expect(commit.trailers.contains(Trailer(name: "Kitbag-Offer", value: offered.offer.id)))
    #expect(try story.faults() == "")
  }

  @Test func `an offer is a step that can be undone`() async throws {
    try await story.begin()
    let offered = try await story.offerLongerWelcome()
    var group = try await story.ben()
    #expect(try await group.offers().map(\.id) == [offered.offer.id])
    _ = try await group.undo()
    #expect(try await group.offers().isEmpty)
    _ = try await group.undo()
    #expect(try await group.offers() == [offered.offer])
    #expect(try story.faults() == "")
  }

  @Test func `a group's words are turned back once a person agreed`() async throws {
    try await story.begin()
    try story.edit("north", guide, "Stand at the door.", "Stand at the door. Say: welcome to Yorkshire!")
    var group = try await story.ben()
    let request = OfferRequest(parts: ["guide:facilitating#welcome"], title: "Say where we are")
    guard case .needsConsent(let places)? = await offerError({ try await group.offer(request) }) else {
      Issue.record("it was not asked for")
      return
    }
    #expect(places.map(\.place) == ["guides/facilitating.md:10"])
    var agreed = request
    agreed.mayRestore = true
    let offered = try await group.offer(agreed)
    let files = try await group.files(of: offered.offer.version)
    #expect(String(decoding: files[guide] ?? [], as: UTF8.self).contains("welcome to {{region}}!"))
    #expect(story.studio.folder.text("north/" + guide)?.contains("welcome to Yorkshire!") == true)
  }

  @Test(arguments: [
    ("Meet at 12 March.", "is a date"), ("Ask sam@leeds.gov.uk.", "e-mail"),
    ("Ring 0113 496 0123.", "telephone"),
    ("Northern Lights say hello.", "group.yaml (name)"), ("Come to Leeds Town Hall.", "event spring (venue)"),
    ("Ask Priya first.", "event spring (roles)"),
  ])
  func `what is local and no parameter stops an offer`(_ words: String, _ reason: String) async throws {
    try await story.begin()
    try story.studio.edit("north", "events/spring.yaml", Self.event)
    try story.edit("north", guide, "Stand at the door.", "Stand at the door.\n\(words)")
    var group = try await story.ben()
    let before = group.view
    let error = await offerError {
      try await group.offer(OfferRequest(parts: ["guide:facilitating"], title: "Words", mayRestore: true))
    }
    guard case .localWords(let places)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(places.map(\.place) == ["guides/facilitating.md:11"])
    #expect(error?.what.contains(reason) == true, "\(error?.what ?? "")")
    #expect(group.view.refs(under: RefName.offers).isEmpty)
    #expect(before.refs(under: RefName.offers).isEmpty)
  }

  private static let event = """
    title: Spring session
    plan: first-session
    kit version: 0.1.0
    date: 2026-03-12
    start: "13:30"
    time zone: Europe/London
    setting: in person
    host: Leeds City Council
    venue: { name: Leeds Town Hall, address: "The Headrow, Leeds LS1 3AD" }
    roles: { facilitator: [Priya Patel] }

    """

  @Test func `title, reason and names of files are looked at as well`() async throws {
    try await story.begin()
    try story.studio.edit(
      "north", "resources/yorkshire-map.md", "---\ntitle: Map\nkind: handout\n---\n\nA map.\n")
    var group = try await story.ben()
    let error = await offerError {
      try await group.offer(
        OfferRequest(parts: ["resource:yorkshire-map"], title: "For Yorkshire", why: "Since 3 May 2026"))
    }
    guard case .localWords(let places)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(places.map(\.path) == ["title", "why", "resources/yorkshire-map.md"])
  }

  @Test func `what cannot be offered is told, with what was meant`() async throws {
    try await story.begin()
    var group = try await story.ben()
    func problem(_ parts: [String], _ title: String? = "Title") async -> OfferError? {
      await offerError { try await group.offer(OfferRequest(parts: parts, title: title)) }
    }
    #expect(await problem([]) == .nothingToOffer)
    try story.edit("north", plan, "minutes: 40", "minutes: 45")
    #expect(
      await problem(["plan:first-session#question"])
        == .unknownPart("plan:first-session#question", nearest: "plan:first-session#questions"))
    #expect(await problem(["plan:first-session#welcome"]) == .unchangedPart("plan:first-session#welcome"))
    #expect(await problem(["group.name"]) == .localPart("group.name"))
    #expect(await problem(["events/spring.yaml"]) == .localPart("events/spring.yaml"))
    #expect(await problem(["plan:first-session"], nil) == .badTitle("The offer has no title."))
    guard case .nothingChosen(let known)? = await problem([]) else {
      Issue.record("nothing was chosen")
      return
    }
    #expect(known.contains("plan:first-session#questions.minutes"))
    var master = try await story.ada()
    #expect(
      await offerError { try await master.offer(OfferRequest(parts: ["kit"], title: "None")) } == .noMaster)
  }

  @Test func `an offer that would break the master is refused`() async throws {
    try await story.begin()
    try story.edit("north", plan, "resources: [question-card]", "resources: [question-card, map]")
    try story.studio.edit("north", "resources/map.md", "---\ntitle: Map\nkind: handout\n---\n\nA map.\n")
    var group = try await story.ben()
    let alone = OfferRequest(parts: ["plan:first-session#questions"], title: "A map")
    guard case .breaksMaster(let found)? = await offerError({ try await group.offer(alone) }) else {
      Issue.record("it was taken")
      return
    }
    #expect(found.first?.message.contains("map") == true)
    var both = alone
    both.parts.append("resource:map")
    #expect(try await group.offer(both).offer.parts.count == 2)
  }

  @Test func `what the master changed meanwhile is told plainly`() async throws {
    try await story.begin()
    try story.edit("master", plan, "minutes: 40", "minutes: 50")
    var master = try await story.ada()
    _ = try await master.save()
    try story.studio.git("north")(
      "fetch", "--quiet", story.studio.path("master"), "main:refs/kitbag/upstream/main")
    try story.edit("north", plan, "minutes: 40", "minutes: 45")
    var group = try await story.ben()
    let error = await offerError {
      try await group.offer(OfferRequest(parts: ["plan:first-session#questions.minutes"], title: "Longer"))
    }
    #expect(error == .masterMoved("plan:first-session#questions.minutes", count: 1))
  }

  @Test func `a revision keeps the id and what is not said anew`() async throws {
    try await story.begin()
    let first = try await story.offerLongerWelcome().offer
    var group = try await story.ben()
    let again = await offerError {
      try await group.offer(OfferRequest(parts: first.parts, title: first.title))
    }
    #expect(again == .alreadyOffered(first.id))
    #expect(try await group.offer(OfferRequest(parts: [], revises: first.id)).operation == nil)
    try story.edit("north", plan, "minutes: 15", "minutes: 12")
    let second = try await group.offer(OfferRequest(parts: [], revises: first.id))
    #expect(second.offer.id == first.id)
    #expect(second.offer.revision == 2)
    #expect(second.offer.why == first.why)
    #expect(second.offer.version != first.version)
    #expect(try await group.offers().count == 1)
    #expect(try story.faults() == "")
  }

  @Test func `a role signs where a person does not want to`() async throws {
    try await story.begin()
    try story.edit("north", plan, "minutes: 40", "minutes: 45")
    var group = try await story.ben()
    let offered = try await group.offer(
      OfferRequest(parts: ["plan:first-session#questions.minutes"], title: "Longer", asGroup: true))
    #expect(offered.offer.author.name == "Northern Lights")
    #expect(!String(describing: offered.offer.author).contains("ben@"))
  }
}
