import Foundation
import Testing

/// Giving back by e-mail, run as a person would.
@Suite struct OfferCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "kitbag-offer-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  private func run(_ words: String...) throws -> ProgramRun { try ProgramRun(words, in: folder) }

  private func json(_ run: ProgramRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }

  private func begin() throws {
    #expect(try run("new", "london", "--title", "Peer hour").status == 0)
    #expect(
      try run("fork", "london", "north", "--group", "Northern Lights", "--set", "region=Yorkshire").status
        == 0)
  }

  @Test func `an offer goes to London by e-mail and the answer comes back`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try begin()
    try edit(
      "north/guides/facilitating.md", "Stand at the door.", "Stand at the door. Say: welcome to Yorkshire!")
    let words = [
      "offer", "-C", "north", "guide:facilitating#welcome", "--title", "Say where we are", "--as",
      "Ben <ben@example.net>",
    ]
    let refused = try ProgramRun(words, in: folder)
    #expect(refused.status == 2, "\(refused.text)")
    #expect(refused.errors.contains("guides/facilitating.md:10: “Yorkshire” → {{region}}"))
    #expect(refused.errors.contains("Nothing has left your kit"))
    let offered = try ProgramRun(words + ["--yes", "--to-file", "welcome.kitoffer"], in: folder)
    #expect(offered.status == 0, "\(offered.errors)")
    #expect(offered.text.contains("“Yorkshire” became {{region}} in the offer."))
    #expect(offered.text.contains("Written to welcome.kitoffer"))
    let added = try run("inbox", "add", "-C", "london", "../north/welcome.kitoffer")
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.text.contains("An offer of northern-lights: 'Say where we are'"))
    let early = try run("accept", "-C", "london", "say-where")
    #expect(early.status == 2)
    #expect(early.errors.contains("kitbag review"))
    let review = try run("review", "-C", "london", "say-where", "--text")
    #expect(review.status == 0, "\(review.errors)")
    for text in [
      "Offered by Ben for northern-lights", "{+Say: welcome to {{region}}!+}", "The checks find nothing new.",
    ] {
      #expect(review.text.contains(text), "\(text) in \(review.text)")
    }
    let accepted = try run("accept", "-C", "london", "say-where", "--message", "Thank you.")
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(accepted.text.contains("Ben is credited."))
    #expect(try run("check", "london").status == 0)
    #expect(
      try run("inbox", "reply", "-C", "london", "say-where", "--to-file", "answer.kitreply").status == 0)
    let news = try run("inbox", "add", "-C", "north", "../london/answer.kitreply")
    #expect(news.text.contains("News about the offer say-where-we-are-"), "\(news.errors)")
    let listed = try run("inbox", "-C", "north")
    #expect(listed.text.contains("accepted it: Thank you."), "\(listed.text)")
    for run in [offered, added, review, accepted, news, listed] {
      for word in ["commit", "branch", "repository", "merge", " ref"] {
        #expect(!run.text.contains(word), "\(word) in \(run.text)")
      }
    }
  }

  @Test func `every verb answers programs, and mistakes have their status`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try begin()
    #expect(try run("offer", "-C", "london", "kit", "--title", "Nothing").status == 1)
    let nothing = try run("offer", "-C", "north")
    #expect(nothing.status == 1)
    #expect(nothing.errors.contains("nothing that the master does not have"))
    try edit("north/guides/facilitating.md", "Stand at the door.", "Wait at the door.")
    let unnamed = try run("offer", "-C", "north", "--json")
    #expect(unnamed.status == 64)
    #expect(unnamed.errors.contains("guide:facilitating#welcome"))
    let wrong = try run("offer", "-C", "north", "guide:facilitating#welcom", "--title", "Wait")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("Did you mean 'guide:facilitating#welcome'?"))
    let offered = try json(
      try run(
        "offer", "-C", "north", "guide:facilitating#welcome", "--title", "Wait", "--to-file", "w.kitoffer",
        "--json"))
    let id = try #require((offered["offer"] as? [String: Any])?["id"] as? String)
    let again = try run("offer", "-C", "north", "--revise", id, "--to-file", "w.kitoffer")
    #expect(again.status == 1)
    #expect(again.errors.contains("already there"))
    let added = try json(try run("inbox", "add", "-C", "london", "../north/w.kitoffer", "--json"))
    #expect((added["offers"] as? [Any])?.count == 1)
    let review = try json(try run("review", "-C", "london", id, "--json"))
    let content = try #require((review["offer"] as? [String: Any])?["content"] as? String)
    #expect((review["checks"] as? [Any])?.isEmpty == true)
    #expect(try json(try run("comment", "-C", "london", id, "Why?", "--json"))["answer"] != nil)
    let unknown = try run("decline", "-C", "london", "wait-0000", "--because", "no")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains(id))
    let accepted = try json(try run("accept", "-C", "london", id, "--content", content, "--json"))
    #expect((accepted["changes"] as? [Any])?.isEmpty == false)
    #expect(try run("accept", "-C", "london", id).errors.contains("accepted by"))
    let inbox = try json(try run("inbox", "-C", "london", "--json"))
    #expect(((inbox["received"] as? [[String: Any]])?.first?["state"] as? String) == "accepted")
    let fetched = try json(try run("inbox", "fetch", "-C", "north", "--json"))
    #expect(fetched["answers"] as? [String] == [id])
    let file = folder.appending(path: "no.kitoffer")
    try Data("PK nonsense".utf8).write(to: file)
    let hostile = try run("inbox", "add", "-C", "london", "../no.kitoffer")
    #expect(hostile.status == 1)
    #expect(hostile.errors.contains("Nothing of it was taken in."))
  }
}
