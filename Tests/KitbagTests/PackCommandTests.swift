import Foundation
import Testing

@Suite struct PackCommandTests {
  private static let options = [
    "--date", "2026-03-12", "--start", "13:30", "--host", "Northborough Council", "--venue", "Town Hall",
    "--address",
    "1 Market Square, Northborough", "--capacity", "24", "--set", "region=Yorkshire and Humber",
  ]

  /// A folder with a sample kit in it, under `kit`.
  private func sample(_ name: String = "lgdss-peer-group") throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
      at: ProgramRun.repository.appending(path: "kits/\(name)"), to: folder.url.appending(path: "kit"))
    return folder
  }

  private func run(_ folder: TestFolder, _ arguments: [String], _ environment: [String: String] = [:]) throws
    -> ProgramRun
  {
    try ProgramRun(arguments, in: folder.url.appending(path: "kit"), environment: environment)
  }

  /// Every file below a folder with its bytes.
  private func files(_ folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }

  @Test func `an event is planned, listed, shown and packed, and the pack passes its own manifest`() throws {
    let folder = try sample()
    let planned = try run(folder, ["event", "new", "--id", "march", "--plan", "half-day"] + Self.options)
    #expect(planned.status == 0, "\(planned.errors)")
    #expect(planned.text.contains("13:30 to 16:30"))
    #expect(try run(folder, ["check"]).status == 0)
    #expect(try run(folder, ["event", "list"]).text.contains("march: 2026-03-12, 13:30–16:30"))
    #expect(try run(folder, ["event", "show", "march"]).text.contains("14:05–14:45  Card walk"))
    let packed = try run(folder, ["pack", "march"])
    #expect(packed.status == 0, "\(packed.errors)")
    let kit = folder.url.appending(path: "kit")
    #expect(FileManager.default.fileExists(atPath: kit.appending(path: "packs/march/index.html").path))
    #expect(try run(folder, ["pack", "--verify", "packs/march"]).status == 0)
    #expect(try run(folder, ["pack", "--verify", "packs/march.zip"]).status == 0)
    try Data("x".utf8).write(to: kit.appending(path: "packs/march/participants/agenda.html"))
    let touched = try run(folder, ["pack", "--verify", "packs/march"])
    #expect(touched.status == 1)
    #expect(touched.errors.contains("'participants/agenda.html' was changed"))
  }

  @Test func `a pack has the same bytes in another time zone, language, mask, home and folder`() throws {
    var packs: [[String: Data]] = []
    for (index, environment) in [
      ["TZ": "Pacific/Auckland", "LC_ALL": "cy_GB.UTF-8"],
      ["TZ": "America/New_York", "LC_ALL": "C", "HOME": "/nonexistent"],
    ].enumerated() {
      let folder = try sample()
      _ = try run(
        folder, ["event", "new", "--id", "march", "--plan", "half-day"] + Self.options, environment)
      let mask = umask(index == 0 ? 0o077 : 0o002)
      let packed = try run(folder, ["pack", "march"], environment)
      umask(mask)
      #expect(packed.status == 0, "\(packed.errors)")
      let out = folder.url.appending(path: "kit/packs")
      packs.append(try files(out))
      let modes = try FileManager.default.attributesOfItem(
        atPath: out.appending(path: "march/index.html").path)
      #expect(modes[.posixPermissions] as? Int == 0o644)
    }
    #expect(packs[0].count > 50)
    #expect(packs[0] == packs[1])
  }

  @Test func `an event keeps the kit that it was planned with`() throws {
    let folder = try sample()
    #expect(try folder.git("-C", "kit", "init", "-q").status == 0)
    #expect(try folder.git("-C", "kit", "add", ".").status == 0)
    #expect(try folder.git("-C", "kit", "commit", "-qm", "The kit").status == 0)
    let planned = try run(folder, ["event", "new", "--id", "march", "--plan", "half-day"] + Self.options)
    #expect(planned.status == 0, "\(planned.errors)")
    #expect(try folder.read("kit/events/march.yaml").contains("kit commit: "))
    let plan = try folder.read("kit/plans/half-day.yaml")
    try folder.write(
      "kit/plans/half-day.yaml", plan.replacing("Welcome and ground rules", with: "Hello again"))
    #expect(try run(folder, ["pack", "march"]).status == 0)
    #expect(try folder.read("kit/packs/march/participants/agenda.html").contains("Welcome and ground rules"))
    #expect(try folder.read("kit/packs/march/MANIFEST.json").contains("\"commit\""))
    #expect(try run(folder, ["pack", "march", "--now"]).status == 0)
    #expect(try folder.read("kit/packs/march/participants/agenda.html").contains("Hello again"))
    let unsaved = try run(folder, ["event", "new", "--id", "april", "--plan", "half-day"] + Self.options)
    #expect(unsaved.status == 1)
    #expect(unsaved.errors.contains("kitbag save"))
  }

  @Test(arguments: [
    (["--date", "2026-03-29", "--start", "01:30"], "jump over 01:30"),
    (["--date", "2026-02-30", "--start", "13:30"], "no day"),
    (["--date", "2026-03-12", "--start", "25:00"], "no time"),
    (
      ["--date", "2026-03-12", "--start", "13:30", "--time-zone", "Europe/Londno"],
      "Did you mean 'Europe/London'?"
    ),
  ])
  func `a day or time that cannot be is refused with what to do`(options: [String], said: String) throws {
    let folder = try sample()
    let refused = try run(
      folder,
      ["event", "new", "--plan", "half-day", "--host", "X", "--venue", "Y", "--address", "Z"] + options)
    #expect(refused.status == 64)
    #expect(refused.errors.contains(said), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "kit/events").path))
  }

  @Test func `the venue's hours are told, and do not stop anybody`() throws {
    let folder = try sample()
    let planned = try run(
      folder, ["event", "new", "--plan", "half-day", "--opens", "14:00", "--closes", "16:00"] + Self.options)
    #expect(planned.status == 0)
    #expect(planned.errors.contains("before the venue opens at 14:00"))
    #expect(planned.errors.contains("30 minutes after the venue closes"))
  }

  @Test func `a parameter without a value stops the pack with its place`() throws {
    let folder = try sample()
    _ = try run(folder, ["event", "new", "--id", "march", "--plan", "half-day"] + Self.options.dropLast(2))
    let stopped = try run(folder, ["pack", "march"])
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("plans/half-day.yaml:3:"), "\(stopped.errors)")
    #expect(stopped.errors.contains("Give “region” a value"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "kit/packs").path))
  }

  @Test func `a folder that is no pack is never replaced`() throws {
    let folder = try sample()
    _ = try run(folder, ["event", "new", "--id", "march", "--plan", "half-day"] + Self.options)
    try folder.write("mine/diary.txt", "dear")
    let refused = try run(folder, ["pack", "march", "--out", "../mine"])
    #expect(refused.status == 1)
    #expect(try folder.read("mine/diary.txt") == "dear")
    #expect(try run(folder, ["pack", "march", "--out", "../ours"]).status == 0)
    #expect(try run(folder, ["pack", "march", "--out", "../ours"]).status == 0)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path)) == [
        "kit", "mine", "ours", "ours.zip",
      ])
  }

  @Test func `names of those who booked come into a private pack only`() throws {
    let folder = try sample()
    _ = try run(folder, ["event", "new", "--id", "march", "--plan", "half-day"] + Self.options)
    try folder.write(
      "booked.csv",
      "\u{FEFF}Name,E-mail,Organisation,Access\r\n\"Marchbanks, Zebedee\",z@example.org,Eastwick,\"ramp, please\"\r\n"
    )
    #expect(try run(folder, ["pack", "march", "--attendees", "../booked.csv"]).status == 64)
    let packed = try run(folder, ["pack", "march", "--private", "--attendees", "../booked.csv"])
    #expect(packed.status == 0, "\(packed.errors)")
    let sheet = try folder.read("kit/packs/march-private/private/sign-in.html")
    #expect(sheet.contains("Marchbanks, Zebedee"))
    #expect(sheet.contains("Private pack"))
    for (path, bytes) in try files(folder.url.appending(path: "kit/packs/march-private")) {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("z@example.org") && !text.contains("ramp, please"), "\(path)")
      if path.hasPrefix("participants/") { #expect(!text.contains("Marchbanks"), "\(path)") }
    }
  }
}
