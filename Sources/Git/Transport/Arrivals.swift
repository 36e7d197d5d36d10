/// What a fetch or an offer file brought: admitted, stored, and led to by no ref yet.
package struct Arrivals: Hashable, Sendable {
  /// One ref that arrived.
  package struct Ref: Hashable, Sendable {
    /// What the other side's ref leads to: a version, or a tag that stands for one.
    package var id: ObjectID
    /// What it holds.
    package var receipt: AdmissionReceipt
  }

  /// The refs whose versions are now stored here, by the other side's names.
  package var refs: [RefName: Ref] = [:]
  /// The refs that were refused, of which nothing was stored.
  package var refused: [RefName: AdmissionProblem] = [:]

  /// Nothing.
  package init() {}
}
