internal import ArgumentParser
internal import Git
internal import KitCore

/// `kitbag merge-file`: the three-way merge of one file, for people, scripts and git.
struct MergeFileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-file",
    abstract: "Bring two changed versions of one file together.",
    discussion: """
      BASE is the version that both began with, OURS the one that stays in place, THEIRS the one that arrives. \
      The merged file is printed. Where both changed the same part, yours stays and the part is listed as a \
      question; the exit status is then 2, and the printed file is valid all the same.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("The file's name in its folder, which tells its format.", valueName: "name"))
  var path: String?

  @Flag(help: "Print the three versions of each question between lines of marks, as git does.")
  var markers = false

  @Argument(help: "The version that both sides began with.")
  var base: String

  @Argument(help: "The version that stays in place.")
  var ours: String

  @Argument(help: "The version that arrives.")
  var theirs: String

  func run() async throws {
    let output = Output(shared)
    let folder = WorkFolder(shared.directory)
    let texts = ThreeWay(
      base: try folder.readFile(base), ours: try folder.readFile(ours), theirs: try folder.readFile(theirs))
    let merge = DocumentMerge(MergeFormat(path: path ?? ours), lineMerge: mergeLines)
    let merged = merge.merge(texts)
    if shared.json {
      output.print(MergeReport(merged).json)
    } else {
      output.print(bytes: markers ? merged.withMarkers() : merged.bytes)
      for warning in merged.warnings where !shared.quiet {
        output.warn("Look at this: the text “\(warning.text)” was added by both sides and stands twice.")
      }
      for clash in merged.clashes { output.warn(MergeReport.sentence(for: clash)) }
    }
    if !merged.isClean { throw Outcome(status: .waitsForDecision) }
  }
}
