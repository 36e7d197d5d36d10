/// A part of a file that has an address, and the lines that are it.
struct FilePart {
  /// Where it is in the file: ids from the outermost, then keys.
  let inside: [String], field: [String]
  /// The bytes of it, whole lines except for the first field behind a dash.
  let range: Range<Int>
  /// The part that it stands in, as an index; `nil` at the top.
  let parent: Int?
  /// How many columns stand before it.
  let indent: Int

  /// The parts of a plain text (see ``TextForm``) in the order of the file, outer before inner.
  static func all(in bytes: [UInt8], _ format: MergeFormat) -> [FilePart] {
    guard format == .yaml || format == .markdown else { return [] }
    var lexicon = Lexicon()
    let document = UnitReader.read(bytes, format, &lexicon)
    var parts: [FilePart] = []
    for unit in document.units {
      if format == .yaml { add(unit, inside: [], field: [], parent: nil, bytes, to: &parts) }
      for kid in unit.kids where unit.kind == .frontMatter {
        add(kid, inside: [], field: [], parent: nil, bytes, to: &parts)
      }
    }
    guard format == .markdown else { return parts }
    return parts
      + MarkdownDocument(bytes).sections.map {
        FilePart(inside: [$0.slug], field: [], range: $0.ownRange, parent: nil, indent: 0)
      }
  }

  private static func add(
    _ unit: Unit, inside: [String], field: [String], parent: Int?, _ bytes: [UInt8],
    to parts: inout [FilePart]
  ) {
    var (inside, field, parent) = (inside, field, parent)
    switch unit.kind {
    case .field:
      let text = bytes[unit.whole].drop { $0.isBlank }
      field.append(String(decoding: text.prefix { $0 != UInt8(ascii: ":") && $0 != 0x0A }, as: UTF8.self))
    case .entry:
      guard let id = id(of: unit, in: bytes) else { return }
      (inside, field) = (inside + [id], [])
    default: return
    }
    parts.append(
      FilePart(inside: inside, field: field, range: unit.whole, parent: parent, indent: unit.indent))
    parent = parts.count - 1
    for kid in unit.kids { add(kid, inside: inside, field: field, parent: parent, bytes, to: &parts) }
  }

  private static func id(of entry: Unit, in bytes: [UInt8]) -> String? {
    for kid in entry.kids where kid.kind == .field && kid.kids.isEmpty {
      let text = bytes[kid.whole].drop { $0.isBlank }
      if text.starts(with: "id:".utf8) { return String(decoding: EntryName.value(text), as: UTF8.self) }
    }
    // `- { id: a, … }` stands on one line.
    guard let document = try? YAMLDocument.read(lines(of: entry, in: bytes), options: .any) else {
      return nil
    }
    return document.root[0]?["id"]?.text
  }

  private static func lines(of entry: Unit, in bytes: [UInt8]) -> [UInt8] { Array(bytes[entry.whole]) }

  /// What a part is called inside its file.
  struct Name: Hashable {
    let inside: [String], field: [String]

    /// Whether the other part is this one or stands inside it. A list that holds entries with ids contains them, too.
    func contains(_ other: Name) -> Bool {
      guard other.inside.starts(with: inside) else { return false }
      if other.inside.count > inside.count { return true }
      return other.field.starts(with: field)
    }
  }

  /// What it is called.
  var name: Name { Name(inside: inside, field: field) }

  func isNamed(_ inside: [String], _ field: [String]) -> Bool { self.inside == inside && self.field == field }
}
