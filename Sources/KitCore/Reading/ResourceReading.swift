extension KitReader {
  /// Reads everything in `resources/` that is not a translation.
  mutating func readResources(into kit: inout Kit) {
    var firsts: [ResourceID: KitPath] = [:]
    var translations: [(ResourceID, String, KitPath)] = []
    for path in paths {
      guard let layout = KitLayout(path), layout.address.kind == .resource,
        let id = ResourceID(rawValue: layout.address.name)
      else { continue }
      if let language = layout.language {
        if path.ending != "md", !layout.isDescription { translations.append((id, language, path)) }
        continue
      }
      if layout.isDescription {
        // Described files are read with the file itself.
        if let described = path.described, has(described) { continue }
        guard let resource = readLoneDescription(path, id, layout.address) else { continue }
        keep(resource, at: path, id, &firsts, &kit)
      } else if let resource = readFile(path, id, layout.address) {
        keep(resource, at: path, id, &firsts, &kit)
      }
    }
    for (id, language, path) in translations { add(path, in: language, to: id, of: &kit) }
  }

  private mutating func add(_ path: KitPath, in language: String, to id: ResourceID, of kit: inout Kit) {
    if let index = kit.resources.firstIndex(where: { $0.id == id }) {
      kit.resources[index].translatedFiles[language] = path
    } else {
      tellLoneTranslation(path, .resource(id), language)
    }
  }

  private mutating func keep(
    _ resource: Resource, at path: KitPath, _ id: ResourceID, _ firsts: inout [ResourceID: KitPath],
    _ kit: inout Kit
  ) {
    if let first = firsts[id] {
      tell(
        Diagnostic(
          .error, "same-id", path: path.text, address: .resource(id),
          message: "“\(path.text)” and “\(first.text)” have the same id, \(id).",
          remedy: "Rename one of them; the ending does not count."))
    } else {
      firsts[id] = path
      kit.resources.append(resource)
    }
  }

  private mutating func readFile(_ path: KitPath, _ id: ResourceID, _ address: Address) -> Resource? {
    if path.ending == "md" {
      guard let file = readMarkdown(path, address) else { return nil }
      return Resource(id: id, file.record, path: path, prose: file.prose)
    }
    guard let beside = try? KitPath(path.text + ".yaml"), has(beside) else {
      tell(
        Diagnostic(
          .error, "not-described", path: path.text, address: address,
          message: "Nothing says what “\(path.text)” is.",
          remedy: "Write “title” and “kind” into a file “\(path.fileName).yaml” beside it."))
      return nil
    }
    guard let record = readData(beside, address) else { return nil }
    return Resource(id: id, record, path: path, prose: nil)
  }

  /// Reads a description without a file: a link.
  private mutating func readLoneDescription(_ path: KitPath, _ id: ResourceID, _ address: Address)
    -> Resource?
  {
    guard let record = readData(path, address) else { return nil }
    let resource = Resource(id: id, record, path: nil, prose: nil)
    if resource.link == nil {
      tell(
        record.diagnostic(
          .error, "missing-file", "This describes a file that is not there.",
          remedy: "Put “\(path.withoutEnding)” beside it, or give a “link”."))
    }
    return resource
  }
}

extension KitPath {
  /// The file that this one describes, `logo.png` for `logo.png.yaml`.
  fileprivate var described: KitPath? { try? KitPath(withoutEnding) }
}
