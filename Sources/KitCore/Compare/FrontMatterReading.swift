/// The data at the top of a Markdown file, as far as it can be read.
enum FrontMatterReading: Equatable {
  case missing
  case value(YAMLValue)
  /// Where and why not.
  case unreadable(String)

  init(_ bytes: [UInt8]) {
    guard let source = try? SourceText(bytes), case .found(let yaml, _) = FrontMatter(in: source) else {
      self = .missing
      return
    }
    do throws(YAMLFault) {
      self = .value(try YAMLDocument.read(source, in: yaml, options: .any).root.value)
    } catch {
      self = .unreadable(error.brief)
    }
  }

  var value: YAMLValue? {
    if case .value(let value) = self { value } else { nil }
  }
}

/// What a file calls itself.
enum FileTitle {
  /// The data at the top of a Markdown file, or `nil` without any that can be read.
  static func frontMatter(of bytes: [UInt8]) -> YAMLValue? { FrontMatterReading(bytes).value }

  /// The value at the top of the file that says what it is, or `nil`.
  static func facts(of bytes: [UInt8], path: String) -> YAMLValue? {
    path.hasSuffix(".md") ? frontMatter(of: bytes) : try? YAMLDocument.read(bytes, options: .any).root.value
  }
}
