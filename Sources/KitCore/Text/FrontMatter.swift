/// Where the YAML at the top of a Markdown file stands.
package enum FrontMatter: Hashable, Sendable {
  /// The file does not begin with a line `---`.
  case none

  /// The YAML between the lines `---`, and where the Markdown after them begins.
  case found(yaml: SourceRange, body: Int)

  /// The file begins with a line `---` that no second one closes; all of it is body.
  case unclosed(SourcePlace)

  /// Looks for front matter: a first line `---`, closed by the next line that is `---` or `...`.
  package init(in source: SourceText) {
    guard FrontMatter.isFence(source, line: 0, allowing: ["---"]) else {
      self = .none
      return
    }
    for line in 1..<max(source.lineStarts.count, 1)
    where FrontMatter.isFence(source, line: line, allowing: ["---", "..."]) {
      self = .found(
        yaml: source.line(0).upperBound..<source.lineStarts[line], body: source.line(line).upperBound)
      return
    }
    self = .unclosed(SourcePlace(line: 1, column: 1))
  }

  private static func isFence(_ source: SourceText, line: Int, allowing fences: [String]) -> Bool {
    let contents = source.lineContents(line)
    var end = contents.upperBound
    while end > contents.lowerBound, source.bytes[end - 1] == 0x20 || source.bytes[end - 1] == 0x09 {
      end -= 1
    }
    guard end - contents.lowerBound == 3 else { return false }
    return fences.contains(source[contents.lowerBound..<end])
  }
}
