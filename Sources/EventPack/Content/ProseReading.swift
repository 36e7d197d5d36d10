internal import KitCore

/// Reads the Markdown of a kit's files into blocks, and collects what cannot be shown and which pictures are needed.
struct ProseReading {
  let occasion: Occasion
  let pages: PackPages
  /// What is wrong, in the order of reading.
  private(set) var diagnostics: [Diagnostic] = []
  /// The pictures that were met: the file in the kit by the file in the pack.
  private(set) var pictures: [String: KitPath] = [:]

  /// The words that were read for others than whoever leads, on one line.
  private(set) var openText = ""

  init(_ occasion: Occasion, _ pages: PackPages) {
    self.occasion = occasion
    self.pages = pages
  }

  /// The blocks of a file's Markdown for a document of this audience; empty where it cannot be read.
  mutating func blocks(
    of prose: Prose, for audience: PackDocument.Audience, anchors: inout Anchors
  ) -> [PackBlock] {
    let scan = ParameterScan(values: occasion.values, declared: occasion.kit.identity.parameters.map(\.name))
    diagnostics += scan.diagnostics(in: prose.source, prose.range, path: prose.path)
    let pages = pages
    let files = occasion.kit.files
    var met: [String: KitPath] = [:]
    let surroundings = MarkdownTree.Surroundings(
      file: prose.path, page: { (file: String) -> String? in pages.page(for: file, audience: audience) },
      picture: { (file: String) -> String? in
        guard let path = try? KitPath(file), files[path] != nil, StagedPicture.isPicture(path) else {
          return nil
        }
        let staged = "pictures/" + file.replacingSlashes
        met[staged] = path
        return staged
      })
    do throws(MarkdownTree.Fault) {
      let (blocks, faults) = try MarkdownTree.read(
        prose.text, values: occasion.values, anchors: &anchors, in: surroundings)
      diagnostics += faults.map { diagnostic(.warning, "left-out", $0, prose) }
      pictures.merge(met) { (first: KitPath, _: KitPath) -> KitPath in first }
      if audience != .facilitator { openText += blocks.map(\.plain).joined(separator: " ") + " " }
      return blocks
    } catch {
      diagnostics.append(diagnostic(.error, "too-complex", error, prose))
      return []
    }
  }

  private func diagnostic(
    _ severity: Diagnostic.Severity, _ rule: String, _ fault: MarkdownTree.Fault, _ prose: Prose
  ) -> Diagnostic {
    let first = prose.source.place(at: prose.range.lowerBound).line
    return Diagnostic(
      severity, rule, path: prose.path.text, place: SourcePlace(line: first + fault.line - 1, column: 1),
      address: KitLayout(prose.path)?.address,
      message: severity == .error
        ? "The text is too complex: \(fault.reason)." : "In a pack, \(fault.reason).",
      remedy: severity == .error ? "Make it simpler, or split it." : "Say it in Markdown, or take it out.")
  }

  /// Adds what was wrong elsewhere.
  mutating func tell(_ more: [Diagnostic]) { diagnostics += more }

  /// Asks for a picture that stands alone.
  mutating func stage(_ path: KitPath) -> String {
    let staged = "pictures/" + path.text.replacingSlashes
    pictures[staged] = path
    return staged
  }
}
