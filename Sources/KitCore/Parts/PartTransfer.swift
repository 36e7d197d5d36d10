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
    let form = TextForm(of: target)
    let (new, old) = (TextForm(of: source).plain(source), form.plain(target))
    let (newParts, oldParts) = (FilePart.all(in: new, format), FilePart.all(in: old, format))
    let wanted = newParts.firstIndex { $0.isNamed(inside, field) }
    let present = oldParts.firstIndex { $0.isNamed(inside, field) }
    let result: [UInt8]
    switch (wanted, present) {
    case (nil, nil): throw .unknown
    case (let wanted?, let present?):
      let part = oldParts[present]
      var changed = old
      changed.replaceSubrange(part.range, with: lines(of: newParts[wanted], new, as: part, old))
      result = changed
    case (nil, let present?): result = removing(oldParts[present], from: old)
    case (let wanted?, nil): result = try inserting(wanted, newParts, new, into: oldParts, old)
    }
    let written = form.written(result)
    try verify(written, FilePart.Name(inside: inside, field: field), source: source, target: target)
    return written
  }

  /// The lines of a part as they stand at the place of another: behind its dash, or with its indentation.
  private func lines(of part: FilePart, _ bytes: [UInt8], as other: FilePart, _ old: [UInt8]) -> [UInt8] {
    var text = Array(bytes[part.range])
    let wasInLine = startsInLine(other, old)
    switch (startsInLine(part, bytes), wasInLine) {
    case (false, true): text = Array(text.drop { $0 == 0x20 })
    case (true, false): text = [UInt8](repeating: 0x20, count: other.indent) + text
    default: break
    }
    return text
  }

  private func startsInLine(_ part: FilePart, _ bytes: [UInt8]) -> Bool {
    part.range.lowerBound > 0 && bytes[part.range.lowerBound - 1] != 0x0A
  }

  private func removing(_ part: FilePart, from old: [UInt8]) -> [UInt8] {
    var end = part.range.upperBound
    // The blank lines behind a section go with it, and those behind a list's entry where there are some before it.
    while end < old.count, old[end] == 0x0A, format == .markdown || endsBlank(old[..<part.range.lowerBound]) {
      end += 1
    }
    var result = old
    result.removeSubrange(part.range.lowerBound..<end)
    while result.count > 1, result.suffix(2) == [0x0A, 0x0A], end == old.count { result.removeLast() }
    return result
  }

  private func endsBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.suffix(2) == [0x0A, 0x0A] }

  /// The version with a part that it does not have: behind the neighbour that stands before it in the source.
  private func inserting(
    _ wanted: Int, _ newParts: [FilePart], _ new: [UInt8], into oldParts: [FilePart], _ old: [UInt8]
  ) throws(Problem) -> [UInt8] {
    let part = newParts[wanted]
    func isSibling(_ other: FilePart) -> Bool {
      other.parent == part.parent && other.field.isEmpty == part.field.isEmpty
        && (format == .yaml || other.inside.isEmpty == part.inside.isEmpty)
    }
    func known(_ other: FilePart) -> FilePart? {
      isSibling(other) ? oldParts.first { $0.isNamed(other.inside, other.field) } : nil
    }
    var text = Array(new[part.range])
    if startsInLine(part, new) { text = [UInt8](repeating: 0x20, count: part.indent) + text }
    if text.last != 0x0A { text.append(0x0A) }
    let blank: [UInt8] = format == .markdown && !part.inside.isEmpty ? [0x0A] : []
    var result = old
    if let before = newParts[..<wanted].reversed().lazy.compactMap(known).first {
      let place = before.range.upperBound
      let lead: [UInt8] = place > 0 && old[place - 1] != 0x0A ? [0x0A] : []
      result.insert(contentsOf: lead + blank + text, at: place)
    } else if let after = newParts[(wanted + 1)...].lazy.compactMap(known).first, !startsInLine(after, old) {
      result.insert(contentsOf: text + blank, at: after.range.lowerBound)
    } else if format == .markdown, part.field.isEmpty {
      result += blank + text
    } else {
      throw .notAlone
    }
    return result
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
