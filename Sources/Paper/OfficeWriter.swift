/// Writes document trees as office files with pandoc.
package struct OfficeWriter: Sendable {
  /// The formats that people can edit.
  package enum Format: String, Sendable, Hashable, CaseIterable {
    case odt, docx, pptx
  }

  /// A document as pandoc's tree, without `pandoc-api-version`.
  package struct Document: Hashable, Sendable {
    /// Where it stands in the pack, without an ending.
    package let id: String
    /// What is to be written.
    package let format: Format
    /// The tree as JSON, UTF-8: an object.
    package let tree: [UInt8]

    /// A document to write.
    package init(id: String, format: Format, tree: [UInt8]) {
      self.id = id
      self.format = format
      self.tree = tree
    }
  }

  /// pandoc's absolute path.
  package var pandoc: String
  /// The folder in which unfinished files lie.
  package var temporary: String
  /// The longest that one document may take.
  package var longest: Duration = .seconds(60)
  /// The most bytes of memory that the child may hold. pandoc's runtime reserves much more than it uses.
  package var memoryBytes = 2 << 30

  /// A writer with the limits of the design.
  package init(pandoc: String, temporary: String = "/tmp") {
    self.pandoc = pandoc
    self.temporary = temporary
  }

  /// pandoc as `PATH` leads to it.
  package static func findPandoc(in environment: [String: String]) -> String? {
    Programs.path(of: "pandoc", in: environment)
  }

  /// Writes documents.
  ///
  /// - Parameter files: What the documents refer to.
  /// - Returns: The files in the order of the documents, or why one could not be written.
  /// - Throws: ``PaperError`` when nothing could be written.
  package func write(_ documents: [Document], files: [PaperFile] = []) async throws(PaperError) -> [Result<
    [UInt8], PaperProblem
  >] {
    let folder = try StagedFolder(in: temporary)
    for file in ThemeFile.all where file.name.hasPrefix("office/") {
      try folder.write(file.bytes, to: file.name)
    }
    for file in files {
      guard file.isPlain else { throw .badPath(file.path) }
      try folder.write(file.bytes, to: file.path)
    }
    try folder.makeFolder("out")
    let version = try await treeVersion()
    var results: [Result<[UInt8], PaperProblem>] = []
    for (place, document) in documents.enumerated() {
      let made = "out/\(place).\(document.format.rawValue)"
      let tree = Array("{\"pandoc-api-version\":\(version),".utf8) + document.tree.dropFirst()
      let outcome = try await run(
        [
          "--from", "json", "--to", document.format.rawValue, "--resource-path", folder.path,
          "--reference-doc", "\(folder.path)/office/reference.\(document.format.rawValue)",
          "--output", "\(folder.path)/\(made)",
        ], input: tree)
      if outcome.code == 0, let bytes = folder.read(made) {
        results.append(.success(ArchiveTimes.fixed(bytes)))
      } else {
        results.append(.failure(PaperProblem(words: outcome.words)))
      }
    }
    return results
  }

  /// The version of the tree that this pandoc reads, as it writes it: `[1,22,1]`.
  private func treeVersion() async throws(PaperError) -> String {
    let told = String(
      decoding: try await run(["--from", "markdown", "--to", "json"], input: [0x0A]).output, as: UTF8.self)
    guard let name = told.firstRange(of: "\"pandoc-api-version\":["),
      let end = told[name.upperBound...].firstIndex(of: "]")
    else { throw .broke("pandoc does not tell which tree it reads") }
    let digits = told[name.upperBound..<end]
    guard digits.allSatisfy({ $0.isNumber || $0 == "," }) else {
      throw .broke("pandoc does not tell which tree it reads")
    }
    return "[\(digits)]"
  }

  private func run(_ words: [String], input: [UInt8]) async throws(PaperError) -> WorkingChild.Outcome {
    try await WorkingChild(program: pandoc, arguments: words, memoryBytes: memoryBytes, input: input)
      .run(longest: longest)
  }
}
