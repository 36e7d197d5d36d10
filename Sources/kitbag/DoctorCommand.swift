internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag doctor`: find and mend what is wrong with a kit's past.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look for damage in a kit's past, and mend it with '--repair'.",
    discussion: """
      Finds steps that were cut off, locks that nobody holds, names that plain git moved, missing or damaged pieces \
      that the master still has, and a version of the master that is not the true one. Without '--repair' nothing is \
      changed. What people wrote is never taken away; damaged files are moved aside. 'kitbag check' looks at what \
      the kit says instead.
      """)

  @Flag(help: "Mend what can be mended.")
  var repair = false

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let settings = (try? Repository.open(shared.folder()))?.settings
    let doctor = Doctor(
      shared.folder(), work.conditions(settings ?? Settings()),
      with: Transport(environment: Surroundings.environment))
    let output = Output(shared)
    guard repair else {
      let found = try await doctor.examine()
      tell(found, output)
      if !found.isEmpty { throw Outcome(status: .failed) }
      return
    }
    let outcome = try await doctor.mend()
    if shared.json {
      output.print(["mended": json(outcome.mended), "left": json(outcome.left)])
    } else {
      for finding in outcome.mended { output.print("Mended: \(finding.what)") }
      for finding in outcome.left { output.print("Still wrong: \(finding.what)\n  \(finding.remedy)") }
      if outcome.mended.isEmpty, outcome.left.isEmpty { output.print("Nothing is wrong.") }
    }
    if outcome.left.isEmpty {
      output.note("Everything is sound. What you wrote was not touched.")
    } else {
      output.note(
        "Next: keep a copy of the whole folder, then start anew from the master with 'kitbag fork'.")
      throw Outcome(status: .failed)
    }
  }

  private func tell(_ found: [Finding], _ output: Output) {
    if shared.json { return output.print(["found": json(found)]) }
    for finding in found { output.print("\(finding.what)\n  \(finding.remedy)") }
    if found.isEmpty {
      output.print("Nothing is wrong.")
    } else {
      output.note("Nothing was changed.")
      output.note("Next: 'kitbag doctor --repair'.")
    }
  }

  private func json(_ found: [Finding]) -> JSON {
    .array(
      found.map { (finding: Finding) -> JSON in
        [
          "what": .string(finding.what), "remedy": .string(finding.remedy),
          "mendable": .boolean(finding.isMendable),
        ]
      })
  }
}
