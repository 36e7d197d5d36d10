internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag review`: look at an offer in terms of the session.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look at an offer: what would change, who else changes the same, what the checks say.",
    discussion: """
      Shows the offer in your kit as it is now, in terms of the session; reworded text word by word: [-gone-] {+new+}. \
      Of a revised offer it tells what changed since you looked last. Nothing in your kit changes. You can only accept \
      what you have looked at.
      """)

  @Argument(help: "The offer, by its id or the beginning of it.")
  var offer: String

  @Flag(help: "Show what the changed parts would read like, too.")
  var text = false

  @Option(help: ArgumentHelp("When the session begins, to tell when it ends.", valueName: "HH:MM"))
  var start: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let start, ClockTime(start) == nil {
      throw ValidationError("'\(start)' is not a time. Write it like 13:30.")
    }
  }

  func run() async throws {
    let workspace = try await work.open(shared.folder())
    let review = try await workspace.review(offer, start: start.flatMap { ClockTime($0) })
    let output = Output(shared)
    if shared.json { return output.print(review.json(withText: text)) }
    output.print(review.heading)
    tellChanges(review, output)
    tellMeetings(review, output)
    if text { for page in review.pages { output.print("\n" + page) } }
    for step in review.steps {
      output.print("\(step.words)" + (step.text.isEmpty ? "." : ": \(step.text)"))
    }
    output.note("\nNothing in your kit was changed.")
    output.note(next(review))
  }

  private func tellChanges(_ review: OfferReview, _ output: Output) {
    if let since = review.sinceLook {
      output.print(
        since.isEmpty
          ? "Its words changed since you looked, its content did not.\n" : "Since you looked last:\n")
      if !since.isEmpty { output.print(ChangeList(changes: since).text(isBrief: shared.quiet) + "\n") }
    }
    if review.isThere {
      output.print("Your kit has all of this already.")
    } else {
      output.print("What would change in your kit:\n")
      output.print(ChangeList(changes: review.changes).text(isBrief: shared.quiet))
    }
  }

  private func tellMeetings(_ review: OfferReview, _ output: Output) {
    if !review.questions.isEmpty {
      output.print("\nYou changed the same meanwhile; yours stays unless you say otherwise:")
      for (number, question) in review.questions.enumerated() {
        output.print("\n" + question.text(names: Self.names, number: number + 1))
      }
    }
    for meeting in review.others {
      let parts = meeting.parts.joined(separator: ", ")
      output.print(
        meeting.offer.map { "\nThe offer \($0) of \(meeting.who) changes \(parts), too." }
          ?? "\nYour kit was changed at \(parts) since this was made (by \(meeting.who)).")
    }
    if review.faults.isEmpty {
      output.print("\nThe checks find nothing new.")
    } else {
      output.print("\nThe checks find what is not there now:")
      for fault in review.faults { output.print("  \(fault)") }
    }
  }

  private static let names = ClashQuestion.Names(base: "before", ours: "yours", theirs: "offered")

  private func next(_ review: OfferReview) -> String {
    let id = review.offer.id
    if review.isThere { return "Next: 'kitbag decline \(id) --because …' closes it." }
    if !review.questions.isEmpty {
      return "Next: 'kitbag accept \(id) ADDRESS…' takes parts; '--own ADDRESS=FILE' puts in your own words."
    }
    return "Next: 'kitbag accept \(id)', or parts of it by address, or 'kitbag decline \(id) --because …'."
  }
}

extension OfferReview {
  /// Who offers what, and why.
  fileprivate var heading: String {
    let form =
      offer.revision > 1 ? ", revised \(offer.revision - 1) \(offer.revision == 2 ? "time" : "times")" : ""
    var lines = [
      offer.title, "Offered by \(offer.author.name) for \(offer.group), \(offer.author.time.day)\(form).",
    ]
    if !offer.why.isEmpty { lines += ["", offer.why] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The changed parts as they would read.
  fileprivate var pages: [String] {
    let admitted = KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) })
    guard let kit = KitReading.read(admitted.files).kit else { return [] }
    let show = Show(kit)
    var seen: Set<Address> = []
    return changes.compactMap { (change: Change) -> String? in
      guard let address = change.address.flatMap({ try? Address(parsing: $0) })?.file,
        seen.insert(address).inserted
      else { return nil }
      return show.text(of: address)
    }
  }

  fileprivate func json(withText: Bool) -> JSON {
    let meetings = others.map { (meeting: Meeting) -> JSON in
      .compact([
        (name: "offer", value: meeting.offer.map { .string($0) }), (name: "who", value: .string(meeting.who)),
        (name: "parts", value: .strings(meeting.parts)),
      ])
    }
    return .compact([
      (name: "offer", value: offer.json), (name: "seen before", value: .boolean(wasSeen)),
      (name: "result", value: ChangeList(changes: changes).json),
      (name: "since last look", value: sinceLook.map { ChangeList(changes: $0).json }),
      (name: "clashes", value: .array(questions.map(\.json))),
      (name: "others", value: .array(meetings)),
      (name: "checks", value: .array(faults.map(\.json))), (name: "steps", value: .array(steps.map(\.json))),
      (name: "text", value: withText ? .strings(pages) : nil),
    ])
  }
}
