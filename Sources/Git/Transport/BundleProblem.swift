/// Why an offer file (a git bundle) is not taken.
package enum BundleProblem: Error, Hashable, Sendable {
  /// It cannot be opened, or is no plain file.
  case unreadable
  /// It does not begin as a bundle does.
  case notABundle
  /// It is of a kind that is not used here, such as one with SHA-256 names or left-out objects; its own word for it.
  case unsupported(String)
  /// It has more bytes than allowed.
  case tooLarge(bytes: Int, limit: Int)
  /// Its head never ends, or names more than allowed.
  case headTooLarge
  /// A line of its head is not well formed.
  case badLine(Int)
  /// It brings a ref that an offer must not bring; the name, safe to show.
  case wrongRef(String)
  /// It brings nothing.
  case nothing
  /// It builds on versions that are not here; how many.
  case baseMissing(Int)
}

extension BundleProblem {
  /// What is wrong, in one sentence for people.
  package var message: String {
    switch self {
    case .unreadable: "The offer file cannot be opened."
    case .notABundle: "The file is not an offer file."
    case .unsupported(let what): "The offer file is of a kind that is not used here (\(ServerText(what)))."
    case .tooLarge(let bytes, let limit): "The offer file has \(bytes) bytes; \(limit) are allowed."
    case .headTooLarge: "The offer file names far more than an offer holds."
    case .badLine(let line): "Line \(line) of the offer file is not well formed."
    case .wrongRef(let name): "The offer file would change “\(name)”, which an offer must not."
    case .nothing: "The offer file holds nothing."
    case .baseMissing(let count):
      "The offer builds on \(count == 1 ? "a version" : "\(count) versions") of the kit that you do not have."
    }
  }
}
