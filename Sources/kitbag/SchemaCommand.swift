internal import ArgumentParser
internal import Glibc
internal import KitCore

/// `kitbag schema`: what files of a kit look like, for editors and other programs.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print or write the schemas of a kit's files.",
    discussion: """
      Editors that know YAML use them to complete and check a kit as you type. NAME is one of: \
      \(Address.Kind.allCases.map { $0.rawValue }.joined(separator: ", ")). Without NAME all are meant.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Write NAME.schema.json files into this folder.", valueName: "dir"))
  var write: String?

  @Argument(help: "The kind of file.")
  var name: String?

  func run() async throws {
    let output = Output(shared)
    let kinds = try chosenKinds()
    if let write = write.map({ folder(of: $0) }) {
      for kind in kinds { try Self.write(kind.shape.schema.prettyText, to: write, as: kind.schemaFileName) }
      output.note("\(kinds.count == 1 ? "One schema is" : "\(kinds.count) schemas are") written to \(write).")
    } else if name != nil {
      output.print(bytes: Array(kinds[0].shape.schema.prettyText.utf8))
    } else {
      let all: [JSON.Member] = kinds.map { JSON.Member($0.rawValue, $0.shape.schema) }
      output.print(bytes: Array(JSON.object(all).prettyText.utf8))
    }
  }

  /// A folder as seen from where the command works.
  private func folder(of path: String) -> String {
    guard let directory = shared.directory, !path.hasPrefix("/") else { return path }
    return "\(directory)/\(path)"
  }

  private func chosenKinds() throws -> [Address.Kind] {
    guard let name else { return Address.Kind.allCases }
    if let kind = Address.Kind(rawValue: name) { return [kind] }
    let names = Address.Kind.allCases.map { $0.rawValue }
    let meant = NearestMatch.question(name, among: names)
    throw Failure(
      status: .wrongUsage, what: "There is no schema “\(name)”.",
      next: meant.isEmpty ? "Write one of: \(names.joined(separator: ", "))." : meant)
  }

  /// Writes a file beside its old version and puts it in that version's place in one moment.
  private static func write(_ text: String, to folder: String, as name: String) throws(Failure) {
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw unwritten(folder) }
    let path = "\(folder)/\(name)"
    let fresh = "\(path).\(getpid()).new"
    guard let file = fopen(fresh, "wxe") else { throw unwritten(path) }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWritten, rename(fresh, path) == 0 else {
      let failure = unwritten(path)
      unlink(fresh)
      throw failure
    }
  }

  private static func unwritten(_ path: String) -> Failure {
    Failure(
      what: "The schema could not be written: \(String(cString: strerror(errno))).", place: path,
      safe: "What stood there before is unchanged.", next: "Choose a folder that you may write to.")
  }
}
