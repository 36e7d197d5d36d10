internal import ArgumentParser
internal import KitCore

/// `kitbag check`: what is wrong with a kit, where, and what to do about it.
struct CheckCommand: ParsableCommand {
  /// How the result is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong with a kit, where, and what to do about it.",
    discussion: """
      Looks at the whole kit and changes nothing. Errors must be mended before the kit can be used; \
      warnings are worth a look; notes are good to know. The exit status is 1 if there are errors, else 0.
      """)

  @Argument(help: "The folder that holds the kit; else the one around the current folder.")
  var folder: String?

  @Option(help: ArgumentHelp("How to print the result: text, json or sarif.", valueName: "format"))
  var format: Format?

  @Option(help: ArgumentHelp("The folder of the master kit, to compare fixed parts with.", valueName: "dir"))
  var master: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if shared.json, let format, format != .json {
      throw ValidationError("'--json' and '--format \(format.rawValue)' contradict each other.")
    }
  }

  func run() throws {
    let (reading, refused) = try KitFolder(at: shared.kitFolder(folder)).readKit()
    let master = try master.map { try KitFolder(at: shared.path($0)).readKit().reading.kit } ?? nil
    let found = Check.diagnostics(of: reading, master: master) + refused
    let report = CheckReport(found.sorted(), kit: reading.kit?.identity.id?.rawValue)
    let output = Output(shared)
    switch shared.json ? .json : format ?? .text {
    case .json: output.print(bytes: Array(report.json.prettyText.utf8))
    case .sarif: output.print(bytes: Array(report.sarif(version: version).prettyText.utf8))
    case .text:
      if !shared.quiet || !report.isUsable {
        output.print(report.text(leastSeverity: shared.quiet ? .error : .information))
      }
    }
    if !report.isUsable { throw Outcome(status: .failed) }
  }
}
