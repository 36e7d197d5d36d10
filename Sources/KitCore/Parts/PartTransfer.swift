/// Puts chosen parts of one version of a file into another version, and leaves the rest of that as it is.
package struct PartTransfer {
  /// Why a part cannot be taken alone.
  package enum Problem: Error, Hashable, Sendable {
    /// Neither version has such a part.
    case unknown
    /// The file would not be valid with that part alone, or would not say what was meant.
    case notAlone
  }

  private let format: MergeFormat

  /// A transfer between versions of a file; the ending of its path tells how it is read.
  package init(path: String) { format = MergeFormat(path: path) }

  /// The addresses of all parts of a file, inside and field as in ``Address``.
  package func parts(of bytes: [UInt8]) -> [(inside: [String], field: [String])] {
    FilePart.all(in: TextForm(of: bytes).plain(bytes), format).map { ($0.inside, $0.field) }
  }

  /// The bytes of a part; `nil` where there is no such part.
  package func text(of inside: [String], _ field: [String], in bytes: [UInt8]) -> [UInt8]? {
    let plain = TextForm(of: bytes).plain(bytes)
    return FilePart.all(in: plain, format).first { $0.isNamed(inside, field) }.map { Array(plain[$0.range]) }
  }

  /// A version with one part as the other version has it: put in, replaced, or taken out.
  ///
  /// - Parameters:
  ///   - source: The version that has the part as it is wanted.
  ///   - target: The version that is changed; its line ends stay.
  /// - Throws: ``Problem``.
  package func taking(
    _ inside: [String], _ field: [String], from source: [UInt8], into target: [UInt8]
  ) throws(Problem) -> [UInt8] {
    let written =
      format == .markdown && field.isEmpty
      ? try takingSection(inside, from: source, into: target)
      : try takingData(inside, field, from: source, into: target)
    try verify(written, FilePart.Name(inside: inside, field: field), source: source, target: target)
    return written
  }

  private func takingSection(
    _ inside: [String], from source: [UInt8], into target: [UInt8]
  ) throws(Problem) -> [UInt8] {
    let taking = SectionTaking(ours: target, theirs: source)
    guard let slug = inside.last, taking.knows(slug) else { throw .unknown }
    return taking.taking(slug)
  }

  /// A part of a data file, or of the data at the top of a text.
  private func takingData(
    _ inside: [String], _ field: [String], from source: [UInt8], into target: [UInt8]
  ) throws(Problem) -> [UInt8] {
    guard let theirs = data(of: source), let ours = data(of: target) else { throw .notAlone }
    guard let way = Self.way(inside, field, in: ours.root) ?? Self.way(inside, field, in: theirs.root) else {
      throw .unknown
    }
    do throws(YAMLEditFault) {
      return try ours.taking(way, from: theirs).bytes
    } catch {
      throw .notAlone
    }
  }

  private func data(of bytes: [UInt8]) -> YAMLDocument? {
    guard format == .markdown else { return try? YAMLDocument.read(bytes, options: .any) }
    guard let source = try? SourceText(bytes), case .found(let yaml, _) = FrontMatter(in: source) else {
      return nil
    }
    return try? YAMLDocument.read(source, in: yaml, options: .any)
  }

  /// The way to a part: through lists by id, then by keys; `nil` where it leads nowhere.
  private static func way(_ inside: [String], _ field: [String], in root: YAMLNode) -> YAMLPath? {
    var path = YAMLPath()
    var node = root
    for id in inside {
      guard let key = list(with: id, in: node), let item = node[key]?[.id(id)] else { return nil }
      path = path.appending(key).appending(.id(id))
      node = item
    }
    for key in field {
      guard let next = node[key] else { return nil }
      path = path.appending(.key(key))
      node = next
    }
    return path.steps.isEmpty ? nil : path
  }

  /// The key of the list that has an item with this id; a plan's blocks are looked through first.
  private static func list(with id: String, in node: YAMLNode) -> YAMLPath.Step? {
    let keys = node.mapping?.entries.compactMap(\.key.text) ?? []
    let ordered = keys.filter { $0 == "blocks" } + keys.filter { $0 != "blocks" }
    return ordered.first { (key: String) -> Bool in node[key]?.sequence?.index(ofID: id) != nil }
      .map { .key($0) }
  }

  /// Reads the result: it must be valid, hold that part as the source has it, and nothing else must have changed.
  private func verify(
    _ result: [UInt8], _ wanted: FilePart.Name, source: [UInt8], target: [UInt8]
  ) throws(Problem) {
    let (now, then, before) = (words(of: result), words(of: source), words(of: target))
    guard now[wanted] == then[wanted] else { throw .notAlone }
    for name in Set(now.keys).union(before.keys)
    where !name.contains(wanted) && !wanted.contains(name) && now[name] != before[name] {
      throw .notAlone
    }
    let isReadable =
      switch format {
      case .yaml: (try? YAMLDocument.read(result, options: .any)) != nil
      case .markdown: FileTitle.frontMatter(of: source) == nil || FileTitle.frontMatter(of: result) != nil
      default: true
      }
    guard isReadable else { throw .notAlone }
  }

  /// The parts of a text without their white space.
  private func words(of bytes: [UInt8]) -> [FilePart.Name: [UInt8]] {
    let plain = TextForm(of: bytes).plain(bytes)
    return Dictionary(FilePart.all(in: plain, format).map { ($0.name, plain[$0.range].filter { $0 > 0x20 }) })
    {
      first, _ in first
    }
  }
}
