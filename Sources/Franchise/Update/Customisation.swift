internal import Git
internal import KitCore

/// What customisations.yaml says of a part that is the group's for good.
struct Customisation: Hashable, Sendable {
  /// The part's address, as written.
  var part: String
  /// Why it stays.
  var because: String

  /// The parts that a group keeps for good, in the order of the file; none where it cannot be read.
  static func forGood(in tree: KitTree, _ repository: isolated Repository) throws(GitError) -> [Customisation]
  {
    guard let file = tree.files["customisations.yaml"] else { return [] }
    return forGood(in: try repository.blob(file.id))
  }

  /// The same from the bytes of the file.
  static func forGood(in bytes: [UInt8]) -> [Customisation] {
    let parts = (try? YAMLDocument.read(bytes))?.root["parts"]?.sequence?.items ?? []
    return parts.compactMap { (item: YAMLItem) -> Customisation? in
      guard item.value["kind"]?.text == Customisations.Kind.oursForGood.rawValue,
        let part = item.value["part"]?.text?.trimmed, !part.isEmpty
      else { return nil }
      return Customisation(part: part, because: item.value["because"]?.text ?? "")
    }
  }
}
