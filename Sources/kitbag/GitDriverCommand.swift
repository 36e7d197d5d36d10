internal import ArgumentParser
internal import Git
internal import Glibc
internal import KitCore

/// `kitbag git-driver`: the same merge and compare for people who use git itself.
struct GitDriverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-driver",
    abstract: "Let plain git merge and compare with Kitbag, in any repository.",
    discussion: """
      After 'kitbag git-driver install', 'git merge', 'git rebase' and 'git diff' use Kitbag for Markdown and \
      YAML files of that repository on this computer. Where two changes clash, git's usual markers are written.
      """,
    subcommands: [Install.self, Remove.self, Merge.self, Diff.self])

  /// `kitbag git-driver install`.
  struct Install: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Use Kitbag for merging and comparing in this repository.")

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Names of files to use it for.", valueName: "pattern"))
    var files = ["*.md", "*.markdown", "*.yaml", "*.yml"]

    @OptionGroup var shared: SharedOptions

    func run() async throws {
      let program = ProgramPath.quoted
      let folder = try DriverSetup.install(
        in: WorkFolder(shared.directory).path,
        DriverSetup.Commands(
          merge: "\(program) git-driver merge %O %A %B %L %P", diff: "\(program) git-driver diff"),
        patterns: files)
      let output = Output(shared)
      if shared.json {
        output.print(["settings": .string(folder)])
      }
      output.note("git now merges and compares \(files.joined(separator: ", ")) with Kitbag here.")
      output.note("Nothing of it is shared: the settings are in \(folder).")
      output.note("Next: 'kitbag git-driver remove' takes them back.")
    }
  }

  /// `kitbag git-driver remove`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let git merge and compare by itself again.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
      let folder = try DriverSetup.remove(from: WorkFolder(shared.directory).path)
      let output = Output(shared)
      if shared.json {
        output.print(["settings": .string(folder)])
      }
      output.note("git merges and compares by itself again here. Your files are as they were.")
    }
  }

  /// `kitbag git-driver merge %O %A %B %L %P`, which git calls.
  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What git calls to merge one file.", shouldDisplay: false)

    @Argument var base: String
    @Argument var ours: String
    @Argument var theirs: String
    @Argument var markerSize: Int
    @Argument var path: String

    func run() async throws {
      let folder = WorkFolder(nil)
      let texts = ThreeWay(
        base: try folder.readFile(base), ours: try folder.readFile(ours), theirs: try folder.readFile(theirs))
      let merged = DocumentMerge(MergeFormat(path: path), lineMerge: mergeLines).merge(texts)
      try folder.write(
        merged.isClean ? merged.bytes : merged.withMarkers(size: markerSize), toExisting: ours)
      if merged.isClean { return }
      let output = Output(isQuiet: false, isVerbose: false, isJSON: false)
      for clash in merged.clashes { output.warn("\(path) \(clash.address): \(clash.kind.summary)") }
      throw Outcome(status: .failed)
    }
  }

  /// `kitbag git-driver diff path old-file old-hex old-mode new-file new-hex new-mode`, which git calls.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What git calls to show one file's changes.", shouldDisplay: false)

    @Argument var path: String
    @Argument var old: String
    @Argument var oldHex: String
    @Argument var oldMode: String
    @Argument var new: String
    @Argument var newHex: String
    @Argument var newMode: String
    /// For a renamed file git adds its new path and a header.
    @Argument(parsing: .allUnrecognized) var rename: [String] = []

    func run() async throws {
      let folder = WorkFolder(nil)
      let name = rename.first ?? path
      let (before, after) = (try read(old, folder), try read(new, folder))
      let changes = KitComparison(
        old: before.map { [path: $0] } ?? [:], new: after.map { [name: $0] } ?? [:]
      ).changes
      Output(isQuiet: false, isVerbose: false, isJSON: false)
        .print(ChangeList(changes: changes).text(isBrief: false))
    }

    /// git names a file that is not there `/dev/null`.
    private func read(_ file: String, _ folder: WorkFolder) throws(Failure) -> [UInt8]? {
      file == "/dev/null" ? nil : try folder.readFile(file)
    }
  }
}

/// Where this program is, for commands that other programs run later.
enum ProgramPath {
  /// `kitbag` quoted for a shell: its full path, so that it is found whatever `PATH` says then.
  static var quoted: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return "kitbag" }
    let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
