/// What is in a file, in a few lines, for a file that came or went as a whole.
struct FileOutline {
  /// First how much there is, then the parts in order.
  let lines: [String]

  /// - Parameter facts: The data of the file, or at its top; `nil` where there is none that can be read.
  init(_ bytes: [UInt8], path: String, facts: YAMLValue?) {
    if !bytes.isText {
      lines = [FileComparison.size(bytes)]
    } else if MergeFormat(path: path) == .markdown {
      lines = Self.sections(MarkdownDocument(bytes))
    } else if case .sequence(let blocks)? = facts?["blocks"] {
      lines = Self.blocks(blocks)
    } else if MergeFormat(path: path) == .yaml, let facts, case .mapping(let fields) = facts {
      lines = Self.lists(fields, bytes)
    } else {
      lines = [Counting.count(Self.lineCount(bytes), "line")]
    }
  }

  private static func sections(_ document: MarkdownDocument) -> [String] {
    // Bars and marks that stand alone are no words; letters beyond ASCII are.
    let words = document.bytes[document.frontMatterEnd...].split(whereSeparator: \.isBlank).count { word in
      word.contains { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
    }
    let sections = document.sections
    if sections.isEmpty { return [Counting.count(words, "word")] }
    return [Counting.list([Counting.count(sections.count, "section"), Counting.count(words, "word")])]
      + sections.map(\.title)
  }

  private static func blocks(_ blocks: [YAMLValue]) -> [String] {
    let timed = blocks.map { $0["minutes"]?.text.flatMap { Int($0) } ?? 0 }
    let total = timed.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    let parts = zip(blocks, timed).map { (block: YAMLValue, minutes: Int) -> String in
      let title = (block["title"] ?? block["id"])?.text?.oneLine ?? "block"
      return "\(title) (\(Counting.minutes(minutes)))"
    }
    return ["\(Counting.count(blocks.count, "block")), \(Counting.minutes(total))"] + parts
  }

  private static func lists(_ fields: [YAMLField], _ bytes: [UInt8]) -> [String] {
    let counts = fields.compactMap { field -> String? in
      guard case .sequence(let entries) = field.value, let name = field.name, !entries.isEmpty else {
        return nil
      }
      let noun = FieldName.entry(of: name)
      return Counting.count(entries.count, noun) + (noun == "entry" ? " under “\(FieldName.of(name))”" : "")
    }
    return [counts.isEmpty ? Counting.count(lineCount(bytes), "line") : Counting.list(counts)]
  }

  private static func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 0x0A } + (bytes.last.map { $0 == 0x0A ? 0 : 1 } ?? 0)
  }
}

extension MarkdownDocument {
  /// Where the text begins, behind the front matter.
  fileprivate var frontMatterEnd: Int { frontMatter?.upperBound ?? 0 }
}
