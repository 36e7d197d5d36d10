internal import Children

/// Sets document trees as PDF files.
///
/// Everything that the typesetter may see is put into a new folder: the templates, the fonts, the documents, the
/// pictures. It runs as a child with fixed words, a clean environment and limits; see <doc:Paper>.
package struct Typesetter: Sendable {
  /// The typesetter of this machine.
  package var engine: TypesetterEngine
  /// The folder in which unfinished files lie.
  package var temporary: String
  /// The longest that it may take for all documents.
  package var longest: Duration = .seconds(60)
  /// The most bytes of memory that a child may hold.
  package var memoryBytes = 1 << 30
  /// The fonts, one file each: name and bytes.
  package var fonts: [PaperFile]

  /// A typesetter with the limits of the design.
  package init(engine: TypesetterEngine, fonts: [PaperFile], temporary: String = "/tmp") {
    self.engine = engine
    self.fonts = fonts
    self.temporary = temporary
  }

  /// Sets documents, all in the same dress.
  ///
  /// - Parameter files: What the documents refer to.
  /// - Returns: One result for each document, in their order.
  /// - Throws: ``PaperError`` when nothing could be set.
  package func set(_ documents: [PaperDocument], dress: PaperDress, files: [PaperFile] = [])
    async throws(PaperError) -> [SetDocument]
  {
    let folder = try StagedFolder(in: temporary)
    let letters = Letters(fonts: fonts.map(\.bytes))
    let known = documents.map { (document: PaperDocument) in letters.replacingUnknown(in: document.json) }
    try stage(known.map(\.text), dress: dress, files: files, in: folder)
    let told =
      switch engine {
      case .module(let python): try await setAll(documents.count, with: python, in: folder.path)
      case .program(let typst): try await setEach(documents.count, with: typst, in: folder.path)
      }
    return documents.indices.map { (place: Int) -> SetDocument in
      let paper: Result<[UInt8], PaperProblem> =
        if told[place] == "done", let bytes = folder.read("out/\(place).pdf") {
          .success(bytes)
        } else {
          .failure(PaperProblem(words: told[place] ?? "the typesetter ended before it came to this document"))
        }
      return SetDocument(id: documents[place].id, paper: paper, unknownLetters: known[place].unknown)
    }
  }

  private func stage(
    _ documents: [[UInt8]], dress: PaperDress, files: [PaperFile], in folder: borrowing StagedFolder
  )
    throws(PaperError)
  {
    for file in ThemeFile.all { try folder.write(file.bytes, to: file.name) }
    for font in fonts { try folder.write(font.bytes, to: font.path) }
    try folder.write(dress.json, to: "dress.json")
    for file in files {
      guard file.isPlain else { throw .badPath(file.path) }
      try folder.write(file.bytes, to: file.path)
    }
    var jobs = ""
    for (place, document) in documents.enumerated() {
      try folder.write(document, to: "documents/\(place).json")
      jobs += "\(place).json \(place).pdf\n"
    }
    try folder.write(Array(jobs.utf8), to: "jobs")
    try folder.makeFolder("out")
  }

  /// Sets all documents with one compiler. What it tells of each, by its place.
  private func setAll(_ count: Int, with python: String, in folder: String) async throws(PaperError) -> [Int:
    String]
  {
    let words = ["-I", "-B", "\(folder)/set.py", folder]
    let outcome = try await child(python, words).run(longest: longest)
    var told: [Int: String] = [:]
    for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      if parts.count == 2, let place = Int(parts[0].dropLast(".json".count)) {
        told[place] = String(parts[1])
      }
    }
    if told.isEmpty, count > 0 { throw .broke(outcome.words) }
    return told
  }

  /// Sets each document with a process of its own.
  private func setEach(_ count: Int, with typst: String, in folder: String) async throws(PaperError) -> [Int:
    String]
  {
    var told: [Int: String] = [:]
    for place in 0..<count {
      let words = [
        "compile", "--root", folder, "--font-path", "\(folder)/fonts", "--ignore-system-fonts",
        "--package-path", "\(folder)/packages", "--package-cache-path", "\(folder)/packages",
        "--pdf-standard", "ua-1", "--creation-timestamp", "0", "--diagnostic-format", "short",
        "--input", "document=documents/\(place).json", "\(folder)/main.typ", "\(folder)/out/\(place).pdf",
      ]
      let outcome = try await child(typst, words).run(longest: longest)
      told[place] = outcome.code == 0 ? "done" : outcome.words
    }
    return told
  }

  private func child(_ program: String, _ words: [String]) -> WorkingChild {
    WorkingChild(program: program, arguments: words, memoryBytes: memoryBytes)
  }
}
