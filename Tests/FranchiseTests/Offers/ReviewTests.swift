import Franchise
import Git
import KitCore
import Testing

@Suite struct ReviewTests {
  let story = OfferStudio()
  private let plan = OfferStudio.plan
  private let guide = OfferStudio.guide

  @Test func `an offer comes by e-mail, is reviewed, taken and credited`() async throws {
    try await story.begin()
    let offer = try await story.offerLongerWelcome().offer
    let arrived = try await story.deliver(offer.id)
    #expect(arrived.offers.map(\.id) == [offer.id])
    var master = try await story.ada()
    #expect(try await master.inbox().map(\.state) == [.new])
    let review = try await master.review(offer.id, start: ClockTime("13:30"))
    #expect(
      review.changes.contains { $0.sentence.contains("now ends at") }, "\(review.changes.map(\.sentence))")
    #expect(review.faults.isEmpty)
    #expect(review.questions.isEmpty)
    let answered = try await master.accept(AcceptRequest(offer: offer.id, text: "Thank you."))
    let main = try #require(master.view.main)
    let commit = try await master.repository.commit(main)
    #expect(commit.trailers.contains(.coAuthor("Ben", email: "ben@example.net")))
    #expect(commit.trailers.contains(Trailer(name: "Kitbag-Offer", value: offer.id)))
    #expect(commit.author.name == "Ada")
    #expect(
      story.studio.folder.text("master/" + plan)?.contains("minutes: 15\n    purpose: People") == true)
    #expect(answered.step.text == "Thank you.")
    #expect(try await master.inbox().map(\.state) == [.accepted])
    let errors = NewErrors.of(try await master.files(of: main))
    #expect(errors.isEmpty, "\(errors)")
    #expect(try story.faults() == "")
  }

  @Test func `the answer comes back as a file and is told once as news`() async throws {
    try await story.begin()
    let offer = try await story.offerLongerWelcome().offer
    try await story.deliver(offer.id)
    var master = try await story.ada()
    _ = try await master.review(offer.id)
    _ = try await master.decline(offer.id, because: "Ten minutes are enough.")
    let reply = try await master.replyFile(offer.id)
    var group = try await story.ben()
    #expect(try await group.sent().first?.isNews == false)
    let arrived = try await group.takeIn(reply, name: "x.kitreply", with: story.transport)
    #expect(arrived.answers == [offer.id])
    let item = try #require(try await group.sent(noting: true).first)
    #expect(item.isNews)
    #expect(item.answer?.kind == .declined)
    #expect(item.answer?.text == "Ten minutes are enough.")
    #expect(try await group.sent().first?.isNews == false)
    #expect(try await group.takeIn(reply, name: "x.kitreply", with: story.transport).isEmpty)
    var stranger = try await story.ada()
    #expect(
      await offerError { try await stranger.takeIn(reply, name: "r", with: story.transport) }
        == .strangeReply(offer.id))
    #expect(try story.faults() == "")
  }

  @Test func `parts are taken, and own words stand for others`() async throws {
    try await story.begin()
    try story.edit("north", guide, "Stand at the door.", "Wait at the door.")
    try story.edit("north", guide, "Ask for a name", "Ask for a telephone")
    try story.edit("north", plan, "minutes: 40", "minutes: 45")
    var group = try await story.ben()
    let offer = try await group.offer(
      OfferRequest(
        parts: ["guide:facilitating", "plan:first-session#questions.minutes"], title: "Many things")
    ).offer
    try await story.deliver(offer.id)
    var master = try await story.ada()
    _ = try await master.review(offer.id)
    let answered = try await master.accept(
      AcceptRequest(
        offer: offer.id, parts: ["guide:facilitating#welcome", "plan:first-session#questions.minutes"],
        own: [
          ("plan:first-session#questions.minutes", Array("42\n".utf8)),
          ("guide:facilitating#close", Array("Say goodbye.".utf8)),
        ]))
    #expect(answered.step.parts.count == 2)
    let text = story.studio.folder.text("master/" + guide) ?? ""
    #expect(text.contains("Wait at the door."))
    #expect(!text.contains("telephone"))
    #expect(text.contains("## What next {#close}\n\nSay goodbye.\n"))
    #expect(story.studio.folder.text("master/" + plan)?.contains("minutes: 42") == true)
    #expect(answered.operation.summary == "Accepted in part: Many things")
    #expect(try story.faults() == "")
  }

  @Test func `only what was looked at is taken`() async throws {
    try await story.begin()
    let first = try await story.offerLongerWelcome().offer
    try await story.deliver(first.id)
    var master = try await story.ada()
    #expect(
      await offerError { try await master.accept(AcceptRequest(offer: first.id)) } == .notReviewed(first.id))
    #expect(try await master.review(first.id).sinceLook == nil)
    try story.edit("north", plan, "minutes: 15", "minutes: 20")
    var group = try await story.ben()
    let second = try await group.offer(OfferRequest(parts: [], revises: first.id)).offer
    let arrived = try await story.deliver(second.id)
    #expect(arrived.revised == [first.id])
    try await master.reload()
    let before = master.view
    #expect(
      await offerError { try await master.accept(AcceptRequest(offer: first.id)) } == .revisedSince(first.id))
    #expect(await offerError { try await master.decline(first.id, because: "no") } == .revisedSince(first.id))
    #expect(master.view == before)
    #expect(try await master.inbox().map(\.state) == [.revised])
    let review = try await master.review(first.id)
    #expect(review.sinceLook?.map(\.sentence).contains { $0.contains("15 → 20 minutes") } == true)
    #expect(review.changes.contains { $0.sentence.contains("10 → 20 minutes") })
    // What was looked at elsewhere is named; what is no longer offered is not taken.
    let old = AcceptRequest(offer: first.id, content: first.version)
    #expect(await offerError { try await master.accept(old) } == .revisedSince(first.id))
    _ = try await master.accept(AcceptRequest(offer: first.id, content: second.version))
    #expect(
      await offerError { try await master.accept(AcceptRequest(offer: first.id)) }
        == .answered(first.id, by: "Ada", how: "accepted"))
    // An older form that comes late takes nothing back.
    let late = await offerError { try await story.deliver(first.id, from: "north") }
    #expect(late == nil)
    #expect(try story.faults() == "")
  }

  @Test func `an older form of an offer is no news`() async throws {
    try await story.begin()
    let first = try await story.offerLongerWelcome().offer
    let file = try await story.ben().offerFile(first.id)
    try story.edit("north", plan, "minutes: 15", "minutes: 20")
    var group = try await story.ben()
    _ = try await group.offer(OfferRequest(parts: [], revises: first.id))
    try await story.deliver(first.id)
    var master = try await story.ada()
    let error = await offerError { try await master.takeIn(file, name: "old", with: story.transport) }
    guard case .badFile("old", let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("older"))
  }

  @Test func `a clash is shown, kept out, and settled by own words`() async throws {
    try await story.begin()
    let offer = try await story.offerLongerWelcome().offer
    try story.edit(
      "master", plan, "minutes: 10\n    purpose: People know", "minutes: 12\n    purpose: People know"
    )
    var master = try await story.ada()
    _ = try await master.save()
    try await story.deliver(offer.id)
    try await master.reload()
    let review = try await master.review(offer.id)
    #expect(review.questions.map(\.address) == ["plan:first-session#welcome.minutes"])
    #expect(review.others.map(\.parts) == [["plan:first-session#welcome"]])
    #expect(review.others.first?.who == "Ada")
    let error = await offerError { try await master.accept(AcceptRequest(offer: offer.id)) }
    #expect(error == .clashes(["plan:first-session#welcome.minutes"]))
    _ = try await master.accept(
      AcceptRequest(offer: offer.id, own: [("plan:first-session#welcome.minutes", Array("14".utf8))]))
    #expect(story.studio.folder.text("master/" + plan)?.contains("minutes: 14") == true)
  }

  @Test func `who else changes the same is told`() async throws {
    try await story.begin("north", "south")
    let one = try await story.offerLongerWelcome("north").offer
    let two = try await story.offerLongerWelcome("south").offer
    #expect(one.id != two.id)
    try await story.deliver(one.id)
    try await story.deliver(two.id, from: "south")
    let review = try await story.ada().review(one.id)
    #expect(review.others.map(\.offer) == [two.id])
    #expect(review.others.map(\.who) == ["south"])
    #expect(review.others.map(\.parts) == [["plan:first-session#welcome"]])
  }

  @Test func `two maintainers at once lose nothing`() async throws {
    try await story.begin()
    let offer = try await story.offerLongerWelcome().offer
    try await story.deliver(offer.id)
    try SystemGit(story.studio.folder.path)(
      "clone", "--quiet", "--mirror", story.studio.path("master"), story.studio.path("copy/.git"))
    try story.studio.git("copy")("config", "core.bare", "false")
    try story.studio.git("copy")("reset", "--quiet", "--hard")
    var ada = try await story.ada()
    var conditions = story.studio.conditions
    conditions.identity = Identity(name: "Cleo", email: "cleo@example.org")
    var cleo = try await story.studio.open("copy", conditions)
    _ = try await ada.comment(offer.id, "I like it.")
    _ = try await cleo.comment(offer.id, "Me too.")
    _ = try await cleo.comment(offer.id, "Very much.")
    // Each takes what the other said, by way of the files that would go to the group.
    let group = try await story.ben()
    for reply in [try await ada.replyFile(offer.id), try await cleo.replyFile(offer.id)] {
      var group = try await story.ben()
      _ = try await group.takeIn(reply, name: "r", with: story.transport)
    }
    var reader = group
    try await reader.reload()
    let log = try await reader.reviewLog(offer.id)
    #expect(
      log.steps.map(\.text) == ["I like it.", "Me too.", "Very much."]
        || log.steps.map(\.text) == ["Me too.", "I like it.", "Very much."])
    // In any order the same log.
    let (one, two) = (try await ada.reviewLog(offer.id), try await cleo.reviewLog(offer.id))
    #expect(one.merging(two) == two.merging(one))
    #expect(one.merging(two) == log)
    #expect(try story.faults() == "")
  }

  @Test func `taking it can be undone, the answer too`() async throws {
    try await story.begin()
    let offer = try await story.offerLongerWelcome().offer
    try await story.deliver(offer.id)
    var master = try await story.ada()
    _ = try await master.review(offer.id)
    let before = story.studio.files("master")
    _ = try await master.accept(AcceptRequest(offer: offer.id))
    _ = try await master.undo()
    #expect(story.studio.files("master") == before)
    #expect(try await master.inbox().map(\.state) == [.open])
    _ = try await master.undo()
    #expect(try await master.inbox().map(\.state) == [.accepted])
  }

  @Test func `an unknown offer names the nearest, and the beginning of an id is enough`() async throws {
    try await story.begin()
    let offer = try await story.offerLongerWelcome().offer
    try await story.deliver(offer.id)
    let master = try await story.ada()
    #expect(try await master.review("a-longer").offer.id == offer.id)
    let wrong = String(offer.id.dropLast()) + "z"
    #expect(
      await offerError { try await master.review(wrong) }
        == .noSuchOffer(wrong, nearest: offer.id, known: [offer.id]))
  }
}

/// The errors that a check of a kit finds.
enum NewErrors {
  static func of(_ files: [String: [UInt8]]) -> [Diagnostic] {
    let admitted = KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) })
    return (admitted.diagnostics + Check.diagnostics(of: KitReading.read(admitted.files)))
      .filter { $0.severity == .error }
  }
}
