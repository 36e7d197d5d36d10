/// A heading of a Markdown document and what stands under it.
package struct MarkdownSection: Sendable, Equatable {
  /// The heading's words, without marks, `{#id}` and line end.
  package let title: String
  /// 1 to 6.
  package let level: Int
  /// A stable name inside the document: the heading's `{#id}`, or else made from its words.
  ///
  /// Lower-case letters, digits and hyphens. A second section of the same name gets `-2`, and so on, so that
  /// names are unique in a document.
  package let slug: String
  /// Whether the slug was given as `{#id}`.
  package let hasExplicitID: Bool
  /// Index of the heading among the document's blocks.
  package let headingBlock: Int
  /// Indices of the blocks under the heading up to the next heading of any level.
  package let body: Range<Int>
  /// The bytes from the heading to the end of the section's own text, without sections inside it.
  package let ownRange: Range<Int>
  /// The bytes from the heading to the next heading of the same or a higher level.
  package let fullRange: Range<Int>
  /// Index of the section that this one stands in, or `nil` at the top.
  package let parent: Int?
}
