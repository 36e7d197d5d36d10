/// Something that people should look at, though nothing has to be decided.
package enum MergeWarning: Sendable, Equatable {
  /// Both sides added the same text, and it stands twice in the result.
  case doubled(text: String)

  /// The text that it is about.
  package var text: String {
    switch self {
    case .doubled(let text): text
    }
  }
}
