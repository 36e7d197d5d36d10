/// Finds the sections of a document among its blocks.
enum MarkdownSections {
  static func read(blocks: [MarkdownBlock], bytes: [UInt8]) -> [MarkdownSection] {
    let headings = blocks.indices.filter { if case .heading = blocks[$0].kind { true } else { false } }
    var names = SectionNames()
    var fullEnd = [Int](repeating: bytes.count, count: headings.count)
    var parents = [Int?](repeating: nil, count: headings.count)
    var open: [Int] = []
    for (order, block) in headings.enumerated() {
      while let last = open.last, level(blocks[headings[last]]) >= level(blocks[block]) {
        fullEnd[last] = blocks[block].gap.lowerBound
        open.removeLast()
      }
      parents[order] = open.last
      open.append(order)
    }
    return headings.enumerated().map { order, block in
      let next = order + 1 < headings.count ? headings[order + 1] : blocks.count
      let end = next < blocks.count ? blocks[next].gap.lowerBound : bytes.count
      let start = blocks[block].range.lowerBound
      let (title, id) = HeadingText.split(String(decoding: bytes[blocks[block].content], as: UTF8.self))
      return MarkdownSection(
        title: title, level: level(blocks[block]), slug: names.next(for: id ?? title, isGiven: id != nil),
        hasExplicitID: id != nil, headingBlock: block, body: block + 1..<next, ownRange: start..<end,
        fullRange: start..<fullEnd[order], parent: parents[order])
    }
  }

  private static func level(_ block: MarkdownBlock) -> Int {
    if case .heading(let level) = block.kind { level } else { 7 }
  }
}

/// Gives each section of a document a name of its own.
struct SectionNames {
  private var counts: [String: Int] = [:]
  private var taken: Set<String> = []

  /// The name for the next section, from its id or its title.
  mutating func next(for text: String, isGiven: Bool) -> String {
    let plain = isGiven ? text : HeadingText.slug(text)
    let name = plain.isEmpty ? "section" : plain
    var count = counts[name, default: 0]
    var candidate = name
    repeat {
      count += 1
      candidate = count == 1 ? name : "\(name)-\(count)"
    } while taken.contains(candidate)
    counts[name] = count
    taken.insert(candidate)
    return candidate
  }
}

/// The words of a heading.
package enum HeadingText {
  /// The heading's text without closing marks, and its `{#id}` if it has one.
  static func split(_ text: String) -> (title: String, id: String?) {
    var scalars = Array(text.unicodeScalars)
    func trim() {
      while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    }
    trim()
    var id: String?
    if scalars.last == "}", let open = scalars.lastIndex(of: "{") {
      let inner = scalars[(open + 1)..<(scalars.count - 1)]
      if let mark = inner.firstIndex(of: "#") {
        var name = String.UnicodeScalarView()
        for scalar in inner[(mark + 1)...] {
          guard scalar != " ", scalar != "." else { break }
          name.append(scalar)
        }
        if !name.isEmpty { id = String(name) }
      }
      if id != nil || inner.first == ":" || inner.first == "." {
        scalars.removeSubrange(open...)
        trim()
      }
    }
    let marks = scalars.reversed().prefix { $0 == "#" }.count
    if marks > 0, marks == scalars.count || scalars[scalars.count - marks - 1] == " " {
      scalars.removeLast(marks)
      trim()
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return (String(view), id)
  }

  /// A name made of a title: lower-case letters, digits and single hyphens; letters of any script stay.
  package static func slug(_ title: String) -> String {
    var slug = String.UnicodeScalarView()
    var pending = false
    for scalar in title.lowercased().unicodeScalars {
      if scalar.isWordPart, scalar != "_" {
        if pending, !slug.isEmpty { slug.append("-") }
        pending = false
        slug.append(scalar)
      } else if scalar != "'", scalar != "’" {
        pending = true
      }
    }
    return String(slug)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is part of a word: a letter, a digit, a mark upon one, or `_`.
  var isWordPart: Bool {
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      return byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default:
      return false
    }
  }
}
