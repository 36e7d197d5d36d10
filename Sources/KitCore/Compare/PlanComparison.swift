/// Compares two versions of a session plan: its blocks by id, their order, and what they do to the time.
struct PlanComparison {
  private let start: ClockTime?
  private var tree = TreeComparison()
  /// What changed, in the order of the new plan.
  var changes: [Change] { tree.changes }

  /// - Parameters:
  ///   - start: When the session begins, if that is known; then ends are told as clock times.
  init(old: YAMLValue, new: YAMLValue, at part: ComparedPart, start: ClockTime?) {
    self.start = start
    tree.compare(old.without("blocks"), new.without("blocks"), at: part)
    let before = Self.blocks(of: old)
    let after = Self.blocks(of: new)
    let retimedBefore = tree.changes.count
    compareBlocks(before, after, at: part)
    tellTheTime(before, after, at: part, since: retimedBefore)
  }

  /// A block, as far as the order and the time of a plan go.
  private struct Block {
    let id: String
    let title: String
    let kind: String
    let minutes: Int
    let value: YAMLValue
  }

  private static func blocks(of plan: YAMLValue) -> [Block] {
    guard case .sequence(let items)? = plan["blocks"] else { return [] }
    return items.map { item in
      let id = item["id"]?.text ?? ""
      return Block(
        id: id, title: item["title"]?.text ?? id, kind: item["kind"]?.text ?? "",
        minutes: item["minutes"]?.text.flatMap { Int($0) } ?? 0, value: item)
    }
  }

  private mutating func compareBlocks(_ before: [Block], _ after: [Block], at plan: ComparedPart) {
    let renamed = Self.renamed(before, after)
    let match = SequenceMatch(
      old: before.map { block in .init(key: renamed[block.id] ?? block.id) { block.value.allWords } },
      new: after.map { block in .init(key: block.id) { block.value.allWords } })
    let partners = match.partners
    for position in after.indices {
      let block = after[position]
      let part = plan.part(id: block.id, title: block.title)
      guard let from = partners[position].map({ before[$0] }) else {
        tree.add(
          part.change(.added, "added\(Self.place(position, in: after)) (\(block.minutes) minutes)"))
        continue
      }
      if from.id != block.id {
        tree.add(part.change(.renamed, "its id was “\(from.id)” before", before: from.id, after: block.id))
      }
      if from.title != block.title {
        tree.add(part.change(.renamed, "was “\(from.title)” before", before: from.title, after: block.title))
      }
      tree.compare(
        from.value.without("id").without("title"), block.value.without("id").without("title"), at: part)
      if match.moved.contains(position) {
        tree.add(part.change(.moved, "moved" + Self.place(position, in: after)))
      }
    }
    for position in match.removed {
      let block = before[position]
      tree.add(
        plan.part(id: block.id, title: block.title).change(.removed, "removed (\(block.minutes) minutes)"))
    }
  }

  /// New ids by old ones, of blocks that kept a title which no other block has: the same work under a mended id.
  private static func renamed(_ before: [Block], _ after: [Block]) -> [String: String] {
    let (oldIDs, newIDs) = (Set(before.map(\.id)), Set(after.map(\.id)))
    func byTitle(_ blocks: [Block], without others: Set<String>) -> [String: [String]] {
      Dictionary(grouping: blocks.filter { !others.contains($0.id) }, by: \.title).mapValues { $0.map(\.id) }
    }
    let fresh = byTitle(after, without: oldIDs)
    var renamed: [String: String] = [:]
    for (title, gone) in byTitle(before, without: newIDs) where gone.count == 1 && fresh[title]?.count == 1 {
      renamed[gone[0]] = fresh[title]?.first
    }
    return renamed
  }

  /// ` before the break`, ` after “Welcome”`, ` to the start`: where a block stands now.
  private static func place(_ position: Int, in blocks: [Block]) -> String {
    if position == 0 { return " to the start" }
    if position + 1 < blocks.count, blocks[position + 1].kind == "break" { return " before the break" }
    if blocks[position - 1].kind == "break" { return " after the break" }
    if position + 1 == blocks.count { return " to the end" }
    return " after “\(blocks[position - 1].title)”"
  }

  /// Says what all changes together do to the end of the session, once.
  private mutating func tellTheTime(
    _ before: [Block], _ after: [Block], at plan: ComparedPart, since first: Int
  ) {
    let (old, new) = (before.map(\.minutes).reduce(0, +), after.map(\.minutes).reduce(0, +))
    guard old != new else { return }
    let effect =
      if let start {
        "the session now ends at \(start.adding(minutes: new)) instead of \(start.adding(minutes: old))"
      } else {
        "the session now takes \(new) minutes instead of \(old)"
      }
    let timed = tree.changes.indices.dropFirst(first).filter { changesTheTime(tree.changes[$0]) }
    if timed.count == 1, let only = timed.first {
      tree.extend(only, with: "; " + effect)
    } else {
      tree.add(
        Change(
          kind: .retimed, path: plan.path, address: plan.address, subject: [], what: effect,
          before: String(old), after: String(new)))
    }
  }

  private func changesTheTime(_ change: Change) -> Bool {
    guard let address = change.address, let inner = address.split(separator: "#", maxSplits: 1).last else {
      return false
    }
    switch change.kind {
    case .retimed: return inner.hasSuffix(".minutes") && inner.count { $0 == "." } == 1
    case .added, .removed: return !inner.contains(".") && !inner.contains("/")
    default: return false
    }
  }
}

extension YAMLValue {
  /// The value without one of its keys.
  fileprivate func without(_ key: String) -> YAMLValue {
    guard case .mapping(let fields) = self else { return self }
    return .mapping(fields.filter { $0.name != key })
  }
}
