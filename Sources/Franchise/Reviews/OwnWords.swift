internal import KitCore

/// Puts a maintainer's own words at an address of a kit.
struct OwnWords {
  /// The address.
  let name: String
  /// The words, as a person wrote them into a file.
  let bytes: [UInt8]

  /// The kit with these words in place.
  ///
  /// For a file they are the file; for a section its Markdown, with or without its heading; for a field its value; for a
  /// block its keys and values.
  /// - Throws: ``OfferError/badOwnWords(_:reason:)``.
  func put(into files: inout [String: [UInt8]]) throws(OfferError) {
    let address: Address
    do throws(AddressError) {
      address = try Address(parsing: name)
    } catch {
      throw .badOwnWords(name, reason: "It is no address.")
    }
    guard let path = files.keys.sorted().first(where: { KitChoice.name(of: $0) == address.file.description })
    else { throw .badOwnWords(name, reason: "There is no such file in the kit.") }
    guard let old = files[path] else { return }
    if address.inside.isEmpty, address.field.isEmpty {
      files[path] = bytes
    } else if path.hasSuffix(".md"), address.field.isEmpty {
      files[path] = try section(address, in: old)
    } else {
      files[path] = try value(address, in: old)
    }
  }

  private func section(_ address: Address, in old: [UInt8]) throws(OfferError) -> [UInt8] {
    let document = MarkdownDocument(old)
    guard address.inside.count == 1,
      let section = document.sections.first(where: { $0.slug == address.inside[0] })
    else { throw .badOwnWords(name, reason: "There is no such section.") }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .badOwnWords(name, reason: "They are not text.")
    }
    var words = bytes
    while words.last.map({ $0 <= 0x20 }) == true { words.removeLast() }
    if words.first != UInt8(ascii: "#") {
      let heading = document.bytes[document.blocks[section.headingBlock].range]
      words = Array(heading) + [0x0A] + words
    }
    words.append(0x0A)
    var result = old
    result.replaceSubrange(section.ownRange, with: words)
    return result
  }

  private func value(_ address: Address, in old: [UInt8]) throws(OfferError) -> [UInt8] {
    do {
      let document: YAMLDocument
      if let source = try? SourceText(old), case .found(let yaml, _) = FrontMatter(in: source) {
        document = try YAMLDocument.read(source, in: yaml)
      } else {
        document = try YAMLDocument.read(old)
      }
      guard let path = Self.path(to: address, in: document.root) else {
        throw OfferError.badOwnWords(name, reason: "There is no such part.")
      }
      return try document.setting(try wanted(instead: document.node(at: path)), at: path).bytes
    } catch let error as YAMLEditFault {
      throw .badOwnWords(name, reason: error.message)
    } catch let error as YAMLFault {
      throw .badOwnWords(name, reason: error.message)
    } catch let error as OfferError {
      throw error
    } catch {
      throw .badOwnWords(name, reason: "The file cannot be read.")
    }
  }

  /// The value that is meant: text for text, a bare value such as a number for a bare one, else what the words say as data.
  private func wanted(instead node: YAMLNode?) throws -> YAMLValue {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    if node?.mapping != nil || node?.sequence != nil { return try YAMLDocument.read(bytes).root.value }
    let isBare = node?.scalar?.style == .plain && YAMLLiteral.matches(node?.text ?? "")
    return isBare && YAMLLiteral.matches(text) ? .literal(text) : .text(text)
  }

  /// The way to a part: ids are looked for in all lists of the part around them.
  private static func path(to address: Address, in root: YAMLNode) -> YAMLPath? {
    var path = YAMLPath()
    var node = root
    for id in address.inside {
      guard let way = way(to: id, in: node) else { return nil }
      for step in way {
        guard let next = node[step] else { return nil }
        node = next
        path = path.appending(step)
      }
    }
    for key in address.field {
      let number = Int(key).map { YAMLPath.Step.index($0 - 1) }
      let step = node.sequence != nil ? number ?? .key(key) : .key(key)
      path = path.appending(step)
      guard let next = node[step] else { return key == address.field.last ? path : nil }
      node = next
    }
    return path
  }

  /// The steps to an item with an id, the nearest first.
  private static func way(to id: String, in node: YAMLNode) -> [YAMLPath.Step]? {
    var waiting: [(way: [YAMLPath.Step], node: YAMLNode)] = [([], node)]
    while !waiting.isEmpty {
      let (way, node) = waiting.removeFirst()
      if let index = node.sequence?.index(ofID: id) { return way + [.index(index)] }
      for entry in node.mapping?.entries ?? [] {
        if let key = entry.key.text { waiting.append((way + [.key(key)], entry.value)) }
      }
    }
    return nil
  }
}
