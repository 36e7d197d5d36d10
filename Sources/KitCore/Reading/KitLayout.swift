/// What a file of a kit is, by its path alone.
package struct KitLayout: Sendable, Hashable {
  /// What the file holds.
  package let address: Address
  /// Its language, for a translation beside the original; else `nil`.
  package let language: String?
  /// Whether the file only describes the resource beside it.
  package let isDescription: Bool

  /// What the file at `path` is; `nil` for a file that has no place in a kit, and for one whose name
  /// cannot be an id.
  package init?(_ path: KitPath) {
    let names = path.names
    if names.count == 1 {
      guard path.ending == "yaml", let kind = Address.Kind(rawValue: path.withoutEnding), kind.isSingle else {
        return nil
      }
      self.init(Address(kind, KitID(wellFormed: kind.rawValue)))
      return
    }
    guard let kind = KitLayout.kind(ofFolder: names[0]) else { return nil }
    if kind == .resource {
      self.init(resource: path)
    } else {
      guard names.count == 2, path.ending == KitLayout.ending(of: kind) else { return nil }
      let (stem, language) = KitLayout.splitLanguage(KitLayout.stem(of: path.fileName), kind)
      guard let id = KitID(rawValue: stem) else { return nil }
      self.init(Address(kind, id), language: language)
    }
  }

  private init(_ address: Address, language: String? = nil, isDescription: Bool = false) {
    self.address = address
    self.language = language
    self.isDescription = isDescription
  }

  private init?(resource path: KitPath) {
    var name = path.names.dropFirst().joined(separator: "/")
    let isDescription = path.ending == "yaml"
    if isDescription { name = KitLayout.stem(of: name) }
    if isDescription == false || name.split(separator: "/").last?.contains(".") == true {
      name = KitLayout.stem(of: name)
    }
    let (stem, language) = KitLayout.splitLanguage(name, .resource)
    guard let id = ResourceID(rawValue: stem) else { return nil }
    self.init(.resource(id), language: language, isDescription: isDescription)
  }

  /// The folder of files of a kind, `plans`; `nil` for a kind of which there is one file only.
  package static func folder(of kind: Address.Kind) -> String? { kind.isSingle ? nil : kind.rawValue + "s" }

  /// The ending of files of a kind; resources may have any.
  package static func ending(of kind: Address.Kind) -> String {
    switch kind {
    case .guide, .method, .resource: "md"
    default: "yaml"
    }
  }

  /// The kind of file that a folder holds.
  package static func kind(ofFolder name: some StringProtocol) -> Address.Kind? {
    Address.Kind.named.first { folder(of: $0) == String(name) }
  }

  /// Where the file with this address stands, unless it is a resource, which may have any ending.
  package static func path(of address: Address) -> KitPath? {
    guard let folder = folder(of: address.kind) else { return try? KitPath(address.kind.rawValue + ".yaml") }
    return try? KitPath("\(folder)/\(address.name).\(ending(of: address.kind))")
  }

  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }

  /// Takes the language off the end of a stem, `agenda.cy`.
  private static func splitLanguage(_ stem: String, _ kind: Address.Kind) -> (String, String?) {
    guard ending(of: kind) == "md", let dot = stem.lastIndex(of: ".") else { return (stem, nil) }
    let language = String(stem[stem.index(after: dot)...])
    guard TextPattern.language.matches(language) else { return (stem, nil) }
    return (String(stem[..<dot]), language)
  }
}
