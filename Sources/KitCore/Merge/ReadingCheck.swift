/// Whether a merged text can be read by the real reader of its format.
struct ReadingCheck {
  let format: MergeFormat

  /// Whether the result reads as YAML, or its front matter does; nothing is asked of it where ours does not.
  ///
  /// A key that stands twice is such a fault: two line changes that git takes side by side can make one. What
  /// arrives may be damaged; a file of ours that could be read never becomes one that cannot.
  func isSound(_ result: [UInt8], ours: [UInt8]) -> Bool {
    reads(result) || !reads(ours)
  }

  private func reads(_ bytes: [UInt8]) -> Bool {
    var yaml = bytes
    if format == .markdown {
      guard bytes.starts(with: [0x2D, 0x2D, 0x2D]) else { return true }
      let document = MarkdownDocument(bytes)
      guard document.frontMatter != nil else { return !document.hasUnclosedFrontMatter }
      yaml = Array(bytes[document.frontMatterBody])
    }
    return (try? YAMLDocument.read(yaml, options: .any)) != nil
  }
}
