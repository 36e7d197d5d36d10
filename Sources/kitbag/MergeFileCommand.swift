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

  @Argument(help: "The version that both sides began with.", completion: .file())
  var base: String

  @Argument(help: "The version that stays in place.", completion: .file())
  var ours: String

  @Argument(help: "The version that arrives.", completion: .file())
  var theirs: String

  func run() async throws {
    let output = Output(shared)
    let folder = WorkFolder(shared.directory)
    let texts = ThreeWay(
      base: try folder.readFile(base), ours: try folder.readFile(ours), theirs: try folder.readFile(theirs))
    let path = path ?? [ours, theirs, base].first { !$0.hasPrefix("/dev/") } ?? ours
    let merged = DocumentMerge(MergeFormat(path: path), lineMerge: mergeLines).merge(texts)
    let report = MergeReport(merged: merged, path: path, ours: texts.ours)
    if shared.json {
      output.print(report.json)
    } else {
      output.print(bytes: markers ? merged.withMarkers() : merged.bytes)
      if !shared.quiet || !merged.isClean { output.warn(report.text(hasMarkers: markers && !merged.isClean)) }
    }
    if !merged.isClean { throw Outcome(status: .waitsForDecision) }
  }
}
