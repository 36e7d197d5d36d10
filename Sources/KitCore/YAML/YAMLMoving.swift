extension YAMLDocument {
  /// The document with the item at a path moved within its list, so that it stands at `index` (counted from 0, after
  /// the move). The comments that describe an item go with it; blank lines between items stay where they are.
  ///
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func moving(_ path: YAMLPath, to index: Int) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    let parent = try self.site(path.parent)
    guard let from = site.positions.last, let count = parent.node.sequence?.items.count else {
      throw fault(.notAList, path.parent, at: parent.node)
    }
    guard (0..<count).contains(index) else {
      throw fault(.noSuchPosition(index), path.parent, at: parent.node)
    }
    if from == index { return self }
    var order = Array(0..<count)
    order.insert(order.remove(at: from), at: index)
    return try reordering(path.parent, order)
  }

  /// The document with the items of the list, or the entries of the mapping, at a path in another order.
  ///
  /// - Parameters:
  ///   - path: The list or mapping.
  ///   - order: For each new position the present one; each exactly once.
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func reordering(_ path: YAMLPath, _ order: [Int]) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    let children = site.node.children
    guard order.sorted() == Array(children.indices) else {
      throw fault(.noSuchPosition(order.max() ?? 0), path, at: site.node)
    }
    if order == Array(children.indices) { return self }
    let whole = root.value.changing(at: site.positions[...]) { (old: YAMLValue) -> YAMLValue in
      if site.node.sequence == nil {
        return old.withFields { (fields: inout [YAMLField]) in
          let present = fields
          fields = order.map { (index: Int) -> YAMLField in present[index] }
        }
      }
      return old.withItems { (items: inout [YAMLValue]) in
        let present = items
        items = order.map { (index: Int) -> YAMLValue in present[index] }
      }
    }
    return try edited(to: whole, path, at: site.node) { (_: YAMLWriter) -> [YAMLSplice]? in
      let slots = children.compactMap { (child: YAMLChild) -> SourceRange? in
        site.holdsFlow ? child.range : slot(of: child)
      }
      guard slots.count == children.count else { return nil }
      return zip(slots, order).map { (slot: SourceRange, index: Int) -> YAMLSplice in
        YAMLSplice(slot, bytes[slots[index]])
      }
    }
  }
}
