/// Where the parts of a document stand that have addresses of their own: fields and entries of YAML and of front
/// matter, and the sections of Markdown, each without the sections inside it.
struct DocumentPlaces {
  /// A part with an address.
  struct Place {
    /// Relative to the file, as clashes have it: `#setting-up`, `.title`, `#welcome.minutes`.
    let address: String
    /// Its bytes, in whole lines.
    let range: Range<Int>
    /// The address of the part around it; empty, or `#` for sections, where there is none.
    let parent: String
  }

  /// Every part in the order in which it begins; a part comes before those inside it.
  let all: [Place]
  private let bytes: [UInt8]

  /// Finds the parts of a document in YAML or Markdown; documents of other formats have none.
  init(_ bytes: [UInt8], _ format: MergeFormat) {
    self.bytes = bytes
    var places: [Place] = []
    if format == .yaml || format == .markdown {
      var lexicon = Lexicon()
      for unit in UnitReader.read(bytes, format, &lexicon).units {
        if format == .yaml { Self.add(unit, under: "", bytes, to: &places) }
        for kid in unit.kids where unit.kind == .frontMatter { Self.add(kid, under: "", bytes, to: &places) }
      }
    }
    if format == .markdown {
      places += MarkdownDocument(bytes).sections.map {
        Place(address: "#" + $0.slug, range: $0.ownRange, parent: "#")
      }
    }
    all = places
  }

  /// The text of a part; `nil` where the document has none of that address.
  subscript(address: String) -> [UInt8]? {
    all.first { $0.address == address }.map { Array(bytes[$0.range]) }
  }

  /// The smallest parts that are not the same in `self` and the later `new`: of what is new, the largest.
  func changed(in new: DocumentPlaces) -> Set<String> {
    let before = Dictionary(all.map { ($0.address, bytes[$0.range]) }) { first, _ in first }
    let after = Dictionary(new.all.map { ($0.address, new.bytes[$0.range]) }) { first, _ in first }
    var found: Set<String> = []
    var parents: Set<String> = []
    for place in new.all.reversed() {
      guard let old = before[place.address] else {
        if before[place.parent] != nil || place.parent.isEmpty || place.parent == "#" {
          found.insert(place.address)
        }
        parents.insert(place.parent)
        continue
      }
      guard old != after[place.address] else { continue }
      if !parents.contains(place.address) { found.insert(place.address) }
      parents.insert(place.parent)
    }
    for place in all where after[place.address] == nil && after[place.parent] != nil {
      found.insert(place.address)
      found.remove(place.parent)
    }
    return found
  }

  private static func add(_ unit: Unit, under path: String, _ bytes: [UInt8], to places: inout [Place]) {
    let address = YAMLAddress.address(of: unit, in: bytes, under: path)
    guard address != path else { return }
    places.append(Place(address: address, range: unit.whole, parent: path))
    for kid in unit.kids { add(kid, under: address, bytes, to: &places) }
  }
}
