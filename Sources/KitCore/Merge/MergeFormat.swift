/// How a document is cut into units for merging.
package enum MergeFormat: Sendable, Equatable {
  /// Markdown, with or without front matter.
  case markdown
  /// YAML, of a kit or of any other repository.
  case yaml
  /// Text of another kind: only lines are merged.
  case lines
  /// Anything else: the same change twice is agreed, all else is a clash of the whole file.
  case whole

  /// The format that a file's name tells.
  package init(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    switch ending {
    case "md", "markdown", "mdown", "mkd", "rmd", "qmd", "mdx": self = .markdown
    case "yaml", "yml": self = .yaml
    case "png", "jpg", "jpeg", "gif", "webp", "pdf", "docx", "odt", "pptx", "odp", "xlsx", "ods", "zip",
      "mp3",
      "mp4", "woff", "woff2", "ttf":
      self = .whole
    default: self = .lines
    }
  }
}
