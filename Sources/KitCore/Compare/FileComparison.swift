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
    changes = old == new ? [] : Self.emptied(part, old, new) ?? Self.compare(part, old, new, start)
  }

  /// What there is to tell of a file that has nothing in it any more, or had nothing before.
  private static func emptied(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8]) -> [Change]? {
    let (isOldEmpty, isNewEmpty) = (old.allSatisfy(\.isBlank), new.allSatisfy(\.isBlank))
    guard isOldEmpty != isNewEmpty else { return nil }
    let full = isNewEmpty ? old : new
    let facts = FileTitle.facts(of: full, path: part.path)
    let outline = FileOutline(full, path: part.path, facts: facts).lines
    let much = outline.first ?? "something"
    var change = part.change(
      isNewEmpty ? .removed : .added,
      isNewEmpty ? "nothing is left in it; it had \(much)" : "it was empty and now has \(much)")
    change.subject = [facts?["title"]?.text?.oneLine ?? part.path]
    change.fileTitle = facts?["title"]?.text?.oneLine
    change.outline = outline
    return [change]
  }

  private static func compare(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8], _ start: ClockTime?)
    -> [Change]
  {
    if part.path.hasSuffix(".md") || part.path.hasSuffix(".markdown") {
      guard old.isText, new.isText else { return bytes(part, old, new) }
      return prose(part, old, new)
    }
    if part.path.hasSuffix(".yaml") || part.path.hasSuffix(".yml") {
      return data(part, old, new, start)
    }
    return old.isText && new.isText ? lines(part, old, new) : bytes(part, old, new)
  }

  private static func data(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8], _ start: ClockTime?)
    -> [Change]
  {
    let before: YAMLValue
    let after: YAMLValue
    do throws(UnreadableVersion) {
      before = try UnreadableVersion.value(of: old, called: "old")
      after = try UnreadableVersion.value(of: new, called: "new")
      try UnreadableVersion.check(before, after)
    } catch {
      guard old.isText, new.isText else { return bytes(part, old, new) }
      let lines = lines(part, old, new)
      let found = lines.isEmpty ? "; its lines differ in white space only" : "; its lines are compared"
      var change = part.change(.changed, error.sentence + found)
      change.subject = [part.path]
      return [change] + lines
    }
    if after.isPlan || before.isPlan {
      return titled(PlanComparison(old: before, new: after, at: part, start: start).changes, after, before)
    }
    var place = part
    place.subject = after["title"]?.text.map { [$0.oneLine] } ?? []
    var tree = TreeComparison()
    tree.compare(before, after, at: place)
    return titled(tree.changes, after, before)
  }

  /// The changes with the file's own title, now or last.
  private static func titled(_ changes: [Change], _ after: YAMLValue?, _ before: YAMLValue?) -> [Change] {
    guard let title = (after?["title"] ?? before?["title"])?.text, !title.isEmpty else { return changes }
    return changes.map { change in
      var change = change
      change.fileTitle = title.oneLine
      return change
    }
  }

  private static func prose(_ part: ComparedPart, _ old: [UInt8], _ new: [UInt8]) -> [Change] {
    let (before, after) = (FrontMatterReading(old), FrontMatterReading(new))
    var place = part
    place.subject = [after.value?["title"]?.text?.oneLine ?? part.path]
    let changes = topData(place, before, after) + ProseComparison(old: old, new: new, at: place).changes
    return titled(changes, after.value, before.value)
  }

  /// What changed in the data at the top of a Markdown file.
  private static func topData(_ part: ComparedPart, _ before: FrontMatterReading, _ after: FrontMatterReading)
    -> [Change]
  {
    if before == after { return [] }
    var top = part
    top.fields = ["data at the top"]
    switch (before, after) {
    case (.value(let old), .value(let new)):
      var tree = TreeComparison()
      tree.compare(old, new, at: part)
      return tree.changes
    case (.unreadable(let fault), _):
      return [top.change(.changed, "cannot be read in the old version (\(fault))")]
    case (_, .unreadable(let fault)):
      return [top.change(.changed, "cannot be read in the new version (\(fault))")]
    case (.missing, _): return [top.change(.added, "added")]
    case (_, .missing): return [top.change(.removed, "removed")]
    }
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
  var isText: Bool { !contains(0) && String(validating: self, as: UTF8.self) != nil }
}
