/// The stable name of any part of a kit, as people read and type it.
///
/// `plan:half-day#welcome.minutes` is the kind of file, the file's id, the part inside it, and a field of
/// that part. Everything after the kind is optional where it makes sense: `kit`, `kit.purpose`,
/// `plan:half-day`, `guide:fishbowl#setup`, `resource:cards/user-needs`.
package struct Address: Hashable, Sendable {
  /// What kind of file holds the part.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case kit, plan, guide, method, resource, checklist, round, network, group, customisations, event, debrief

    /// Kinds of which a kit has one file only, so that the address needs no id.
    package static let single: [Kind] = [.kit, .network, .group, .customisations]
    /// Kinds whose files have ids.
    package static let named: [Kind] = allCases.filter { !single.contains($0) }
    /// Whether a kit has one file of this kind only.
    package var isSingle: Bool { Kind.single.contains(self) }
  }

  /// What kind of file holds the part.
  package let kind: Kind
  /// The file's id: with slashes for a resource, empty for a kind of which there is one file only.
  package let name: String
  /// The part inside the file, outermost first: `[welcome]`, or `[card-walk, online]` for a track.
  package let inside: [String]
  /// The way to a field of that part, outermost first: `[if short, minutes]`. A place in a list is
  /// its number, from 1.
  package let field: [String]

  init(kind: Kind, name: String, inside: [String], field: [String]) {
    self.kind = kind
    self.name = name
    self.inside = inside
    self.field = field
  }

  /// The address of the one file of its kind; use a factory such as ``plan(_:)`` for the others.
  package static let kit = Address(kind: .kit, name: "", inside: [], field: [])
  /// The address of network.yaml.
  package static let network = Address(kind: .network, name: "", inside: [], field: [])
  /// The address of group.yaml.
  package static let group = Address(kind: .group, name: "", inside: [], field: [])
  /// The address of customisations.yaml.
  package static let customisations = Address(kind: .customisations, name: "", inside: [], field: [])

  /// The address of a file by its kind and id; the id does not count for a kind with one file only.
  package init(_ kind: Kind, _ id: KitID) {
    self.init(kind: kind, name: kind.isSingle ? "" : id.rawValue, inside: [], field: [])
  }

  /// The address of a plan.
  package static func plan(_ id: KitID) -> Address { Address(.plan, id) }
  /// The address of a resource.
  package static func resource(_ id: ResourceID) -> Address {
    Address(kind: .resource, name: id.rawValue, inside: [], field: [])
  }

  /// The address of a part inside this one: a block of a plan, a track of a block, a section of a guide.
  package func part(_ id: String) -> Address {
    Address(kind: kind, name: name, inside: inside + [id], field: [])
  }

  /// The address of a field of this part.
  package func field(_ key: String) -> Address {
    Address(kind: kind, name: name, inside: inside, field: field + [key])
  }

  /// The address of an item, counted from 0 here and from 1 in the text, of the list that this is.
  package func item(_ index: Int) -> Address { field(String(index + 1)) }

  /// The address of the whole file.
  package var file: Address { Address(kind: kind, name: name, inside: [], field: []) }

  /// The address of the part without its field.
  package var withoutField: Address { Address(kind: kind, name: name, inside: inside, field: []) }

  /// The id of the file, except for a resource and a kind of which there is one only.
  package var id: KitID? { KitID(rawValue: name) }

  /// Whether `other` is this part or stands inside it.
  package func contains(_ other: Address) -> Bool {
    guard kind == other.kind, name == other.name else { return false }
    if field.isEmpty { return other.inside.starts(with: inside) }
    return inside == other.inside && other.field.starts(with: field)
  }
}

extension Address: CustomStringConvertible, Comparable {
  /// The address as people type it.
  package var description: String {
    var text = kind.rawValue
    if !kind.isSingle { text += ":" + name }
    if !inside.isEmpty { text += "#" + inside.joined(separator: "/") }
    for key in field { text += "." + key }
    return text
  }

  /// Addresses are ordered by kind as in ``Kind``, then by their text.
  package static func < (left: Address, right: Address) -> Bool {
    if left.kind != right.kind {
      let order = Kind.allCases
      return (order.firstIndex(of: left.kind) ?? 0) < (order.firstIndex(of: right.kind) ?? 0)
    }
    return left.description < right.description
  }

  /// The one of the known addresses that was probably meant, if any is like this one.
  package func nearest(among known: some Sequence<Address>) -> Address? {
    let candidates = Array(known)
    let match = NearestMatch.of(description, among: candidates.map { $0.description })
    return candidates.first { $0.description == match }
  }
}
