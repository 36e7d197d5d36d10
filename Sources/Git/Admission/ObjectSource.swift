/// Where admission reads what arrived from: the quarantine, or a table in tests.
package protocol ObjectSource {
  /// The kind and size of an object, without unpacking it where that can be helped; `nil` when it is missing.
  func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int)?
  /// The bytes of an object whose header was looked at before.
  func bytes(of id: ObjectID) throws(GitError) -> [UInt8]
  /// Whether the object was here before the arrival and so needs no second look as part of history.
  func isKnown(_ id: ObjectID) throws(GitError) -> Bool
}
