extension YAMLDocument {
  /// The document with the value at a path as another document has it: with its comments, at its place among its
  /// like, or without it where the other has none.
  ///
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  func taking(_ path: YAMLPath, from other: YAMLDocument) throws(YAMLEditFault) -> YAMLDocument {
    switch (node(at: path), other.node(at: path)) {
    case (nil, nil): self
    case (_?, nil): try takingOut(path, as: other)
    case (nil, let theirs?): try bringingIn(path, theirs, from: other)
    case (_?, let theirs?): try replacing(path, theirs, from: other).placing(path, as: other)
    }
  }

  /// The last item of a list that the other does not have goes with its list.
  private func takingOut(_ path: YAMLPath, as other: YAMLDocument) throws(YAMLEditFault) -> YAMLDocument {
    let parent = path.parent
    let isLast = node(at: parent)?.children.count == 1
    return try removing(isLast && !parent.steps.isEmpty && other.node(at: parent) == nil ? parent : path)
  }

  private func bringingIn(
    _ path: YAMLPath, _ theirs: YAMLNode, from other: YAMLDocument
  ) throws(YAMLEditFault) -> YAMLDocument {
    let parent = path.parent
    guard node(at: parent) != nil else { return try bringingIn(listOf: path, from: other) }
    guard case .key(let key) = path.steps.last else {
      let index = index(for: path, as: other)
      guard let item = other.item(at: path), let lines = other.lines(of: item) else {
        return try inserting(theirs.value, at: index, in: parent)
      }
      return try inserting(lines: other.text(of: lines), at: index, in: parent)
    }
    let position = position(of: key, in: parent, as: other)
    guard let entry = other.node(at: parent)?.mapping?[key], let lines = other.lines(of: entry) else {
      return try inserting(YAMLField(key, theirs.value), position, in: parent)
    }
    return try inserting(lines: other.text(of: lines), position, in: parent)
  }

  /// Begins the list that an item stands in, with that item alone. A mapping says little by one of its keys alone.
  private func bringingIn(listOf path: YAMLPath, from other: YAMLDocument) throws(YAMLEditFault)
    -> YAMLDocument
  {
    let list = path.parent
    guard case .id = path.steps.last, case .key(let key) = list.steps.last, node(at: list.parent) != nil,
      let item = other.item(at: path)
    else { throw fault(.nothingThere, path, at: root) }
    let position = position(of: key, in: list.parent, as: other)
    guard let lines = other.lines(of: item) else {
      return try inserting(YAMLField(key, .sequence([item.value.value])), position, in: list.parent)
    }
    return try inserting(YAMLField(key, .nothing), position, in: list.parent)
      .inserting(lines: other.text(of: lines), at: 0, in: list)
  }

  private func position(of key: String, in parent: YAMLPath, as other: YAMLDocument) -> YAMLPosition {
    let names = other.node(at: parent)?.mapping?.entries.compactMap(\.key.text) ?? []
    let present = node(at: parent)?.mapping?.entries.compactMap(\.key.text) ?? []
    return switch Neighbour.of(key, in: names, among: present) {
    case .after(let name): .after(name)
    case .before(let name): .before(name)
    case .anywhere: .last
    }
  }

  private func replacing(
    _ path: YAMLPath, _ theirs: YAMLNode, from other: YAMLDocument
  ) throws(YAMLEditFault) -> YAMLDocument {
    guard let child = child(at: path), let source = other.child(at: path), let slot = slot(of: child),
      let text = other.slot(of: source), let ours = node(at: path), isInLines(child, ours),
      other.isInLines(source, theirs),
      column(at: child.range.lowerBound) == other.column(at: source.range.lowerBound)
    else { return try setting(theirs.value, at: path) }
    if bytes[slot] == other.bytes[text] { return self }
    let site = try site(path)
    let whole = root.value.changing(at: site.positions[...]) { (_: YAMLValue) -> YAMLValue in theirs.value }
    let words = relined(other.text(of: text))
    do throws(YAMLEditFault) {
      return try edited(to: whole, path, at: ours) { (_: YAMLWriter) -> [YAMLSplice]? in
        [YAMLSplice(slot, words)]
      }
    } catch {
      return try setting(theirs.value, at: path)
    }
  }

  /// Whether the child has its lines to itself, so that they can be exchanged whole.
  private func isInLines(_ child: YAMLChild, _ node: YAMLNode) -> Bool {
    lines(child) != nil || node.mapping?.layout == .block || node.sequence?.layout == .block
  }

  /// Moves an item of a list behind the one that it follows in the other document, if it does not stand there.
  private func placing(_ path: YAMLPath, as other: YAMLDocument) throws(YAMLEditFault) -> YAMLDocument {
    guard case .id(let id) = path.steps.last, let items = node(at: path.parent)?.sequence?.items,
      let place = items.firstIndex(where: { $0.value["id"]?.text == id })
    else { return self }
    let ours = items.map { $0.value["id"]?.text ?? "" }
    let theirs = other.node(at: path.parent)?.sequence?.items.map { $0.value["id"]?.text ?? "" } ?? []
    let common = ours.filter { theirs.contains($0) }
    guard
      Neighbour.before(id, in: common) != Neighbour.before(id, in: theirs.filter { ours.contains($0) })
    else { return self }
    let target = index(for: path, as: other)
    return try moving(path, to: target > place ? target - 1 : target)
  }

  /// Where an item of the other's list belongs in ours, which may have it elsewhere.
  private func index(for path: YAMLPath, as other: YAMLDocument) -> Int {
    let ours = node(at: path.parent)?.sequence?.items.map { $0.value["id"]?.text ?? "" } ?? []
    guard case .id(let id) = path.steps.last else { return ours.count }
    let theirs = other.node(at: path.parent)?.sequence?.items.map { $0.value["id"]?.text ?? "" } ?? []
    switch Neighbour.of(id, in: theirs, among: ours.filter { $0 != id }) {
    case .after(let name): return (ours.firstIndex(of: name) ?? ours.count - 1) + 1
    case .before(let name): return ours.firstIndex(of: name) ?? 0
    case .anywhere: return ours.count
    }
  }

  private func item(at path: YAMLPath) -> YAMLItem? {
    guard case .id(let id) = path.steps.last, let list = node(at: path.parent)?.sequence else { return nil }
    return list.index(ofID: id).map { list.items[$0] }
  }

  private func child(at path: YAMLPath) -> YAMLChild? {
    guard let parent = node(at: path.parent), !path.steps.isEmpty else { return nil }
    switch path.steps.last {
    case .key(let key): return parent.mapping?.index(ofKey: key).map { parent.children[$0] }
    case .id(let id): return parent.sequence?.index(ofID: id).map { parent.children[$0] }
    default: return nil
    }
  }

  /// The text with this document's line ends.
  private func relined(_ text: String) -> String {
    let bytes = text.utf8.filter { (byte: UInt8) -> Bool in byte != 0x0D }
    return joined(
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
        (line: ArraySlice<UInt8>) -> String in String(decoding: line, as: UTF8.self)
      })
  }
}

/// Where something belongs among its like, by what stands beside it in another order of them.
enum Neighbour: Equatable {
  case after(String)
  case before(String)
  case anywhere

  /// The nearest one before `name` in `order` that is `among` those that are there; else the nearest one after it.
  static func of(_ name: String, in order: [String], among present: [String]) -> Neighbour {
    guard let index = order.firstIndex(of: name) else { return .anywhere }
    if let before = order[..<index].last(where: { present.contains($0) }) { return .after(before) }
    return order[(index + 1)...].first { present.contains($0) }.map { .before($0) } ?? .anywhere
  }

  /// What stands directly before `name`; `nil` where it comes first.
  static func before(_ name: String, in order: [String]) -> String? {
    order.firstIndex(of: name).flatMap { $0 > 0 ? order[$0 - 1] : nil }
  }
}
