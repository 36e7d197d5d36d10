/// What a person names to keep, restore, adopt or offer it: a part with an address, or a file that has none.
package enum PartName: Hashable, Sendable, Comparable {
  /// A part by its address.
  case part(Address)
  /// A file by its path: one that a kit does not know, a translation, or what describes a resource.
  case file(String)

  /// Reads what a person typed: an address, or a path with a slash or an ending.
  ///
  /// - Throws: ``AddressError``.
  package init(parsing text: String) throws(AddressError) {
    if !text.contains(":"), !text.contains("#"), text.contains("/") || text.hasSuffix(".md"),
      let path = try? KitPath(text)
    {
      self = PartName(path: path.text)
    } else if let path = try? KitPath(text), let layout = KitLayout(path), layout.address.kind.isSingle {
      self = .part(layout.address)
    } else {
      self = .part(try Address(parsing: text))
    }
  }

  /// The file as a whole.
  package init(path: String) {
    guard let place = try? KitPath(path), let layout = KitLayout(place), layout.language == nil,
      !layout.isDescription
    else {
      self = .file(path)
      return
    }
    self = .part(layout.address)
  }

  /// What a change is about, as far as it can be named: an entry of a list without ids counts as the list.
  package init(_ change: Change) {
    let file = PartName(path: change.path)
    guard case .part(let address) = file, let text = change.address, text != address.description,
      let inner = try? Address(parsing: text), inner.file == address
    else {
      self = file
      return
    }
    self = .part(inner.withoutPositions)
  }

  /// The address; `nil` for a file without one.
  package var address: Address? { if case .part(let address) = self { address } else { nil } }

  /// The whole file that the part is in.
  package var file: PartName { if case .part(let address) = self { .part(address.file) } else { self } }

  /// Whether `other` is this part or stands inside it.
  package func contains(_ other: PartName) -> Bool {
    if case .part(let outer) = self, case .part(let inner) = other { return outer.contains(inner) }
    return self == other
  }

  /// Files come behind addresses; each in the order of their text.
  package static func < (left: PartName, right: PartName) -> Bool {
    switch (left, right) {
    case (.part(let one), .part(let other)): one < other
    case (.part, .file): true
    case (.file, .part): false
    case (.file(let one), .file(let other)): one < other
    }
  }
}

extension PartName: CustomStringConvertible {
  /// The address or path as people type it.
  package var description: String {
    switch self {
    case .part(let address): address.description
    case .file(let path): path
    }
  }
}

extension Address {
  /// The address up to the first place in a list: `plan:half-day#welcome.steps` for one of its steps.
  package var withoutPositions: Address {
    guard let first = field.firstIndex(where: { Int($0) != nil }) else { return self }
    return Address(kind: kind, name: name, inside: inside, field: Array(field[..<first]))
  }
}
