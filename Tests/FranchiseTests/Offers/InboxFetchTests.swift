import Foundation
import Franchise
import Git
import KitCore
import Testing

@Suite struct InboxFetchTests {
  let story = OfferStudio()

  private func list(_ groups: [String]) throws {
    let lines = groups.map {
      "  - { id: \($0), name: \($0), area: \($0), fork: \"\(story.studio.path($0))\" }\n"
    }
    try story.studio.edit("master", "network.yaml", "groups:\n" + lines.joined())
  }

  @Test func `offers are collected from the groups' kits, and answers come back`() async throws {
    try await story.begin("north", "south")
    let one = try await story.offerLongerWelcome("north").offer
    let two = try await story.offerLongerWelcome("south").offer
    try list(["north", "south", "gone"])
    var master = try await story.ada()
    _ = try await master.save()
    let arrived = try await master.fetchInbox(with: story.transport)
    #expect(arrived.offers.map(\.id) == [one.id, two.id].sorted())
    #expect(arrived.asked == 3)
    #expect(arrived.unreachable.map(\.group) == ["gone"])
    #expect(arrived.operation != nil)
    #expect(try await master.fetchInbox(with: story.transport).isEmpty)
    _ = try await master.review(one.id)
    _ = try await master.accept(AcceptRequest(offer: one.id))
    var group = try await story.ben("north")
    let news = try await group.fetchInbox(with: story.transport)
    #expect(news.answers == [one.id])
    #expect(try await group.sent().first?.answer?.kind == .accepted)
    // What the group says afterwards reaches the master.
    _ = try await group.comment(one.id, "Thank you.")
    #expect(try await master.fetchInbox(with: story.transport).answers == [one.id])
    #expect(try await master.reviewLog(one.id).steps.map(\.kind) == [.accepted, .commented])
    #expect(try story.faults() == "")
  }

  @Test func `what both sides said at the same time is kept`() async throws {
    try await story.begin("north")
    let offer = try await story.offerLongerWelcome("north").offer
    try list(["north"])
    var master = try await story.ada()
    _ = try await master.save()
    _ = try await master.fetchInbox(with: story.transport)
    var group = try await story.ben("north")
    _ = try await master.comment(offer.id, "Why fifteen?")
    _ = try await group.comment(offer.id, "Look at our debriefs.")
    #expect(try await master.fetchInbox(with: story.transport).answers == [offer.id])
    #expect(try await group.fetchInbox(with: story.transport).answers == [offer.id])
    let (here, there) = (try await master.reviewLog(offer.id), try await group.reviewLog(offer.id))
    #expect(here == there)
    #expect(here.steps.count == 2)
    #expect(try await master.fetchInbox(with: story.transport).isEmpty)
    #expect(try story.faults() == "")
  }

  @Test func `an offer on a host is collected there, each revision under its own name`() async throws {
    try await story.begin("north")
    let first = try await story.offerLongerWelcome("north").offer
    var group = try await story.ben("north")
    let nowhere = await offerError { try await group.push(first.id, with: story.transport) }
    #expect(nowhere == .noHost)
    try SystemGit(story.studio.folder.path)("init", "--quiet", "--bare", story.studio.path("host.git"))
    let host = story.studio.path("host.git")
    #expect(try await group.push(first.id, to: host, with: story.transport) == host)
    try story.edit("north", OfferStudio.plan, "minutes: 15", "minutes: 12")
    let second = try await group.offer(OfferRequest(parts: [], revises: first.id)).offer
    _ = try await group.push(second.id, to: host, with: story.transport)
    let names = try SystemGit(host)("for-each-ref", "--format=%(refname)")
    #expect(names == "refs/kitbag/offers/\(first.id)\nrefs/kitbag/offers/\(first.id)-r2")
    try story.studio.edit(
      "master", "network.yaml", "groups:\n  - { id: north, name: North, area: N, fork: \"\(host)\" }\n")
    var master = try await story.ada()
    _ = try await master.save()
    let arrived = try await master.fetchInbox(with: story.transport)
    #expect(arrived.offers.map(\.version) == [second.version])
    #expect(arrived.refused.isEmpty)
    #expect(try await master.fetchInbox(with: story.transport).isEmpty)
  }

  @Test func `a hostile kit keeps the others out of nothing`() async throws {
    try await story.begin("north", "south")
    let good = try await story.offerLongerWelcome("south").offer
    let git = story.studio.git("north")
    let blob = try git("hash-object", "-w", "--stdin", input: Array("/etc/passwd".utf8))
    let tree = try git("mktree", input: Array("120000 blob \(blob)\tkit.yaml\n".utf8))
    let message = "x\n\nOffered.\n\nKitbag-Offer: evil\nKitbag-Group: north"
    let version = try git("commit-tree", tree, "-p", "main~1", "-m", message)
    try git("update-ref", "refs/kitbag/offers/evil", version)
    try list(["north", "south"])
    var master = try await story.ada()
    _ = try await master.save()
    let arrived = try await master.fetchInbox(with: story.transport)
    #expect(arrived.offers.map(\.id) == [good.id])
    #expect(arrived.refused.count + arrived.unreachable.count == 1)
    #expect(try story.studio.git("master").faults() == "")
  }
}
