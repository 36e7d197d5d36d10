/// A part of a document that is merged as one: a block of Markdown, or a field, an entry or a comment of YAML.
struct Unit {
  /// What a unit is; units of different kinds are never versions of each other, but for text and items.
  enum Kind: Equatable {
    case heading(level: Int)
    case paragraph
    case item(number: Int?)
    case row
    case tableRule
    case fence
    case code
    case link
    case html
    case rule
    /// The opening line of front matter with its fields, and its closing line.
    case frontMatter
    case frontMatterEnd
    /// `key: value`, with what stands under it.
    case field
    /// `- value`, with what stands under it.
    case entry
    case comment
    /// YAML that is none of these, such as a document mark.
    case other
  }

  let kind: Kind
  /// Bytes of blank lines before the unit.
  var gap: Range<Int>
  /// Bytes of the unit's own lines.
  var head: Range<Int>
  /// Bytes of the unit with all its kids.
  var whole: Range<Int>
  /// Words of the unit's own lines, as indices of its document's words.
  var headWords: Range<Int>
  /// Words of the unit with its kids.
  var words: Range<Int>
  /// What identifies the unit among its siblings, such as a key or an id; -1 for none.
  var key: Int32 = -1
  /// Equal for units that are the same but for white space.
  var content: Int32 = -1
  /// Columns before the unit.
  var indent = 0
  var quoteDepth = 0
  /// The fields or entries inside.
  var kids: [Unit] = []

  /// Whether the unit is YAML.
  var isYAML: Bool {
    switch kind {
    case .field, .entry, .comment, .other: true
    default: false
    }
  }

  /// Whether the unit is one of many in a list, where order matters little and one more does no harm.
  var isListed: Bool {
    switch kind {
    case .item, .row, .link, .field, .entry: true
    default: false
    }
  }

  /// Whether the unit means the same wherever it stands among its siblings.
  var isFree: Bool { key >= 0 && (kind == .field || kind == .link) }

  /// Whether the unit belongs to its neighbours and says little by itself.
  var isEdge: Bool {
    switch kind {
    case .fence, .html, .rule, .tableRule: true
    default: false
    }
  }

  /// Whether the unit is running text.
  var isText: Bool {
    switch kind {
    case .paragraph, .item: true
    default: false
    }
  }

  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// Whether the two kinds may be versions of one unit.
  func isLikeKind(_ other: Unit) -> Bool {
    switch (kind, other.kind) {
    case (.heading, .heading), (.item, .item), (.item, .paragraph), (.paragraph, .item): true
    default: kind == other.kind
    }
  }

  /// Whether the two stand in one list: equal kinds, whatever their numbers.
  func isSameList(_ other: Unit) -> Bool {
    switch (kind, other.kind) {
    case (.heading, .heading), (.item, .item): true
    default: kind == other.kind
    }
  }
}
