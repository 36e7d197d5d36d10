/// An error that says in words for people what happened, what is safe, and what to do next.
package protocol ExplainedError: Error {
  /// What happened, in one sentence.
  var what: String { get }
  /// What is safe.
  var safe: String? { get }
  /// What to do next.
  var next: String? { get }
}

extension FranchiseError: ExplainedError {}
