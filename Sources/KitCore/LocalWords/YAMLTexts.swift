/// A walk over all pieces of text in data, without recursion.
enum YAMLTexts {
  /// Calls `body` for every key and every scalar, each with the way to it.
  static func visit(_ root: YAMLNode, _ body: (YAMLPath, YAMLNode, Bool) -> Void) {
    var waiting: [(path: YAMLPath, node: YAMLNode)] = [(YAMLPath(), root)]
    while let (path, node) = waiting.popLast() {
      switch node.content {
      case .scalar: body(path, node, false)
      case .sequence(let sequence):
        for (index, item) in sequence.items.enumerated() {
          waiting.append((path.appending(.index(index)), item.value))
        }
      case .mapping(let mapping):
        for entry in mapping.entries {
          body(path, entry.key, true)
          guard let key = entry.key.text else { continue }
          waiting.append((path.appending(.key(key)), entry.value))
        }
      case .alias: break
      }
    }
  }
}
