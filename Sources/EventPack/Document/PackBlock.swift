/// A part of a document that stands on lines of its own.
package indirect enum PackBlock: Sendable, Hashable {
  /// A heading of level 2 to 6 with an anchor that is unique in the document.
  case heading(level: Int, anchor: String, [PackInline])
  /// A paragraph.
  case paragraph([PackInline])
  /// A list of points, or of steps where it is numbered from a number.
  case list(start: Int?, [Item])
  /// A table.
  case table(PackTable)
  /// A picture on its own.
  case picture(PackPicture)
  /// Names with what there is to say about each.
  case facts([Fact])
  /// Something that stands out.
  case box(Box)
  /// Words of somebody else.
  case quote([PackBlock])
  /// Text in which every blank counts.
  case code(String)
  /// A part that stays together on a page where it can, with the address of what it comes from.
  case section([PackBlock])
  /// Things that stand beside one another, such as tracks that run at the same time.
  case columns([Column])
  /// Cards, signs or slides, one after the other.
  case cards([Card])
  /// Empty lines to write on, after a label.
  case lines(label: [PackInline], count: Int)
  /// Notes to which the text refers.
  case footnotes([Footnote])
  /// A line across.
  case rule
  /// The next part begins on a new page of paper.
  case pageBreak

  /// One point of a list.
  package struct Item: Sendable, Hashable {
    /// What it says.
    package let blocks: [PackBlock]
    /// For a list of tasks: whether it is done; `nil` in other lists.
    package let isDone: Bool?

    /// Makes a point.
    package init(_ blocks: [PackBlock], isDone: Bool? = nil) {
      self.blocks = blocks
      self.isDone = isDone
    }
  }

  /// A name and what there is to say about it.
  package struct Fact: Sendable, Hashable {
    /// The name.
    package let term: [PackInline]
    /// What there is to say.
    package let blocks: [PackBlock]

    /// Makes a fact.
    package init(_ term: [PackInline], _ blocks: [PackBlock]) {
      self.term = term
      self.blocks = blocks
    }
  }

  /// Something that stands out from the text around it.
  package struct Box: Sendable, Hashable {
    /// Why it stands out.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Worth knowing.
      case note
      /// Must not be missed.
      case warning
      /// Words to be said as they stand.
      case say
      /// Questions to ask.
      case prompt
      /// What to look out for.
      case watch
      /// What to do with less or more time.
      case time
    }

    /// Why it stands out.
    package let kind: Kind
    /// A few words above it, always there, so that colour is never the only sign.
    package let title: String
    /// What it says.
    package let blocks: [PackBlock]

    /// Makes a box.
    package init(_ kind: Kind, _ title: String, _ blocks: [PackBlock]) {
      self.kind = kind
      self.title = title
      self.blocks = blocks
    }
  }

  /// One of several things that stand beside one another.
  package struct Column: Sendable, Hashable {
    /// Its name.
    package let title: String
    /// What it says.
    package let blocks: [PackBlock]

    /// Makes a column.
    package init(_ title: String, _ blocks: [PackBlock]) {
      self.title = title
      self.blocks = blocks
    }
  }

  /// A card, a sign or a slide.
  package struct Card: Sendable, Hashable {
    /// An anchor that is unique in the document.
    package let anchor: String
    /// Its name.
    package let title: String
    /// A few words above the name, such as times; empty for none.
    package let over: String
    /// What it says.
    package let blocks: [PackBlock]
    /// What the speaker of a slide says; empty on cards.
    package let notes: [PackBlock]
    /// Its language where it is not the document's.
    package let language: String?

    /// Makes a card.
    package init(
      anchor: String, title: String, over: String = "", blocks: [PackBlock], notes: [PackBlock] = [],
      language: String? = nil
    ) {
      self.anchor = anchor
      self.title = title
      self.over = over
      self.blocks = blocks
      self.notes = notes
      self.language = language
    }
  }

  /// A note to which the text refers by its number.
  package struct Footnote: Sendable, Hashable {
    /// Its number, from 1.
    package let number: Int
    /// What it says.
    package let blocks: [PackBlock]

    /// Makes a note.
    package init(_ number: Int, _ blocks: [PackBlock]) {
      self.number = number
      self.blocks = blocks
    }
  }
}

/// A table with names over its columns.
package struct PackTable: Sendable, Hashable {
  /// How the text of a column is set.
  package enum Alignment: String, Sendable, Hashable, CaseIterable {
    case left, centre, right
  }

  /// One column.
  package struct Column: Sendable, Hashable {
    /// The name over it; empty only over a column to write in.
    package let title: [PackInline]
    /// How its text is set.
    package let alignment: Alignment
    /// How wide it is beside the others; 1 is usual.
    package let share: Int

    /// Makes a column.
    package init(_ title: [PackInline], alignment: Alignment = .left, share: Int = 1) {
      self.title = title
      self.alignment = alignment
      self.share = share
    }
  }

  /// What the table shows, for people who hear it; shown above it too.
  package let caption: [PackInline]
  /// The columns from left to right; at least one.
  package let columns: [Column]
  /// The rows from top to bottom, each with one cell a column.
  package let rows: [[[PackBlock]]]
  /// Whether the first cell of a row names the row.
  package let namesRows: Bool
  /// Whether rows are high enough to write in.
  package let isForWriting: Bool

  /// Makes a table; rows are cut or filled to the number of columns.
  package init(
    caption: [PackInline], columns: [Column], rows: [[[PackBlock]]], namesRows: Bool = false,
    isForWriting: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows.map { (row: [[PackBlock]]) -> [[PackBlock]] in
      let missing = max(0, columns.count - row.count)
      return Array(row.prefix(columns.count)) + Array(repeating: [], count: missing)
    }
    self.namesRows = namesRows
    self.isForWriting = isForWriting
  }
}

/// A picture of the kit.
package struct PackPicture: Sendable, Hashable {
  /// The file in the pack, from its top: `pictures/wall.png`.
  package let file: String
  /// What it shows; empty only for one that adds nothing to the text.
  package let alternative: String

  /// Makes a picture.
  package init(file: String, alternative: String) {
    self.file = file
    self.alternative = alternative
  }
}
