/// One document of an event's pack as a typed tree, from which pages, paper and office files are written.
///
/// The tree is complete: parameters are filled in, clock times and dates are worked out, and text of strangers is text. A
/// writer decides how things look, never what they say.
package struct PackDocument: Sendable, Hashable {
  /// Where the document stands in the pack, without an ending: `facilitator/run-sheet`.
  package let id: String
  /// For whom it is.
  package let audience: Audience
  /// Its name, as a heading of the first level.
  package let title: String
  /// What it is for, in a sentence; shown on the start page.
  package let summary: String
  /// Its language, a BCP 47 tag.
  package let language: String
  /// The paper that it is made for.
  package let paper: Paper
  /// What it says, in order. Headings begin at level 2.
  package let blocks: [PackBlock]

  /// Makes a document.
  package init(
    id: String, audience: Audience, title: String, summary: String, language: String, paper: Paper = Paper(),
    blocks: [PackBlock]
  ) {
    self.id = id
    self.audience = audience
    self.title = title
    self.summary = summary
    self.language = language
    self.paper = paper
    self.blocks = blocks
  }

  /// For whom a document is.
  package enum Audience: String, Sendable, Hashable, CaseIterable {
    /// Everybody who comes; no notes and no answers.
    case participants
    /// Whoever leads.
    case facilitator
    /// Whoever helps to lead.
    case coFacilitator = "co-facilitator"
    /// Whoever lends the room.
    case host
    /// On the tables and walls on the day: everybody sees it.
    case onTheDay = "on-the-day"
    /// After the session, for whoever organised it.
    case organisers
    /// Holds names of people: only in a private pack.
    case `private`

    /// Whether participants may see it, so that it holds neither notes nor answers.
    package var isOpen: Bool { self == .participants || self == .onTheDay }
  }

  /// The paper that a document is made for.
  package struct Paper: Sendable, Hashable {
    /// The sizes of paper.
    package enum Size: String, Sendable, Hashable, CaseIterable {
      case a3 = "A3"
      case a4 = "A4"
      case a5 = "A5"
      case a6 = "A6"
    }

    /// How the document is laid out.
    package enum Form: String, Sendable, Hashable, CaseIterable {
      /// Running text over pages.
      case pages
      /// Cards of the given size, several on a sheet of A4, to be cut out.
      case cards
      /// One card a page, as large as it will go.
      case signs
      /// One slide for each card.
      case slides
    }

    /// The size of a page, or of one card.
    package let size: Size
    /// How the document is laid out.
    package let form: Form
    /// How many cards go on one sheet of A4; 1 for pages.
    package let perSheet: Int
    /// Whether pages lie on their long side.
    package let isLandscape: Bool
    /// The size of the text in points: 12, or 18 in large print.
    package let points: Int

    /// Makes a paper; A4 upright with running text of 12 points where nothing is said.
    package init(
      size: Size = .a4, form: Form = .pages, perSheet: Int = 1, isLandscape: Bool = false, points: Int = 12
    ) {
      self.size = size
      self.form = form
      self.perSheet = perSheet
      self.isLandscape = isLandscape
      self.points = points
    }
  }
}
