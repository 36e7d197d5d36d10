internal import ArgumentParser
internal import Glibc
internal import KitCore

/// `kitbag import`: somebody else's material as a kit, as far as a program can take it.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn somebody else's material, in a folder or a repository, into a kit.",
    discussion: """
      Understands lessons with 'teaching:' and 'exercises:' minutes, facilitator guides whose headings state \
      times, and cards with what, why, time and how; other pages become guides and handouts. Text documents of \
      office programs are turned into pages where 'pandoc' is installed. What could not be known, and what was \
      left out, is listed for you. The material itself is not changed, nothing in it is run, and no existing \
      file is overwritten.
      """)

  @Argument(
    help: "The folder that holds the material, or the address of a repository: https://…, ssh://… or a path.")
  var source: String

  @Option(name: .customLong("as"), help: ArgumentHelp("The id of the new kit.", valueName: "kit"))
  var kit: String

  @Option(help: ArgumentHelp("Where to put the new kit; else a folder with the kit's id.", valueName: "dir"))
  var to: String?

  @Option(help: ArgumentHelp("The SPDX id of the material's licence, such as CC-BY-4.0.", valueName: "spdx"))
  var licence: String?

  @Option(help: ArgumentHelp("Who keeps the new kit.", valueName: "name"))
  var owner: String?

  @OptionGroup var shared: SharedOptions

  /// How many things that need a hand a person is shown at once; programs get all.
  private static let shown = 60

  func validate() throws {
    if KitID(rawValue: kit) == nil {
      throw ValidationError("'\(kit)' cannot be a kit's id, which has 1 to 64 of a-z, 0-9 and '-'.")
    }
    if let licence, !TextPattern.licence.matches(licence) {
      throw ValidationError("'\(licence)' is not an SPDX id such as CC-BY-4.0.")
    }
  }

  func run() async throws {
    let target = shared.path(to ?? kit)
    try refuseTarget(target)
    var material = try await ForeignMaterial.at(source, shared)
    guard !material.files.isEmpty else {
      throw Failure(
        what: "There is nothing to import in '\(source)'.", next: "Name the folder that holds the material.")
    }
    try refuseKit(material)
    try await material.readOfficeFiles(with: OfficeText(searching: Surroundings.programs))
    var wish = KitImport.Wish(
      id: kit, source: material.name, licence: licence, owner: owner, origin: material.origin)
    var result = KitImport(material.files, as: wish)
    if licence == nil, result.lacksLicence, let answer = askForLicence() {
      wish.licence = answer
      result = KitImport(material.files, as: wish)
    }
    try NewFiles(result.files).write(to: target)
    tell(result, from: material, target: target)
  }

  /// A kit inside its own material would be imported with it the next time.
  private func refuseTarget(_ target: String) throws {
    guard let material = realPath(shared.path(source)) else { return }
    var above = target
    while realPath(above) == nil, let slash = above.lastIndex(of: "/") { above = String(above[..<slash]) }
    if above == target, realPath(above) == nil { above = "." }
    let place = realPath(above.isEmpty ? "/" : above) ?? "/"
    guard place == material || place.hasPrefix(material + "/") else { return }
    throw Failure(
      what: "The new kit would lie inside the material, in '\(target)'.", safe: "Nothing was written.",
      next: "Name a folder outside of '\(source)' with '--to'.")
  }

  private func refuseKit(_ material: ForeignMaterial) throws {
    guard let bytes = material.files["kit.yaml"], let root = try? YAMLDocument.read(bytes).root,
      root["kitbag"] != nil
    else { return }
    let title = root["title"]?.text.map { ", “\($0)”" } ?? ""
    throw Failure(
      what: "'\(source)' is a kit already\(title).", safe: "Nothing was written.",
      next: "To make it your group's, use 'kitbag fork \(source) DIR --group NAME'.")
  }

  private func tell(_ result: KitImport, from material: ForeignMaterial, target: String) {
    let output = Output(shared)
    let needs = result.needs + material.needs
    if shared.json {
      output.print(bytes: Array(json(result, needs, material, target).prettyText.utf8))
      return
    }
    output.print("Made the kit '\(kit)' in \(target): \(result.summary).")
    if material.origin != nil { output.note("It comes from \(material.place).") }
    if !needs.isEmpty, !shared.quiet {
      output.print("\nWhat needs a hand:")
      for need in needs.prefix(Self.shown) {
        let words = [need.path, need.words].compactMap { $0 }.joined(separator: ": ")
        output.print(TextLayout.wrapped(words, to: 80, first: "  - ", rest: "    ").joined(separator: "\n"))
      }
      if needs.count > Self.shown {
        output.print("  … and \(needs.count - Self.shown) more, which '--json' lists.")
      }
    }
    output.note("\nThe material itself was not changed. What next: 'kitbag check \(target)'.")
  }

  private func json(
    _ result: KitImport, _ needs: [KitImport.Need], _ material: ForeignMaterial, _ target: String
  ) -> JSON {
    .compact([
      ("kit", .string(kit)), ("folder", .string(target)),
      (
        "origin",
        material.origin.map {
          .compact([("address", .optional($0.address)), ("version", .string($0.version))])
        }
      ),
      ("files", .strings(result.files.keys.sorted())),
      (
        "needs",
        .array(
          needs.map { (need: KitImport.Need) -> JSON in
            ["path": .optional(need.path), "what": .string(need.words)]
          })
      ),
    ])
  }

  /// Asks a person at a terminal; nobody is asked anywhere else.
  private func askForLicence() -> String? {
    guard Surroundings.hasTerminal, !shared.json, !shared.quiet else { return nil }
    Output(shared).print(
      "Under which licence is the material? An SPDX id such as CC-BY-4.0; leave empty if you do not know.")
    guard let answer = readLine(), TextPattern.licence.matches(answer) else { return nil }
    return answer
  }
}
