/// A kit that was read from its files, with everything that there is to tell about its form.
///
/// Reading always comes to an end and never throws: what is wrong becomes a diagnostic, and the rest of
/// the kit is read all the same.
package struct KitReading: Sendable {
  /// The kit; `nil` where its format is not this program's and nothing of it may be guessed.
  package let kit: Kit?
  /// What is wrong with the form of its files, in the order of files and places.
  package let diagnostics: [Diagnostic]
  /// The steps that brought an older kit to this program's format, in order; empty for a kit of today.
  package let migrations: [FormatMigration]

  /// Whether nothing stands in the way of using the kit.
  package var isUsable: Bool { kit != nil && !diagnostics.contains { $0.severity == .error } }

  /// Reads all files of a kit.
  ///
  /// - Parameters:
  ///   - files: The files. They are not changed; an older kit is brought up to date in the result only.
  ///   - steps: The known steps between versions of the format.
  package static func read(_ files: KitFiles, steps: [FormatMigration] = FormatMigration.all) -> KitReading {
    var current = files
    var taken: [FormatMigration] = []
    switch FormatCheck(files, steps: steps) {
    case .current: break
    case .older(let way):
      taken = way
      for step in way { current = step.apply(current) }
    case .refused(let diagnostic): return KitReading(kit: nil, diagnostics: [diagnostic], migrations: [])
    }
    var reader = KitReader(current)
    let kit = reader.read()
    return KitReading(kit: kit, diagnostics: reader.diagnostics.sorted(), migrations: taken)
  }
}

/// Which version of the format a kit says it has.
private enum FormatCheck {
  case current
  case older([FormatMigration])
  case refused(Diagnostic)

  init(_ files: KitFiles, steps: [FormatMigration]) {
    self = .current
    guard let path = try? KitPath("kit.yaml"), let bytes = files[path],
      let document = try? YAMLDocument.read(bytes), let node = document.root["kitbag"],
      let version = node.scalar?.asInteger, version != formatVersion
    else { return }
    if let way = FormatMigration.way(from: version, among: steps) {
      self = .older(way)
      return
    }
    // A number below the first version was never a format: the check of the key says so.
    guard version > formatVersion else { return }
    self = .refused(
      Diagnostic(
        .error, "newer-format", path: path.text, place: document.place(of: node),
        address: .kit.field("kitbag"),
        message: "This kit is written in version \(version) of the format; this Kitbag reads up to version "
          + "\(formatVersion).",
        remedy: "Install a newer Kitbag. The kit was not touched."))
  }
}
