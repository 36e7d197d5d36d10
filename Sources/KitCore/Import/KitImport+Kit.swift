/// The kit as a whole, and what goes into it from all layouts.
extension KitImport {
  var kitTitle: String {
    var text = ForeignText(from: "README.md", to: "kit.yaml", places: [:])
    let words = text.words((sorting.title ?? wish.source.wordsOfName).oneLine)
    return words.isEmpty ? wish.id : words
  }

  var kitLicence: String { wish.licence ?? sorting.licence ?? StatedLicence.unknown }

  mutating func writeResources(_ material: [String: [UInt8]]) {
    for path in sorting.resources {
      let target = place(of: path)
      if target.hasSuffix(".md") { continue }
      guard let bytes = material[path] else { continue }
      write(bytes, to: target)
      let isPicture = ImportSorting.isPicture(path)
      var fields = [
        YAMLField("title", .text(path.fileStem.wordsOfName)),
        YAMLField("kind", .text(ImportSorting.kind(of: path) ?? "handout")),
      ]
      if isPicture {
        fields.append(YAMLField("alternative text", .text("Picture: \(path.fileStem.wordsOfName)")))
      }
      write(.mapping(fields), to: target + ".yaml")
      need(
        isPicture
          ? "Describe the picture in its alternative text, and say whose it is."
          : "The file went along as it is; say what it is for, and point to it from a block.", at: target)
    }
  }

  mutating func writeKit() {
    let title = kitTitle
    if kitLicence == StatedLicence.unknown {
      need("Ask for the licence of the material before you share the kit: none was found.", at: "kit.yaml")
    }
    if sorting.purpose.isEmpty { need("Write the kit's purpose.", at: "kit.yaml") }
    if wish.owner == nil { need("Say who keeps the kit: the owner is “\(wish.id)” for now.", at: "kit.yaml") }
    if files.keys.allSatisfy({ !$0.hasPrefix("plans/") }) {
      need("Write a plan that uses what was imported: no times of a session were found.")
    }
    let fields = [
      YAMLField("kitbag", .integer(1)), YAMLField("id", .text(wish.id)), YAMLField("title", .text(title)),
      YAMLField("purpose", .text(sorting.purpose.isEmpty ? ImportedPlan.toBeWritten : sorting.purpose)),
      YAMLField("version", .text("0.1.0")), YAMLField("licence", .text(kitLicence)),
      YAMLField("owner", .text(wish.owner ?? wish.id)),
      YAMLField("attribution", .sequence([attribution(source: title, licence: kitLicence)])),
    ]
    write(.mapping(fields), to: "kit.yaml")
  }

  func attribution(source: String, licence: String) -> YAMLValue {
    var fields = [YAMLField("source", .text(source))]
    if let address = wish.origin?.address, TextPattern.url.matches(address) {
      fields.append(YAMLField("url", .text(address)))
    }
    fields.append(YAMLField("licence", .text(licence == StatedLicence.unknown ? "none stated" : licence)))
    fields.append(YAMLField("changes", .text(changes)))
    return .mapping(fields)
  }

  /// What was done to the material, and to which version of it.
  private var changes: String {
    guard let origin = wish.origin else { return "Turned into a session kit." }
    let place = origin.address.flatMap { TextPattern.url.matches($0) ? nil : " of \($0)" } ?? ""
    return "Turned into a session kit, from version \(origin.version)\(place)."
  }

  mutating func writePlan(_ plan: ImportedPlan, named name: String) {
    let path = "plans/\(name).yaml"
    for words in plan.needs { need(words, at: path) }
    countPlan(blocks: plan.blocks.count)
    write(plan.value, to: path)
  }
}
