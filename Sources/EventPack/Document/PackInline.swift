/// A piece of running text.
package indirect enum PackInline: Sendable, Hashable {
  /// Letters, nothing else; never marks of any format.
  case text(String)
  /// Strongly emphasised.
  case strong([PackInline])
  /// Emphasised.
  case emphasis([PackInline])
  /// Struck through.
  case struck([PackInline])
  /// Letters in which every blank counts.
  case code(String)
  /// A link to `https:`, `http:`, `mailto:` or `tel:`, to `#anchor`, or to a file of the pack from its top.
  case link(to: String, [PackInline])
  /// A picture in the line.
  case picture(PackPicture)
  /// Text in another language than that around it.
  case language(String, [PackInline])
  /// A reference to the footnote of this number.
  case footnote(Int)
  /// A new line in the same paragraph.
  case lineBreak

  /// The letters alone.
  package var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    case .strong(let inner), .emphasis(let inner), .struck(let inner), .link(_, let inner),
      .language(_, let inner):
      inner.plain
    case .picture(let picture): picture.alternative
    case .footnote: ""
    case .lineBreak: " "
    }
  }
}

extension [PackInline] {
  /// The letters alone.
  package var plain: String { map(\.plain).joined() }
}
