internal import KitCore

/// What happens to what people tell about themselves.
struct PrivacyNotice {
  let occasion: Occasion

  /// The document.
  var document: PackDocument {
    var draft = Draft()
    draft.text("\(occasion.organiser) asks for as little as it can, and deletes it when the session is over.")
    draft.heading(2, "What we ask for, and why")
    draft.add(
      .facts([
        .fact("Name", "So that we know who is coming, and for your badge."),
        .fact("Organisation", "So that a mix of people comes. You may leave it out."),
        .fact("E-mail address", "To send you the joining instructions and changes. Nothing else."),
        .fact(
          "Access and food",
          "So that you can take part. Only the people who arrange it see it; the host sees numbers."),
        .fact("Language", "So that papers and talk are in a language that you like to use."),
      ]))
    draft.heading(2, "How long we keep it")
    let wording = Wording("en")
    let dates = RetentionDates(occasion)
    draft.add(
      .facts([
        .fact("Access and food", "Deleted on \(wording.date(dates.accessNotes))."),
        .fact(
          "List of people, sign-in sheet",
          "Deleted by \(wording.date(max(dates.attendeeList, dates.signIn)))."),
        .fact("Numbers", "Kept. No number under five is published."),
      ]))
    draft.heading(2, "What is published")
    draft.text(
      "Counts, and points that everyone in the room agreed to. \(ConfidentialityWords.summary(occasion.confidentiality))"
    )
    draft.text("If you would like to be invited again, say so separately. It is never taken for granted.")
    draft.heading(2, "This page and these papers")
    draft.text(
      "They are made to meet WCAG 2.2 at level AA. If something in them is in your way, ask for it in another form: large print, plain text, or read aloud."
    )
    return PackDocument(
      id: "participants/privacy", audience: .participants, title: "Privacy notice",
      summary: "What we ask you for, why, and when it is deleted.", language: occasion.language,
      blocks: draft.blocks)
  }
}

/// The last days for what is known of people.
struct RetentionDates {
  let accessNotes: CalendarDay
  let attendeeList: CalendarDay
  let signIn: CalendarDay
  let owner: RoleID?

  init(_ occasion: Occasion) {
    let retention = occasion.event.retention
    accessNotes = retention.map { occasion.date($0.accessNotes) } ?? occasion.day.adding(days: 7)
    attendeeList = retention.map { occasion.date($0.attendeeList) } ?? occasion.day.adding(days: 30)
    signIn = retention.map { occasion.date($0.signIn) } ?? occasion.day.adding(days: 30)
    owner = retention?.owner
  }
}
