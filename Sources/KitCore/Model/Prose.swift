/// The Markdown of a file: what stands after its front matter.
package struct Prose: Sendable {
  /// The file inside the kit.
  package let path: KitPath
  /// The text of the whole file.
  package let source: SourceText
  /// The bytes of the Markdown.
  package let range: SourceRange

  /// Makes the prose of a file.
  package init(path: KitPath, source: SourceText, range: SourceRange) {
    self.path = path
    self.source = source
    self.range = range
  }

  /// The Markdown as text.
  package var text: String { source[range] }
}
