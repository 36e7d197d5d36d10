/// How a version that was fetched relates to the one that was last seen under the same name.
package enum Standing: Hashable, Sendable {
  /// It is the same version.
  case same
  /// It descends from the old one: the ordinary case.
  case ahead
  /// It is one of the old one's ancestors: the other side went back.
  case rewound
  /// It does not descend from the old one: the other side rewrote its history. Keep the old one and ask a person.
  case rewritten
}

extension Repository {
  /// How `new` relates to `old`; both are versions in this repository.
  ///
  /// - Throws: `notFound`, `corrupt`.
  package func standing(of new: ObjectID, since old: ObjectID) throws(GitError) -> Standing {
    guard new != old else { return .same }
    if try isAncestor(old, of: new) { return .ahead }
    return try isAncestor(new, of: old) ? .rewound : .rewritten
  }
}
