/// Reads the files of one kit, one after the other, and collects what is wrong with them.
struct KitReader {
  private let files: KitFiles
  private(set) var diagnostics: [Diagnostic] = []
  /// The files of which nothing could be read.
  private var unread: Set<Address> = []

  init(_ files: KitFiles) {
    self.files = files
  }

  /// Reads everything.
  mutating func read() -> Kit {
    diagnostics += files.collisions
    var kit = Kit(identity: readIdentity(), files: files)
    var translations: [(Address, String, Prose)] = []
    for path in files.paths {
      guard let layout = KitLayout(path) else {
        tellMisplaced(path)
        continue
      }
      if let language = layout.language, path.ending == "md" {
        if let prose = readMarkdown(path, layout.address, isTranslation: true)?.prose {
          translations.append((layout.address, language, prose))
        }
      } else {
        read(path, layout, into: &kit)
      }
    }
    readResources(into: &kit)
    for (address, language, prose) in translations { add(prose, in: language, to: address, of: &kit) }
    kit.sortByID()
    kit.unread = unread
    return kit
  }

  private mutating func readIdentity() -> KitIdentity {
    guard let path = try? KitPath("kit.yaml"), files[path] != nil else {
      diagnostics.append(
        Diagnostic(
          .error, "no-kit", path: "kit.yaml", address: .kit,
          message: "There is no kit.yaml, so this folder is not a kit yet.",
          remedy: "Go to the folder that holds kit.yaml, or start a kit with “kitbag new”."))
      unread.insert(.kit)
      return KitIdentity(.empty(.kit))
    }
    return KitIdentity(readData(path, .kit) ?? .empty(.kit))
  }

  private mutating func read(_ path: KitPath, _ layout: KitLayout, into kit: inout Kit) {
    let address = layout.address
    let id = address.id ?? KitID(wellFormed: address.kind.rawValue)
    switch address.kind {
    case .kit, .resource: break
    case .guide:
      guard let file = readMarkdown(path, address) else { return }
      kit.guides.append(Guide(id: id, file.record, prose: file.prose))
    case .method:
      guard let file = readMarkdown(path, address) else { return }
      kit.methods.append(Method(id: id, file.record, prose: file.prose))
    case .plan, .checklist, .round, .network, .group, .customisations, .event, .debrief:
      guard let record = readData(path, address) else { return }
      kit.add(record, id: id)
    }
  }

  /// Reads a YAML file and checks its shape; `nil` where it cannot be read at all.
  mutating func readData(_ path: KitPath, _ address: Address) -> Record? {
    guard let bytes = files[path] else { return nil }
    do throws(YAMLFault) {
      let document = try YAMLDocument.read(bytes)
      let record = Record(
        address.kind.shape, document.root, path: path, source: document.source, address: address)
      diagnostics += ShapeCheck.diagnostics(of: record)
      if record.node.mapping == nil { unread.insert(address) }
      return record
    } catch {
      tell(error, path, address)
      return nil
    }
  }

  /// Reads a Markdown file into front matter and prose; `nil` where it is no text.
  ///
  /// The front matter is checked, except that of a translation: the original's counts.
  mutating func readMarkdown(
    _ path: KitPath, _ address: Address, isTranslation: Bool = false
  ) -> (record: Record, prose: Prose)? {
    guard let bytes = files[path] else { return nil }
    let source: SourceText
    do throws(TextFault) {
      source = try SourceText(bytes)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "unreadable", path: path.text, place: error.place, address: address,
          message: error.message, remedy: error.remedy))
      if !isTranslation { unread.insert(address) }
      return nil
    }
    let (node, body) = readFrontMatter(source, path, address)
    let nothing = YAMLNode.nothing(at: source.contents.lowerBound)
    let record = Record(
      address.kind.shape, node ?? nothing, path: path, source: source, address: address)
    if !isTranslation {
      // Where the front matter could not be read, its missing keys would only be noise.
      if node == nil { unread.insert(address) } else { diagnostics += ShapeCheck.diagnostics(of: record) }
    }
    return (record, Prose(record: record, range: body))
  }

  /// The front matter, `nil` where it cannot be read, and the bytes of the text after it.
  private mutating func readFrontMatter(
    _ source: SourceText, _ path: KitPath, _ address: Address
  ) -> (node: YAMLNode?, body: SourceRange) {
    let all = source.contents
    switch FrontMatter(in: source) {
    case .none:
      guard let key = unopenedKey(source, address) else { return (.nothing(at: all.lowerBound), all) }
      diagnostics.append(
        Diagnostic(
          .error, "front-matter", path: path.text, place: SourcePlace(line: 1, column: 1), address: address,
          message: "The file begins with the key “\(key)”, but no line “---” stands before it.",
          remedy: "Write a line “---” before the first key and one after the last."))
      return (nil, all)
    case .unclosed(let place):
      diagnostics.append(
        Diagnostic(
          .error, "front-matter", path: path.text, place: place, address: address,
          message: "The file begins with “---”, but no second line “---” ends what it begins.",
          remedy: "Write a line “---” after the keys, before the text."))
      return (nil, all)
    case .found(let yaml, let body):
      do throws(YAMLFault) {
        return (try YAMLDocument.read(source, in: yaml).root, body..<all.upperBound)
      } catch {
        tell(error, path, address)
        return (nil, body..<all.upperBound)
      }
    }
  }

  /// The key that the first line holds where front matter was begun without its line “---”.
  private func unopenedKey(_ source: SourceText, _ address: Address) -> String? {
    let first = source[source.lineContents(0)]
    guard let colon = first.firstIndex(of: ":") else { return nil }
    let key = String(first[..<colon])
    return address.kind.shape.field(key) == nil ? nil : key
  }

  private mutating func tell(_ fault: YAMLFault, _ path: KitPath, _ address: Address) {
    unread.insert(address)
    diagnostics.append(
      Diagnostic(
        .error, "unreadable", path: path.text, place: fault.place, address: address, message: fault.message,
        remedy: fault.remedy))
  }

  mutating func tell(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  var paths: [KitPath] { files.paths }

  func has(_ path: KitPath) -> Bool { files[path] != nil }

  private mutating func add(_ prose: Prose, in language: String, to address: Address, of kit: inout Kit) {
    if !kit.add(prose, in: language, to: address) { tellLoneTranslation(prose.path, address, language) }
  }

  mutating func tellLoneTranslation(_ path: KitPath, _ address: Address, _ language: String) {
    diagnostics.append(
      Diagnostic(
        .warning, "lone-translation", path: path.text, address: address,
        message: "This is a translation, but there is no original beside it.",
        remedy: "Name it as the original, with “.\(language)” before the ending."))
  }

  /// Tells of a file that is in a folder of the kit but cannot be what the folder holds.
  private mutating func tellMisplaced(_ path: KitPath) {
    guard let folder = path.names.first, path.names.count > 1, let kind = KitLayout.kind(ofFolder: folder)
    else {
      return
    }
    let name = path.fileName
    let wanted = KitLayout.ending(of: kind)
    if kind != .resource, path.ending != wanted || path.names.count > 2 {
      diagnostics.append(
        Diagnostic(
          .information, "not-read", path: path.text,
          message:
            "“\(path.text)” is not read as a \(kind.rawValue): those are files of \(folder)/ that end in “.\(wanted)”.",
          remedy: "Rename or move it if it is meant as one."))
      return
    }
    let likeness = slug(of: KitPath.stem(name))
    diagnostics.append(
      Diagnostic(
        .error, "bad-file-name", path: path.text,
        message:
          "“\(name)” cannot be the name of a \(kind.rawValue): the name is the id, which has 1 to 64 of "
          + "a–z, 0–9 and “-”.",
        remedy: likeness.isEmpty ? "Rename the file." : "Rename it to “\(likeness).\(path.ending)”."))
  }
}

extension KitPath {
  /// A file's name without its last ending.
  static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }
}

extension YAMLNode {
  /// What stands where nothing is written.
  static func nothing(at offset: Int) -> YAMLNode {
    YAMLNode(content: .scalar(YAMLScalar(text: "", style: .plain)), range: offset..<offset, properties: "")
  }
}

extension Record {
  /// A record of a file that is not there or cannot be read: everything in it is missing.
  static func empty(_ address: Address) -> Record {
    guard let path = KitLayout.path(of: address), let source = try? SourceText([]) else {
      preconditionFailure("the path of every kind of file is well formed, and no bytes are a text")
    }
    return Record(address.kind.shape, .nothing(at: 0), path: path, source: source, address: address)
  }
}
