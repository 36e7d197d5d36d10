package import Git
internal import KitCore

/// Something that a group gives back: its chosen changes as one version on top of one of the master's.
package struct Offer: Hashable, Sendable {
  /// Its id, the same through all revisions, and not the same in any two groups.
  package let id: String
  /// The version that holds the changes.
  package let version: ObjectID
  /// The master's version that the changes are made on.
  package let base: ObjectID
  /// What it is, in a line.
  package let title: String
  /// Why the master should take it; may be empty.
  package let why: String
  /// The id of the group that offers.
  package let group: String
  /// Whom to credit, and when it was made.
  package let author: Signature
  /// What was chosen, as addresses.
  package let parts: [String]
  /// How often it was offered: 1, and one more with each revision.
  package let revision: Int

  /// The trailer by which an offer is known again in the master's past.
  package static let idTrailer = "Kitbag-Offer"
  static let groupTrailer = "Kitbag-Group"
  static let partTrailer = "Kitbag-Part"
  static let revisionTrailer = "Kitbag-Revision"

  /// Reads an offer from its version; `nil` for a version that is none.
  package init?(_ commit: Commit) {
    let trailers = commit.trailers
    func first(_ name: String) -> String? { trailers.first { $0.name == name }?.value }
    guard commit.parents.count == 1, let id = first(Self.idTrailer), KitID(rawValue: id) != nil,
      let group = first(Self.groupTrailer), KitID(rawValue: group) != nil
    else { return nil }
    self.id = id
    version = commit.id
    base = commit.parents[0]
    title = String(commit.summary.prefix(200))
    why = Self.why(in: commit.message)
    self.group = group
    author = commit.author
    parts = trailers.filter { $0.name == Self.partTrailer }.prefix(500).map(\.value)
    revision = first(Self.revisionTrailer).flatMap { Int($0) }.map { min(max($0, 1), 9_999) } ?? 1
  }

  /// The message of an offer's version.
  static func message(title: String, why: String, id: String, group: String, parts: [String], revision: Int)
    -> String
  {
    let numbers = revision > 1 ? [Trailer(name: revisionTrailer, value: String(revision))] : []
    let trailers =
      [Trailer(name: idTrailer, value: id), Trailer(name: groupTrailer, value: group)] + numbers
      + parts.map { Trailer(name: partTrailer, value: $0) }
    let body = why.isEmpty ? "" : "\n\n" + why
    // A line of its own between the words and the trailers, whatever the words look like.
    return Trailer.appending(trailers, to: Workspace.oneLine(title) + body + "\n\nOffered with Kitbag.")
  }

  private static func why(in message: String) -> String {
    var paragraphs: [String] = []
    var current: [Substring] = []
    let lines: [Substring] = message.split(separator: "\n", omittingEmptySubsequences: false) + [""]
    for line in lines {
      if line.allSatisfy(\.isWhitespace) {
        if !current.isEmpty { paragraphs.append(current.joined(separator: "\n")) }
        current = []
      } else {
        current.append(line)
      }
    }
    let middle = paragraphs.dropFirst().dropLast().filter { $0 != "Offered with Kitbag." }
    return String(middle.joined(separator: "\n\n").prefix(20_000))
  }

  /// A new id: words of the title, and letters that tell groups apart.
  static func newID(title: String, group: String, sum: (String) -> String) -> String {
    var stem = slug(of: title)
    while stem.utf8.count > 40 {
      stem = stem.lastIndex(of: "-").map { String(stem[..<$0]) } ?? String(stem.prefix(40))
    }
    return (stem.isEmpty ? "offer" : stem) + "-" + sum(group + "\n" + title).prefix(4)
  }
}

extension RefName {
  /// Below this stands what this group offers.
  package static let offers = "refs/kitbag/offers/"
  /// Below this stands what other groups offer to this kit.
  package static let inbox = "refs/kitbag/inbox/"
  /// Below this stand the steps of reviews.
  package static let reviews = "refs/kitbag/reviews/"
}
