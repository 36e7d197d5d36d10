import Foundation
package import Franchise
import Git
import KitCore

/// A random life of a master and its groups: edits, releases, updates, answers, steps back, crashes. After each step the
/// promises are checked against ``MergeReference`` and against the kit's own past.
package struct HistoryTrial {
  /// What came of one history.
  package struct Outcome: Sendable {
    /// What did not hold; nothing, when all is well.
    package var breaches: [String] = []
    /// How often each thing was done.
    package var counts: [String: Int] = [:]
    /// What every kit's refs and log came to.
    package var ends: [String: [String]] = [:]
  }

  static let master = "master"
  static let groups = ["north", "south", "east", "west", "middle"]

  /// One thing that may happen; more can be added by whoever adds a verb.
  package struct Move: Sendable {
    let name: String
    let weight: Int
    let run: @Sendable (inout HistoryTrial) async throws -> Void

    /// A move.
    package init(
      _ name: String, weight: Int, run: @escaping @Sendable (inout HistoryTrial) async throws -> Void
    ) {
      (self.name, self.weight, self.run) = (name, weight, run)
    }
  }

  /// All moves. A new verb's move goes here.
  package static let moves: [Move] = [
    Move("edit a group", weight: 8) { try await $0.edit($0.anyGroup()) },
    Move("edit the master", weight: 6) { try await $0.edit(master) },
    Move("release", weight: 4) { try await $0.release() },
    Move("update", weight: 9) { try await $0.update($0.anyGroup()) },
    Move("decide", weight: 8) { try await $0.decide($0.waitingGroup()) },
    Move("abandon", weight: 1) { try await $0.abandon($0.waitingGroup()) },
    Move("undo", weight: 2) { try await $0.undo($0.anyParty()) },
  ]

  /// The random choices; moves may roll it.
  package var dice: Dice
  /// What came of it so far.
  package var outcome = Outcome()
  private let folder: String

  func kitFolder(_ party: String) -> String { "\(folder)/\(party)" }

  private let parties: [String]
  private var scribes: [String: KitScribe] = [:]
  private var step = 2
  private var releases = 0
  private var wasUndone = false
  /// The groups in which questions wait.
  private var waiting: Set<String> = []

  /// Lives through the history of a seed and removes what it made.
  ///
  /// - Parameters:
  ///   - steps: How many things happen.
  ///   - audits: How many of the kits git itself examines at the end.
  package static func run(
    seed: UInt64, in template: HistoryTemplate, steps: Int = 12, audits: Int = 1
  ) async throws -> Outcome {
    var trial = try HistoryTrial(seed: seed, template)
    defer { try? FileManager.default.removeItem(atPath: trial.folder) }
    let bag = moves.flatMap { move in Array(repeating: move, count: move.weight) }
    // Everybody begins by making the kit their own.
    for party in trial.parties { try await trial.edit(party) }
    for _ in 0..<steps {
      trial.step += 1
      let move = trial.dice.pick(bag)
      trial.outcome.counts[move.name, default: 0] += 1
      do {
        try await move.run(&trial)
      } catch {
        trial.breach("\(move.name) failed: \(error)")
      }
      if !trial.outcome.breaches.isEmpty { break }
    }
    for party in trial.parties {
      let end = try await trial.open(party)
      trial.outcome.ends[party] =
        end.view.refs(under: "").map { "\($0.name) \($0.target)" } + [
          "log \(end.latest.map { "\($0.id)" } ?? "")"
        ]
    }
    for party in trial.parties.shuffled(using: &trial.dice).prefix(audits) { trial.audit(party) }
    trial.outcome.breaches = trial.outcome.breaches.map { "seed \(seed): \($0)" }
    return trial.outcome
  }

  private init(seed: UInt64, _ template: HistoryTemplate) throws {
    dice = Dice(seed: seed &* 0x9E37_79B9 &+ 7)
    folder = template.path("\(seed)-\(UUID().uuidString)")
    parties = [Self.master] + Self.groups.prefix(min(template.groups, 2 + min(dice.roll(4), dice.roll(4))))
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for party in parties {
      try FileManager.default.copyItem(atPath: template.path(party), toPath: "\(folder)/\(party)")
      scribes[party] = KitScribe(
        seed: dice.next(), mark: (party == Self.master ? "z" : String(party.prefix(1))) + "x")
    }
  }

  static func conditions(at step: Int, of party: String) -> Workspace.Conditions {
    Workspace.Conditions(
      clock: .fixed(1_700_000_000 + Int64(step) * 60),
      identity: Identity(name: party, email: "\(party)@example.org"))
  }

  // MARK: What moves may use

  /// Notes that something did not hold.
  package mutating func breach(_ text: String) { outcome.breaches.append("step \(step): \(text)") }

  /// One of the groups.
  package mutating func anyGroup() -> String { dice.pick(Array(parties.dropFirst())) }

  /// One of the groups in which questions wait; any where there is none.
  package mutating func waitingGroup() -> String {
    waiting.isEmpty ? anyGroup() : dice.pick(waiting.sorted())
  }

  /// The master or one of the groups.
  package mutating func anyParty() -> String { dice.pick(parties) }

  /// Opens a kit at this step's time.
  package func open(_ party: String) async throws -> Workspace {
    try await Workspace.open("\(folder)/\(party)", Self.conditions(at: step, of: party))
  }

  /// Does something to a kit; now and then it is cut off at a durable step, and the next start mends it. The kit is
  /// checked afterwards.
  package mutating func working(
    on party: String, _ body: (inout Workspace) async throws -> Void
  ) async throws {
    let before = try await open(party)
    let last = HistoryCrash(dice.happens(15) ? dice.roll(8) : .max)
    var conditions = Self.conditions(at: step, of: party)
    conditions.beforeStep = { (_: DurableStep) throws in try last.check() }
    var workspace = try await Workspace.open("\(folder)/\(party)", conditions)
    do {
      try await body(&workspace)
    } catch is HistoryCrash.Stop {
      outcome.counts["crash", default: 0] += 1
      let after = try await open(party)
      if after.latest?.id == before.latest?.id, after.view != before.view { breach("\(party) half changed") }
    }
    let settled = try await open(party)
    if settled.view[.pending] == nil { waiting.remove(party) } else { waiting.insert(party) }
    if !settled.repairs.isEmpty { breach("\(party) had to be mended twice") }
    try await checkFiles(of: party, settled)
  }

  // MARK: Moves

  private mutating func edit(_ party: String) async throws {
    guard var scribe = scribes[party] else { return }
    var files = texts(of: party)
    let before = files
    for _ in 0..<(2 + dice.roll(5)) { scribe.edit(&files) }
    scribes[party] = scribe
    for path in Set(files.keys).union(before.keys).sorted() where files[path] != before[path] {
      let place = "\(folder)/\(party)/\(path)"
      if let text = files[path] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: place))
      } else {
        try FileManager.default.removeItem(atPath: place)
      }
    }
    if dice.happens(70) { try await working(on: party) { _ = try await $0.save() } }
  }

  private mutating func release() async throws {
    if dice.happens(70) { try await edit(Self.master) }
    try await working(on: Self.master) { _ = try await $0.save() }
    let master = try await open(Self.master)
    releases += 1
    guard let main = master.view.main, let tag = try? RefName.tag("v1.\(releases).0") else { return }
    try await master.repository.move(tag, from: nil, to: main)
  }

  private mutating func update(_ party: String) async throws {
    if dice.happens(50) { try await release() }
    var group = try await open(party)
    guard group.view[.pending] == nil else { return }
    let master = try await open(Self.master)
    try HistoryObjects.share(from: master.repository.gitFolder, to: group.repository.gitFolder)
    var refs = master.view.refs.filter { $0.key.text.hasPrefix("refs/tags/") }
    refs[.main] = master.view.main
    var request = UpdateRequest(goal: dice.happens(25) ? .next : .newest)
    do {
      // Saved first, so that what the merge began with is known.
      _ = try await group.save()
      let main = group.view.main
      let files = texts(of: party)
      try await working(on: party) { _ = try await $0.update(request, seeing: refs) }
      try await checkUpdate(of: party, since: main, files)
    } catch FranchiseError.rewritten {
      if !wasUndone { breach("\(party) was told of a rewritten past that is none") }
      request.acceptsRewritten = true
      let main = group.view.main
      let files = texts(of: party)
      try await working(on: party) { _ = try await $0.update(request, seeing: refs) }
      try await checkUpdate(of: party, since: main, files)
    }
  }

  private mutating func decide(_ party: String) async throws {
    var group = try await open(party)
    guard group.view[.pending] != nil else { return }
    _ = try await group.save()
    guard let pending = try await group.pendingUpdate() else { return }
    var answers: [String: ClashAnswer] = [:]
    for question in pending.open where dice.happens(85) {
      let choices: [ClashAnswer] = [.ours, .theirs] + (question.shown.allowsBoth ? [.both] : [])
      answers[question.address] = dice.pick(choices)
    }
    let main = group.view.main
    do {
      try await working(on: party) { _ = try await $0.decide(answers) }
    } catch FranchiseError.unusableAnswer {
      outcome.counts["refused answer", default: 0] += 1
      return
    }
    group = try await open(party)
    if let now = try await group.pendingUpdate() {
      if group.view.main != main { breach("\(party) changed while questions are open") }
      if now.questions.map(\.address) != pending.questions.map(\.address) {
        breach("\(party): other questions")
      }
      return
    }
    var questions = pending.questions
    for place in questions.indices {
      let address = questions[place].address
      if let answer = answers[address] { questions[place].answer = answer }
    }
    outcome.counts["finished", default: 0] += 1
    try await checkMerge(of: party, since: main, questions)
    if dice.happens(40) {
      var refs: [RefName: ObjectID] = [:]
      refs[.main] = group.view[.upstreamMain]
      for release in group.view.upstreamReleases {
        refs[try .tag("v\(release.version.text)")] = release.target
      }
      let again = try await group.update(UpdateRequest(goal: .release(pending.version)), seeing: refs)
      if case .upToDate = again.outcome {} else { breach("\(party) took \(pending.version) twice") }
    }
  }

  private mutating func abandon(_ party: String) async throws {
    let group = try await open(party)
    guard group.view[.pending] != nil else { return }
    let (main, files) = (group.view.main, texts(of: party))
    try await working(on: party) { _ = try await $0.abandonUpdate() }
    let after = try await open(party)
    if after.view.main != main || texts(of: party) != files { breach("dropping an update changed \(party)") }
  }

  /// Steps back, and half of the time steps back from that: everything must be exactly as it was.
  private mutating func undo(_ party: String) async throws {
    var kit = try await open(party)
    _ = try await kit.save()
    guard let last = kit.latest, last.before.main != nil else { return }
    let (view, files) = (kit.view, texts(of: party))
    if party == Self.master { wasUndone = true }
    let undone = try await kit.undo()
    if kit.view != undone.target.before { breach("undo left other refs in \(party)") }
    if kit.view[.pending] == nil { waiting.remove(party) } else { waiting.insert(party) }
    try await checkFiles(of: party, kit)
    guard dice.happens(50) else { return }
    _ = try await kit.undo()
    if kit.view[.pending] == nil { waiting.remove(party) } else { waiting.insert(party) }
    if kit.view != view || texts(of: party) != files {
      breach("undoing the undo is not as before in \(party)")
    }
  }
}
