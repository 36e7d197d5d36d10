/// The Markdown of a file: what stands after its front matter.
package struct Prose: Sendable {
  /// The file inside the kit.
  package let path: KitPath
  /// The text of the whole file.
  package let source: SourceText
  /// The bytes of the Markdown.
  package let range: SourceRange
  /// The front matter of the same file; in a translation it holds the translated title.
  package let record: Record

  /// Makes the prose of a file.
  package init(record: Record, range: SourceRange) {
    path = record.path
    source = record.source
    self.range = range
    self.record = record
  }

  /// The title in the file's own language.
  package var title: String? { record.text("title") }

  /// The Markdown as text.
  package var text: String { source[range] }
}
