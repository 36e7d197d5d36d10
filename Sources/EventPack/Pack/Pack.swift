package import KitCore

/// A finished pack: every file with its bytes, in the order of their paths.
package struct Pack: Sendable {
  /// The files, in the order of the bytes of their paths.
  package let files: [PackFile]
  /// What is worth telling about the kit, without standing in the way.
  package let diagnostics: [Diagnostic]
  /// What stands on every page.
  package let imprint: Imprint

  /// Makes the files of a pack.
  ///
  /// - Parameters:
  ///   - content: What the pack says.
  ///   - audiences: For whom; all where nothing is said. The start page and the sources are always there.
  ///   - more: Files that other writers made of the same documents, such as PDF; `document.pdf` beside `document.html`.
  ///   - paths: Folders of this computer that no file may name.
  /// - Throws: ``LeakScan/Leak`` where something stands in a file that must not: then there is no pack.
  package init(
    _ content: PackContent, for audiences: Set<PackDocument.Audience>? = nil, adding more: [PackFile] = [],
    hiding paths: [String] = []
  ) throws(LeakScan.Leak) {
    let isWanted = { (audience: PackDocument.Audience) -> Bool in audiences?.contains(audience) ?? true }
    let documents = content.documents.filter { isWanted($0.audience) || $0.id == "credits" }
    let theme = Theme(colour: content.imprint.colour)
    let kept = (content.files + more).filter { $0.audience.map(isWanted) ?? true }
    let ids = Set(documents.map(\.id))
    let shown = documents.map { $0.withoutDeadLinks(ids, Set(kept.map(\.path))) }
    var formats: [String: [String]] = [:]
    for file in more {
      guard let dot = file.path.lastIndex(of: ".") else { continue }
      formats[String(file.path[..<dot]), default: []].append(String(file.path[dot...].dropFirst()))
    }
    let start = StartPage(imprint: content.imprint).document(of: documents, kept, formats: formats)
    var files = kept
    for document in [start] + shown {
      files.append(
        PackFile(
          path: document.id + ".html", audience: document.id == "index" ? nil : document.audience,
          bytes: PageWriter.page(document, content.imprint, theme)))
    }
    files.append(PackFile(path: "assets/fonts.css", audience: nil, bytes: FontSheet.sheet))
    files.append(PackFile(path: "assets/OFL.txt", audience: nil, bytes: FontSheet.licence))
    let scan = LeakScan(
      secrets: content.secrets.texts, open: content.secrets.open, names: content.names, paths: paths,
      isPrivate: content.imprint.isPrivate)
    for file in files { if let leak = scan.leak(in: file) { throw leak } }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let manifest = Manifest(content.imprint, files)
    files.append(PackFile(path: Manifest.path, audience: nil, bytes: Array(manifest.json.prettyText.utf8)))
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.files = files
    diagnostics = content.diagnostics
    imprint = content.imprint
  }

  /// The pack as one ZIP file; the same pack always gives the same bytes.
  ///
  /// - Throws: ``ArchiveProblem``.
  package func zip() throws -> [UInt8] { try PackArchive.write(files) }
}

extension PackDocument {
  /// The document without links to pages that are not in this pack; their words stay.
  func withoutDeadLinks(_ ids: Set<String>, _ files: Set<String>) -> PackDocument {
    let isDead = { (target: String) -> Bool in
      guard PageWriter.isInside(target) else { return false }
      let path = String(target.prefix { $0 != "#" })
      if files.contains(path) || path.hasPrefix("assets/") || path == "index.html" { return false }
      return !(path.hasSuffix(".html") && ids.contains(String(path.dropLast(5))))
    }
    return PackDocument(
      id: id, audience: audience, title: title, summary: summary, language: language, paper: paper,
      blocks: blocks.map { $0.mappingText { $0.flatMap { $0.withoutLinks(isDead) } } })
  }
}

extension PackInline {
  fileprivate func withoutLinks(_ isDead: (String) -> Bool) -> [PackInline] {
    switch self {
    case .link(let target, let inner): isDead(target) ? inner : [self]
    case .strong(let inner): [.strong(inner.flatMap { $0.withoutLinks(isDead) })]
    case .emphasis(let inner): [.emphasis(inner.flatMap { $0.withoutLinks(isDead) })]
    case .struck(let inner): [.struck(inner.flatMap { $0.withoutLinks(isDead) })]
    case .language(let language, let inner): [.language(language, inner.flatMap { $0.withoutLinks(isDead) })]
    default: [self]
    }
  }
}
