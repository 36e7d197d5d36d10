internal import ArgumentParser
internal import EventPack
internal import KitCore
internal import Paper

/// A format in which documents of a pack stand beside their pages.
enum PaperFormat: String, CaseIterable, ExpressibleByArgument {
  case pdf, odt, docx, pptx

  /// The formats that a person asks for, such as `html,pdf`. Pages are always there, so `html` adds nothing.
  ///
  /// - Throws: `ValidationError` for a word that is no format.
  static func list(_ typed: String) throws -> Set<PaperFormat> {
    var formats: Set<PaperFormat> = []
    for word in typed.split(separator: ",").map({ $0.lowercased() }) where word != "html" {
      guard let format = PaperFormat(rawValue: word) else {
        throw ValidationError("'\(word)' is no format of a pack: there are html, pdf, odt, docx and pptx.")
      }
      formats.insert(format)
    }
    return formats
  }
}

/// Writes the documents of a pack in further formats, with the programs of this machine.
struct PaperPress {
  /// What the pack says.
  let content: PackContent
  /// The documents that are wanted.
  let documents: [PackDocument]

  /// What was written, and what is worth telling.
  struct Outcome {
    var files: [PackFile] = []
    var notes: [String] = []
  }

  /// Writes all documents in all formats.
  ///
  /// - Parameter isAsked: Whether the person asked for the formats; else a missing program is only told.
  /// - Throws: `PaperError` where a program is missing that was asked for, or breaks off.
  func write(_ formats: Set<PaperFormat>, isAsked: Bool) async throws(PaperError) -> Outcome {
    var outcome = Outcome()
    if formats.contains(.pdf) {
      do throws(PaperError) {
        try await setPages(&outcome)
      } catch {
        guard error == .noTypesetter, !isAsked else { throw error }
        outcome.notes.append("\(error.message) \(error.hint)")
      }
    }
    let office = documents.flatMap { document in
      OfficeWriter.Format.allCases.filter { formats.contains($0.paper) && $0.suits(document) }.map {
        (document, $0)
      }
    }
    if !office.isEmpty { try await writeOffice(office, &outcome) }
    return outcome
  }

  private func setPages(_ outcome: inout Outcome) async throws(PaperError) {
    let engine = TypesetterEngine.find(beside: ProgramPath.full, environment: Surroundings.environment)
    guard let engine else { throw .noTypesetter }
    let fonts = FontSheet.faces.map { PaperFile(path: "fonts/\($0.name).ttf", bytes: $0.trueType) }
    let typesetter = Typesetter(engine: engine, fonts: fonts, temporary: Self.temporary)
    let set = try await typesetter.set(
      documents.map { PaperDocument(id: $0.id, json: Array($0.json.compactText.utf8)) },
      dress: PaperDress(
        accent: content.imprint.paperColour, event: content.imprint.eventLine, kit: content.imprint.kitLine),
      files: pictures)
    for (document, made) in zip(documents, set) {
      switch made.paper {
      case .success(let bytes):
        outcome.files.append(PackFile(path: "\(document.id).pdf", audience: document.audience, bytes: bytes))
      case .failure(let problem):
        outcome.notes.append("'\(document.id)' is there as a page, but not as PDF: \(problem.words).")
      }
      if !made.unknownLetters.isEmpty {
        let letters = made.unknownLetters.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
        outcome.notes.append(
          "'\(document.id).pdf' shows a box for letters that the font does not have: \(letters).")
      }
    }
  }

  private func writeOffice(_ wanted: [(PackDocument, OfficeWriter.Format)], _ outcome: inout Outcome)
    async throws(PaperError)
  {
    guard let pandoc = OfficeWriter.findPandoc(in: Surroundings.environment) else { throw .noPandoc }
    let line = content.imprint.eventLine
    let trees = wanted.map { (document: PackDocument, format: OfficeWriter.Format) -> OfficeWriter.Document in
      let tree = format == .pptx ? document.slideTree : document.officeTree(subtitle: line)
      return .init(id: document.id, format: format, tree: Array(tree.compactText.utf8))
    }
    let made = try await OfficeWriter(pandoc: pandoc, temporary: Self.temporary).write(trees, files: pictures)
    for ((document, format), result) in zip(wanted, made) {
      switch result {
      case .success(let bytes):
        outcome.files.append(
          PackFile(path: "\(document.id).\(format.rawValue)", audience: document.audience, bytes: bytes))
      case .failure(let problem):
        outcome.notes.append("'\(document.id)' could not be written as \(format.rawValue): \(problem.words).")
      }
    }
  }

  /// The pictures that documents refer to.
  private var pictures: [PaperFile] {
    content.files.filter { $0.path.hasPrefix("pictures/") }.map { PaperFile(path: $0.path, bytes: $0.bytes) }
  }

  private static var temporary: String { Surroundings.environment["TMPDIR"] ?? "/tmp" }
}

extension OfficeWriter.Format {
  fileprivate var paper: PaperFormat {
    switch self {
    case .odt: .odt
    case .docx: .docx
    case .pptx: .pptx
    }
  }

  /// Slides are shown, everything else is edited as text.
  fileprivate func suits(_ document: PackDocument) -> Bool {
    (self == .pptx) == (document.paper.form == .slides)
  }
}
