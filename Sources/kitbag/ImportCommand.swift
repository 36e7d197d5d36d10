internal import ArgumentParser
internal import Glibc
internal import KitCore

/// `kitbag import`: somebody else's material as a kit, as far as a program can take it.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a folder of somebody else's material into a kit.",
    discussion: """
      Understands lessons with 'teaching:' and 'exercises:' minutes, facilitator guides whose headings state \
      times, and cards with what, why, time and how; other pages become guides and handouts. What could not be \
      known is listed for you. The material itself is not changed, and no existing file is overwritten.
      """)

  @Argument(help: "The folder that holds the material.")
  var folder: String

  @Option(name: .customLong("as"), help: ArgumentHelp("The id of the new kit.", valueName: "kit"))
  var kit: String

  @Option(help: ArgumentHelp("Where to put the new kit; else a folder with the kit's id.", valueName: "dir"))
  var to: String?

  @Option(help: ArgumentHelp("The SPDX id of the material's licence, such as CC-BY-4.0.", valueName: "spdx"))
  var licence: String?

  @Option(help: ArgumentHelp("Who keeps the new kit.", valueName: "name"))
  var owner: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if KitID(rawValue: kit) == nil {
      throw ValidationError("'\(kit)' cannot be a kit's id, which has 1 to 64 of a-z, 0-9 and '-'.")
    }
    if let licence, !TextPattern.licence.matches(licence) {
      throw ValidationError("'\(licence)' is not an SPDX id such as CC-BY-4.0.")
    }
  }

  func run() throws {
    let material = try KitFolder(at: shared.path(folder))
    guard !material.files.isEmpty else {
      throw Failure(
        what: "There is nothing to import in '\(folder)'.", next: "Name the folder that holds the material.")
    }
    let name = folder.split(separator: "/").last.map(String.init) ?? kit
    var wish = KitImport.Wish(id: kit, source: name, licence: licence, owner: owner)
    var result = KitImport(material.files, as: wish)
    if licence == nil, result.lacksLicence, let answer = askForLicence() {
      wish.licence = answer
      result = KitImport(material.files, as: wish)
    }
    let target = shared.path(to ?? kit)
    try NewFiles(result.files).write(to: target)
    tell(result, refused: material.refusals, target: target)
  }

  private func tell(_ result: KitImport, refused: [KitFolder.Refusal], target: String) {
    let output = Output(shared)
    let needs =
      result.needs.map { (path: $0.path, words: $0.words) }
      + refused.map { (path: $0.path, words: $0.diagnostic.message) }
    if shared.json {
      output.print(bytes: Array(json(result, needs, target).prettyText.utf8))
      return
    }
    output.print("Made the kit '\(kit)' in \(target): \(result.summary).")
    if !needs.isEmpty, !shared.quiet {
      output.print("\nWhat needs a hand:")
      for need in needs {
        let words = [need.path, need.words].compactMap { $0 }.joined(separator: ": ")
        output.print(TextLayout.wrapped(words, to: 80, first: "  - ", rest: "    ").joined(separator: "\n"))
      }
    }
    output.note("\nThe material itself was not changed. What next: 'kitbag check \(target)'.")
  }

  private func json(_ result: KitImport, _ needs: [(path: String?, words: String)], _ target: String) -> JSON
  {
    [
      "kit": .string(kit), "folder": .string(target), "files": .strings(result.files.keys.sorted()),
      "needs": .array(
        needs.map { (need: (path: String?, words: String)) -> JSON in
          ["path": .optional(need.path), "what": .string(need.words)]
        }),
    ]
  }

  /// Asks a person at a terminal; nobody is asked anywhere else.
  private func askForLicence() -> String? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, !shared.json, !shared.quiet else {
      return nil
    }
    Output(shared).print(
      "Under which licence is the material? An SPDX id such as CC-BY-4.0; leave empty if you do not know.")
    guard let answer = readLine(), TextPattern.licence.matches(answer) else { return nil }
    return answer
  }
}
