internal import Git

/// Looks through all that a kit's refs lead to for pieces that are missing or damaged.
struct ObjectCheck: Sendable {
  /// Pieces that something refers to and that are not stored, in the order in which they were found.
  private(set) var missing: [ObjectID] = []
  /// Pieces that are stored and are not what their names say.
  private(set) var damaged: [ObjectID] = []
  /// Pieces that were taken from another repository, with what they are.
  private(set) var rescued = ObjectBatch()
  /// Every piece that is needed and can be read.
  private(set) var sound: [ObjectID] = []

  /// Whether nothing is wrong.
  var isSound: Bool { missing.isEmpty && damaged.isEmpty }

  /// Follows everything that these names lead to.
  ///
  /// - Parameter spare: Where a piece is looked for that is missing or damaged here; what is found there does not count
  ///   as missing.
  init(
    from tips: [ObjectID], in repository: isolated Repository,
    spare: (ObjectID) throws -> StoredObject? = { _ in nil }
  ) throws {
    var seen = Set(tips)
    var waiting = tips
    while let id = waiting.popLast() {
      if id == .emptyTree, !repository.has(id) { continue }
      guard let object = try object(id, repository, spare) else { continue }
      for next in try object.links(of: id) where seen.insert(next).inserted { waiting.append(next) }
    }
  }

  private mutating func object(
    _ id: ObjectID, _ repository: isolated Repository, _ spare: (ObjectID) throws -> StoredObject?
  ) throws -> StoredObject? {
    var isDamaged = false
    do throws(GitError) {
      let object = try repository.read(id)
      // Of folders and versions the form counts too; what cannot be followed is as good as damaged.
      _ = try object.links(of: id)
      sound.append(id)
      return object
    } catch {
      switch error.kind {
      case .notFound: break
      case .tooLarge: return nil
      default: isDamaged = true
      }
    }
    if let found = try spare(id) {
      try rescued.add(found.bytes, as: found.kind)
      if isDamaged { damaged.append(id) }
      return found
    }
    if isDamaged { damaged.append(id) } else { missing.append(id) }
    return nil
  }
}
