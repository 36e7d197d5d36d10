package import KitCore

/// One random edit of a file, with what must be true of its outcome.
package struct YAMLEditTrial {
  /// What kind of edit it was.
  package enum Kind: String, CaseIterable, Sendable {
    case setText, setLiteral, setCollection, insertItem, insertField, insertLines, rename, removeItem,
      removeField
    case moveItem
  }

  /// How it ended.
  package enum Outcome {
    /// The edit was made; what the file must say now.
    case made(YAMLDocument, expected: YAMLValue)
    /// The edit was refused and the file left alone.
    case refused(YAMLEditFault)
    /// A law was broken.
    case broken(String)
  }

  /// What kind of edit it was.
  package let kind: Kind

  /// What was done, for a report.
  package let story: String

  /// How it ended.
  package let outcome: Outcome

  /// Makes one edit of some kind at some place; `nil` if the file has no place for any.
  package init?(of document: YAMLDocument, _ dice: inout Dice) {
    let all = YAMLEditTrial.places(in: document.root)
    let kinds = Kind.allCases.filter { (kind: Kind) -> Bool in
      all.contains { (place: Place) -> Bool in place.suits(kind) }
    }
    guard !kinds.isEmpty else { return nil }
    let kind = dice.pick(kinds)
    let places = all.filter { (place: Place) -> Bool in place.suits(kind) }
    let place = dice.pick(places)
    let edit = YAMLEditTrial.edit(kind, at: place, &dice)
    self.kind = kind
    story = "\(kind.rawValue) at \(place.path): \(edit.story)"
    do {
      let edited = try edit.make(document)
      let old = document.root.value
      let expected = old.changed(at: place.positions[...], edit.expected)
      let broken = YAMLLaws(kind: kind, old: document, place: place, new: edited).broken
      outcome = broken.map { (law: String) -> Outcome in .broken(law) } ?? .made(edited, expected: expected)
    } catch let fault as YAMLEditFault {
      outcome = .refused(fault)
    } catch {
      outcome = .broken("another error: \(error)")
    }
  }

  // MARK: Places

  struct Place {
    let path: YAMLPath
    let positions: [Int]
    let node: YAMLNode
    let parent: YAMLNode?
    let isKeyed: Bool

    func suits(_ kind: Kind) -> Bool {
      let isBare = node.properties.isEmpty
      switch kind {
      case .setText, .setLiteral: return node.scalar != nil && isBare
      case .setCollection: return isBare && !positions.isEmpty
      case .insertItem: return node.sequence != nil
      case .insertLines: return node.sequence?.layout == .block
      case .insertField:
        return node.mapping.map { (mapping: YAMLMapping) -> Bool in mapping.layout != .pair } ?? false
      case .rename, .removeField: return isKeyed && parent?.mapping?.layout != .pair
      case .removeItem: return !isKeyed && !positions.isEmpty
      case .moveItem: return !isKeyed && (parent?.sequence?.items.count ?? 0) > 1
      }
    }
  }

  /// All values that a path of keys and positions reaches.
  static func places(in root: YAMLNode) -> [Place] {
    var places: [Place] = []
    var waiting = [Place(path: [], positions: [], node: root, parent: nil, isKeyed: false)]
    while let place = waiting.popLast() {
      places.append(place)
      for (index, entry) in (place.node.mapping?.entries ?? []).enumerated() {
        guard let key = entry.key.text else { continue }
        waiting.append(
          Place(
            path: place.path.appending(.key(key)), positions: place.positions + [index], node: entry.value,
            parent: place.node, isKeyed: true))
      }
      for (index, item) in (place.node.sequence?.items ?? []).enumerated() {
        waiting.append(
          Place(
            path: place.path.appending(.index(index)), positions: place.positions + [index], node: item.value,
            parent: place.node, isKeyed: false))
      }
    }
    return places
  }
}

extension YAMLValue {
  /// The value with what `change` makes of the value at a way of positions; with `nil`, that one is taken out. Written
  /// apart from KitCore's own, to be compared with it.
  func changed(at positions: ArraySlice<Int>, _ change: YAMLEditTrial.Change) -> YAMLValue {
    switch (self, positions.first) {
    case (.marked(let properties, let value), _):
      return .marked(properties, value.changed(at: positions, change))
    case (_, nil):
      return change.value(self)
    case (.sequence(var items), let position?):
      if positions.count == 1, let children = change.children {
        return .sequence(
          children(items.map { (item: YAMLValue) -> YAMLField in YAMLField("", item) }, position).map(\.value)
        )
      }
      items[position] = items[position].changed(at: positions.dropFirst(), change)
      return .sequence(items)
    case (.mapping(var fields), let position?):
      if positions.count == 1, let children = change.children { return .mapping(children(fields, position)) }
      fields[position].value = fields[position].value.changed(at: positions.dropFirst(), change)
      return .mapping(fields)
    default:
      return self
    }
  }
}
