/// A value that is to be edited, with what it stands in.
struct YAMLSite {
  /// What the value stands in, directly.
  enum Parent {
    case document
    case entry(YAMLEntry, YAMLMapping)
    case item(YAMLItem, YAMLSequence)
  }

  let node: YAMLNode
  let parent: Parent

  /// The positions of entries and items on the way from the root.
  let positions: [Int]

  /// Whether the value stands, however deep, in brackets or braces.
  let isInFlow: Bool

  /// Whether the value, should it be a list or mapping, is written in flow style or stands in one.
  var holdsFlow: Bool {
    switch node.content {
    case .sequence(let sequence): isInFlow || sequence.layout != .block
    case .mapping(let mapping): isInFlow || mapping.layout != .block
    default: isInFlow
    }
  }
}

extension YAMLDocument {
  /// Goes along a path.
  func site(_ path: YAMLPath) throws(YAMLEditFault) -> YAMLSite {
    var site = YAMLSite(node: root, parent: .document, positions: [], isInFlow: false)
    for step in path.steps {
      guard let next = site.next(step) else { throw fault(.nothingThere, path, at: site.node) }
      site = next
    }
    return site
  }

  func fault(_ kind: YAMLEditFault.Kind, _ path: YAMLPath, at node: YAMLNode) -> YAMLEditFault {
    YAMLEditFault(kind: kind, path: path, place: place(of: node))
  }
}

extension YAMLSite {
  fileprivate func next(_ step: YAMLPath.Step) -> YAMLSite? {
    switch (node.content, step) {
    case (.mapping(let mapping), .key(let key)):
      guard let index = mapping.index(ofKey: key) else { return nil }
      let entry = mapping.entries[index]
      return YAMLSite(
        node: entry.value, parent: .entry(entry, mapping), positions: positions + [index], isInFlow: holdsFlow
      )
    case (.sequence(let sequence), .index(let index)) where sequence.items.indices.contains(index):
      return item(index, of: sequence)
    case (.sequence(let sequence), .id(let id)):
      return sequence.index(ofID: id).map { (index: Int) -> YAMLSite in item(index, of: sequence) }
    default: return nil
    }
  }

  private func item(_ index: Int, of sequence: YAMLSequence) -> YAMLSite {
    let item = sequence.items[index]
    return YAMLSite(
      node: item.value, parent: .item(item, sequence), positions: positions + [index], isInFlow: holdsFlow)
  }
}
