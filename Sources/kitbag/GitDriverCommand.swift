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

  @OptionGroup var shared: SharedOptions

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
      let folder = try GitDriverCommand.inRepository { () throws(GitError) -> String in
        try DriverSetup.install(
          in: WorkFolder(shared.directory).path, DriverScripts(program: ProgramPath.full).commands,
          patterns: files)
      }
      let output = Output(shared)
      if shared.json { output.print(["settings": .string(folder), "files": .strings(files)]) }
      output.note("git now merges and compares \(files.joined(separator: ", ")) with Kitbag here.")
      output.note("Nothing of it is shared: the settings are in \(folder).")
      output.note("Next: use git as ever. 'git diff --no-ext-diff' shows lines, which patches need;")
      output.note("'kitbag git-driver remove' takes the settings back.")
    }
  }

  /// `kitbag git-driver remove`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let git merge and compare by itself again.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
      let folder = try GitDriverCommand.inRepository { () throws(GitError) -> String in
        try DriverSetup.remove(from: WorkFolder(shared.directory).path)
      }
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

    /// At most this number of clashes is told; all are marked in the file.
    private static let mostTold = 10

    func run() async throws {
      let output = Output(isQuiet: false, isVerbose: false, isJSON: false)
      let merged: MergedDocument
      do {
        merged = try merge()
      } catch {
        // Another status than "merged" and "clashes": git's own merge then takes over.
        if let failure = Failure(explaining: error) { output.warn(failure.text(verbose: true)) }
        throw Outcome(status: .ourFault)
      }
      if merged.isClean { return }
      // In a rebase git has the sides the other way round, so the words take none.
      for (clash, question) in zip(merged.clashes, ClashQuestion.all(in: merged, path: path)).prefix(
        Self.mostTold)
      {
        output.warn(
          "\(question.title.contains(path) ? "" : path + ": ")\(question.title): \(clash.kind.summary)")
      }
      let more = merged.clashes.count - Self.mostTold
      if more > 0 { output.warn("\(path): … and \(more) more") }
      throw Outcome(status: .failed)
    }

    private func merge() throws -> MergedDocument {
      let folder = WorkFolder(nil)
      let texts = ThreeWay(
        base: try folder.readFile(base), ours: try folder.readFile(ours), theirs: try folder.readFile(theirs))
      let merged = DocumentMerge(MergeFormat(path: path), lineMerge: mergeLines).merge(texts)
      try folder.write(merged.isClean ? merged.bytes : merged.withMarkers(size: markerSize), toExisting: ours)
      return merged
    }
  }

  /// `kitbag git-driver diff path old-file old-hex old-mode new-file new-hex new-mode`, which git calls.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What git calls to show one file's changes.", shouldDisplay: false)

    @Argument var path: String
    /// The six that git names above; none of them for a file with open questions. For a renamed file git adds its new
    /// path and a header.
    @Argument(parsing: .allUnrecognized) var rest: [String] = []

    func run() async throws {
      let output = Output(isQuiet: false, isVerbose: false, isJSON: false)
      guard rest.count >= 6 else {
        return output.print("\(path)\n  Two versions of it are still to be brought together.\n\n")
      }
      let folder = WorkFolder(nil)
      let name = rest.count > 6 ? rest[6] : path
      let (before, after) = (try read(rest[0], folder), try read(rest[3], folder))
      let changes = KitComparison(
        old: before.map { [path: $0] } ?? [:], new: after.map { [name: $0] } ?? [:]
      ).changes
      var lines = [
        changes.isEmpty
          ? TerminalText(oneLine: name).shown : ChangeList(changes: changes).files(isBrief: false)
      ]
      let mode = FileMode.change(from: rest[2], to: rest[5])
      if let mode { lines.append("  " + mode) }
      if changes.isEmpty, mode == nil || rest[1] != rest[4] {
        lines.append("  Only white space, comments or quotes changed; 'git diff --no-ext-diff' shows them.")
      }
      output.print(lines.joined(separator: "\n") + "\n\n")
    }

    /// git names a file that is not there `/dev/null`.
    private func read(_ file: String, _ folder: WorkFolder) throws(Failure) -> [UInt8]? {
      file == "/dev/null" ? nil : try folder.readFile(file)
    }
  }

  /// Does something to a repository's settings; outside of one it says so in terms of repositories, not of kits.
  private static func inRepository(_ work: () throws(GitError) -> String) throws -> String {
    do throws(GitError) {
      return try work()
    } catch {
      switch error.kind {
      case .notFound:
        throw Failure(
          what: "This folder is in no git repository.", place: error.path, safe: "Nothing was changed.",
          next: "Go into a repository, or name one with '-C DIR'; 'git init' makes one.")
      case .invalid:
        throw Failure(
          status: .wrongUsage, what: error.message.prefix(1).uppercased() + error.message.dropFirst() + ".",
          safe: "Nothing was changed.", next: "Name the files like this: --files '*.md' '*.yaml'")
      default: throw error
      }
    }
  }
}

/// What git's modes of a file tell people.
enum FileMode {
  /// What a change of mode means, or `nil` where there is none.
  static func change(from old: String, to new: String) -> String? {
    guard old != new, old != ".", new != "." else { return nil }
    let meaning =
      switch (old, new) {
      case (_, "120000"): "it is now a link to another file"
      case ("120000", _): "it is no longer a link to another file"
      case (_, "100755"): "it may now be run as a program"
      case ("100755", _): "it may no longer be run as a program"
      default: "it is now kept as another kind of file"
      }
    return "File mode \(old) → \(new): \(meaning)."
  }
}
