/// Compares two versions of one file by what it is: a plan, other data, prose, or bytes.
package struct FileComparison: Sendable {
  /// What changed, in the order of the new version; empty where nothing but white space did.
  package let changes: [Change]

  /// Compares two versions.
  ///
  /// - Parameters:
  ///   - path: The file's path in the kit, or its name; its ending says how to read it.
  ///   - start: When sessions begin, if that is known; then ends are told as clock times.
  package init(path: String, old: [UInt8], new: [UInt8], start: ClockTime? = nil) {
    let part = ComparedPart(path: path, address: KitPart(path: path).address)
    changes = old == new ? [] : Self.compare(part, old, new, start)
  }

  private static func compare(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8], _ start: ClockTime?)
    -> [Change]
  {
    if part.path.hasSuffix(".md") || part.path.hasSuffix(".markdown") {
      guard old.isText, new.isText else { return bytes(part, old, new) }
      return prose(part, old, new)
    }
    if part.path.hasSuffix(".yaml") || part.path.hasSuffix(".yml") {
      guard let before = try? YAMLDocument.read(old, options: .any).root.value,
        let after = try? YAMLDocument.read(new, options: .any).root.value
      else { return old.isText && new.isText ? lines(part, old, new) : bytes(part, old, new) }
      if after["blocks"] != nil || before["blocks"] != nil {
        return PlanComparison(old: before, new: after, at: part, start: start).changes
      }
      var titled = part
      titled.subject = after["title"]?.text.map { [$0] } ?? []
      var tree = TreeComparison()
      tree.compare(before, after, at: titled)
      return tree.changes
    }
    return old.isText && new.isText ? lines(part, old, new) : bytes(part, old, new)
  }

  private static func prose(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8]) -> [Change] {
    let (before, after) = (FileTitle.frontMatter(of: old), FileTitle.frontMatter(of: new))
    var titled = part
    titled.subject = [after?["title"]?.text ?? part.path]
    var tree = TreeComparison()
    tree.compare(before, after, at: titled)
    return tree.changes + ProseComparison(old: old, new: new, at: titled).changes
  }

  private static func lines(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8]) -> [Change] {
    func pieces(_ bytes: [UInt8]) -> [PassageComparison.Piece] {
      bytes.split(separator: UInt8(ascii: "\n")).map {
        .init(noun: .line, text: String(decoding: $0, as: UTF8.self))
      }
    }
    let passage = PassageComparison(old: pieces(old), new: pieces(new))
    guard !passage.isEmpty else { return [] }
    var change = part.change(.changed, passage.summary)
    change.subject = [part.path]
    change.passages = passage.differences
    return [change]
  }

  private static func bytes(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8]) -> [Change] {
    var change = part.change(.changed, "replaced (\(size(old)) → \(size(new)))")
    change.subject = [part.path]
    return [change]
  }

  static func size(_ bytes: [UInt8]) -> String {
    bytes.count < 1000 ? Counting.count(bytes.count, "byte") : "\((bytes.count + 512) / 1024) KB"
  }
}

extension [UInt8] {
  /// Whether the bytes are UTF-8 without a zero byte.
  fileprivate var isText: Bool { !contains(0) && String(validating: self, as: UTF8.self) != nil }
}

/// What a file calls itself.
enum FileTitle {
  /// The data at the top of a Markdown file, or `nil` without any that can be read.
  static func frontMatter(of bytes: [UInt8]) -> YAMLValue? {
    guard let source = try? SourceText(bytes), case .found(let yaml, _) = FrontMatter(in: source) else {
      return nil
    }
    return try? YAMLDocument.read(source, in: yaml, options: .any).root.value
  }

  /// The value at the top of the file that says what it is, or `nil`.
  static func facts(of bytes: [UInt8], path: String) -> YAMLValue? {
    path.hasSuffix(".md") ? frontMatter(of: bytes) : try? YAMLDocument.read(bytes, options: .any).root.value
  }
}
