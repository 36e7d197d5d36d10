extension YAMLDocument {
  /// The document with another key for the entry at a path; its value, place and comments stay.
  ///
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func renaming(_ path: YAMLPath, to name: String) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    guard case .entry(let entry, let mapping) = site.parent, let index = site.positions.last else {
      throw fault(.notAMapping, path.parent, at: site.node)
    }
    if entry.key.text == name { return self }
    if mapping[name] != nil { throw fault(.keyExists(name), path.parent, at: site.node) }
    let key = YAMLField(name, .nothing).key
    let whole = root.value.changing(at: site.positions.dropLast()) { (old: YAMLValue) -> YAMLValue in
      old.withFields { (fields: inout [YAMLField]) in fields[index].key = key }
    }
    return try edited(to: whole, path, at: site.node) { (writer: YAMLWriter) -> [YAMLSplice]? in
      let style = entry.key.scalar?.style ?? .plain
      let text = writer.key(key, inFlow: site.isInFlow, as: style)
      return [YAMLSplice(entry.key.range, text)]
    }
  }
}
