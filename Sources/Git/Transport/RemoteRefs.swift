/// What another repository has, by name.
package struct RemoteRefs: Hashable, Sendable {
  /// A name that was not taken.
  package struct Refused: Hashable, Sendable {
    /// The name, safe to show.
    package var name: String
    /// Why.
    package var reason: Reason
  }

  /// Why a name was not taken.
  package enum Reason: Hashable, Sendable {
    /// It breaks git's rules for names, or ours.
    case badName
    /// It stands for another name and not for a version.
    case symbolic
    /// It occurs twice.
    case twice
    /// What it leads to is not a full id.
    case badTarget
  }

  /// The names of branches, tags and Kitbag's own refs, and what each leads to.
  package var refs: [RefName: ObjectID] = [:]
  /// The branch that the other side shows first, where it names a good one.
  package var head: RefName?
  /// Names that were refused; at most 100 are kept.
  package var refused: [Refused] = []

  /// The refs that are of interest; everything else, such as a host's `refs/pull/`, is left out silently.
  static let prefixes = ["refs/heads/", "refs/tags/", "refs/kitbag/"]

  /// Reads what `git ls-remote --symref` wrote.
  ///
  /// - Throws: `tooLarge` beyond `limit` refs.
  package init(listing: [UInt8], limit: Int) throws(TransportError) {
    var symbolic: Set<String> = []
    var seen = 0
    for line in listing.split(separator: 0x0A) {
      let parts = line.split(separator: 0x09, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let name = String(decoding: parts[1], as: UTF8.self)
      if parts[0].starts(with: "ref: ".utf8) {
        note(symbol: name, target: String(decoding: parts[0].dropFirst(5), as: UTF8.self))
        if name != "HEAD" { symbolic.insert(name) }
        continue
      }
      guard Self.prefixes.contains(where: { name.hasPrefix($0) }), !name.hasSuffix("^{}") else { continue }
      seen += 1
      guard seen <= limit else { throw TransportError(.tooLarge(.listing)) }
      take(
        name: name, bytes: parts[1], id: ObjectID(String(decoding: parts[0], as: UTF8.self)),
        symbolic: symbolic)
    }
    if let head, refs[head] == nil { self.head = nil }
  }

  private mutating func note(symbol: String, target: String) {
    guard symbol == "HEAD", target.hasPrefix("refs/heads/") else { return }
    head = try? RefName(target)
  }

  private mutating func take(name: String, bytes: ArraySlice<UInt8>, id: ObjectID?, symbolic: Set<String>) {
    guard String(validating: bytes, as: UTF8.self) != nil, let ref = try? RefName(name) else {
      return refuse(name, .badName)
    }
    guard !symbolic.contains(name) else { return refuse(name, .symbolic) }
    guard let id, id != .zero else { return refuse(name, .badTarget) }
    guard refs.updateValue(id, forKey: ref) == nil else { return refuse(name, .twice) }
  }

  private mutating func refuse(_ name: String, _ reason: Reason) {
    guard refused.count < 100 else { return }
    refused.append(Refused(name: ServerText(name).description, reason: reason))
  }
}
