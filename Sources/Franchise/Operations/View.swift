package import Git
internal import KitCore

/// What the refs that Kitbag owns lead to at one moment: the whole state of a workspace beside its files.
package struct View: Hashable, Sendable {
  /// The refs and what they name; a ref that is not here does not exist.
  package var refs: [RefName: ObjectID]

  /// A view of these refs.
  package init(_ refs: [RefName: ObjectID] = [:]) { self.refs = refs }

  /// What the ref names; set `nil` to let it go.
  package subscript(ref: RefName) -> ObjectID? {
    get { refs[ref] }
    set { refs[ref] = newValue }
  }

  /// The group's kit as it was saved last.
  package var main: ObjectID? { refs[.main] }

  /// The refs below a prefix such as `refs/kitbag/upstream/tags/`, in order of name.
  package func refs(under prefix: String) -> [(name: RefName, target: ObjectID)] {
    refs.filter { $0.key.text.hasPrefix(prefix) }.map { (name: $0.key, target: $0.value) }
      .sorted { $0.name < $1.name }
  }

  /// The refs whose value is not the same in both, in order of name.
  package func differences(from other: View) -> [RefName] {
    Set(refs.keys).union(other.refs.keys).filter { refs[$0] != other.refs[$0] }.sorted()
  }

  /// Whether Kitbag looks after the ref: the kit, what was seen of the master, pending updates, offers made and
  /// received, reviews and the tags of releases. The log of operations itself is not part of what it describes.
  package static func owns(_ ref: RefName) -> Bool {
    if ref == .main || ref == .pending { return true }
    if owned.contains(where: { ref.text.hasPrefix($0) }) { return true }
    return ref.text.hasPrefix("refs/tags/v") && KitVersion(tag: String(ref.shortText)) != nil
  }

  private static let owned = [
    "refs/kitbag/upstream/", "refs/kitbag/offers/", "refs/kitbag/inbox/", "refs/kitbag/reviews/",
  ]
}

extension RefName {
  /// `refs/kitbag/operations`: the log of operations, whose move is the one moment that counts.
  package static let operations = known("refs/kitbag/operations")
  /// `refs/kitbag/pending`: an update with open questions.
  package static let pending = known("refs/kitbag/pending")
  /// `refs/kitbag/upstream/main`: the master as it was last seen.
  package static let upstreamMain = known("refs/kitbag/upstream/main")

  /// Below this stand the master's releases as they were last seen.
  package static let upstreamTags = "refs/kitbag/upstream/tags/"

  /// A name that is well formed for all who can read; the kit's own where it were not.
  private static func known(_ text: String) -> RefName { (try? RefName(text)) ?? .main }
}

extension View {
  /// The view as it is written into an operation.
  var json: JSON {
    .object(
      refs(under: "").map { (ref: (name: RefName, target: ObjectID)) -> JSON.Member in
        JSON.Member(ref.name.text, .string(ref.target.description))
      })
  }

  /// Reads what `json` wrote; `nil` for anything else.
  init?(_ json: JSON?) {
    guard let members = json?.members else { return nil }
    var refs: [RefName: ObjectID] = [:]
    for member in members {
      guard let ref = try? RefName(member.name), View.owns(ref),
        let id = member.value.text.flatMap({ ObjectID($0) })
      else { return nil }
      refs[ref] = id
    }
    self.init(refs)
  }
}
