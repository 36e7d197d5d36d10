/// A folder of somebody else's material, turned into a kit as far as a program can.
///
/// Three layouts are understood: lessons with `teaching:` and `exercises:`, facilitator guides whose headings state
/// times, and cards with what, why, time and how. All other pages become guides or handouts; other files go along as
/// resources. What could not be known is listed, never invented in silence.
package struct KitImport: Sendable {
  /// What the person says about the new kit.
  package struct Wish: Sendable {
    /// The kit's id.
    package var id: String
    /// The name of the folder that is imported, for the attribution.
    package var source: String
    /// The licence that the person names; it wins over what the material states.
    package var licence: String?
    /// Who keeps the kit; the id where nobody says.
    package var owner: String?
    /// Where the material came from, if it came from somewhere.
    package var origin: Origin?

    /// Makes a wish.
    package init(
      id: String, source: String, licence: String? = nil, owner: String? = nil, origin: Origin? = nil
    ) {
      self.id = id
      self.source = source
      self.licence = licence
      self.owner = owner
      self.origin = origin
    }
  }

  /// Where material came from, and in which version.
  package struct Origin: Hashable, Sendable {
    /// The address, as others may see it; `nil` for a place on this computer only.
    package let address: String?
    /// The version, in full.
    package let version: String

    /// Names an origin.
    package init(address: String?, version: String) {
      self.address = address
      self.version = version
    }
  }

  /// One thing that a person should look at.
  package struct Need: Hashable, Sendable {
    /// The file of the material, or of the new kit, that it concerns; `nil` for the whole.
    package let path: String?
    /// What to do, one sentence.
    package let words: String

    /// Names a thing.
    package init(path: String?, words: String) {
      self.path = path
      self.words = words
    }
  }

  /// The files of the new kit by their paths.
  package private(set) var files: [String: [UInt8]] = [:]
  /// What needs a hand, in the order of the files, each said once.
  package private(set) var needs: [Need] = []
  /// How many plans, blocks, guides, methods and resources came out, in words.
  package var summary: String {
    let counts = [
      (plans, "plan"), (blocks, "block"), (count("guides/"), "guide"), (count("methods/"), "method"),
      (count("checklists/"), "checklist"),
      (sorting.resources.count, "resource"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return words.isEmpty ? "nothing but a title" : words.joined(separator: ", ")
  }

  /// Whether neither the person nor the material says under which licence it is.
  package var lacksLicence: Bool { kitLicence == StatedLicence.unknown }

  let wish: Wish
  let sorting: ImportSorting
  private var plans = 0
  private var blocks = 0

  /// Imports the files of a folder, given by their paths below it.
  package init(_ material: [String: [UInt8]], as wish: Wish) {
    self.wish = wish
    sorting = ImportSorting(material)
    needs = sorting.needs
    writeLessons()
    writeSessions()
    writeChecklists()
    for card in sorting.cards { writeMethod(card) }
    for page in sorting.prose { writeProse(page) }
    writeResources(material)
    writeKit()
    if let licence = sorting.licence, wish.licence == nil {
      need("The material's licence was read as \(licence); see that this is right.", at: "kit.yaml")
    }
    var seen: Set<Need> = []
    needs = needs.filter { seen.insert($0).inserted }
  }

  private func count(_ folder: String) -> Int { files.keys.count { $0.hasPrefix(folder) } }

  mutating func need(_ words: String, at path: String? = nil) {
    needs.append(Need(path: path, words: words))
  }

  /// Tells of fields above a page that no part of the kit took over.
  mutating func needFields(of page: ForeignPage, but used: Set<String>) {
    let names = page.fields.map(\.name).filter {
      !used.contains($0) && !["title", "name", "shorttitle"].contains($0)
    }
    if !names.isEmpty {
      need("Fields above the text were left out: \(names.joined(separator: ", ")).", at: page.path)
    }
  }

  func place(of path: String) -> String { sorting.places[path] ?? "guides/" + slug(of: path) + ".md" }

  mutating func write(_ value: YAMLValue, to path: String) {
    files[path] = Array(ImportedFile.yaml(value).utf8)
  }

  mutating func write(_ text: String, to path: String) { files[path] = Array(text.utf8) }

  mutating func write(_ bytes: [UInt8], to path: String) { files[path] = bytes }

  /// Counts a plan with so many blocks for the summary.
  mutating func countPlan(blocks count: Int) {
    plans += 1
    blocks += count
  }
}
