internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag operations`: what happened here.
struct OperationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operations",
    abstract: "List the steps that were done in this kit, the newest first.",
    discussion: "'kitbag undo --to STEP' goes back to how the kit was after a step.")

  @Option(help: ArgumentHelp("How many steps to list at most.", valueName: "number"))
  var last = 20

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if last < 1 { throw ValidationError("'--last' needs a whole number from 1 up.") }
  }

  func run() async throws {
    let workspace = try await work.open(shared.folder())
    let operations = try await workspace.operations(limit: last)
    let output = Output(shared)
    if shared.json {
      let json: JSON = ["steps": .array(operations.map(Self.json))]
      return output.print(bytes: Array(json.prettyText.utf8))
    }
    guard let newest = operations.first else {
      return output.print("Nothing was done here with Kitbag yet.")
    }
    let width = String(newest.number).count
    for operation in operations {
      let number = TextLayout.aligned(String(operation.number), to: width)
      let who = "\(operation.author.time.day), \(operation.author.name)"
      output.print("\(number)  \(operation.summary) (\(who))")
    }
    output.note("\nNext: 'kitbag undo' goes back one step, 'kitbag undo --to STEP' to after a step.")
  }

  private static func json(_ operation: Operation) -> JSON {
    [
      "step": .integer(operation.number), "command": .string(operation.verb),
      "summary": .string(operation.summary), "time": .integer(Int(operation.author.time.seconds)),
      "who": .string(operation.author.name), "arguments": operation.arguments,
    ]
  }
}

extension Timestamp {
  /// The day in universal time as `2026-03-12`.
  var day: String {
    // Days to a date of the Gregorian calendar, with years that begin in March so that leap days come last.
    let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let dayOfMonth = dayOfYear - (153 * shifted + 2) / 5 + 1
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(two(month))-\(two(dayOfMonth))"
  }
}
