internal import Git
internal import KitCore

/// What is stored of an update that waits: which version is taken, and the answers so far.
///
/// It is one version under `refs/kitbag/pending`. Its files are the merged kit below `kit/`, with ours at every open
/// question, and `questions.json`; its parents are the group's kit and the master's version. So it can be sent to
/// another computer, and outlives any crash.
struct PendingRecord {
  var target: UpdateTarget
  var declined: [UpdateRequest.Declined]
  /// Where the master is, if a person said so when the update began.
  var address: String?
  /// The answers so far, each with what the question was.
  var answers: [Answer] = []

  struct Answer {
    var address: String
    var identity: JSON
    var answer: ClashAnswer
  }

  static let format = 1
  static let questionsPath = "questions.json"
  static let kitFolder = "kit/"

  init(target: UpdateTarget, declined: [UpdateRequest.Declined], address: String? = nil) {
    (self.target, self.declined, self.address) = (target, declined, address)
  }

  /// Reads the record that `id` names.
  ///
  /// - Throws: ``FranchiseError/damagedPending``, ``FranchiseError/newerLog``; ``GitError``.
  init(reading id: ObjectID, _ repository: isolated Repository) throws {
    let commit = try repository.commit(id)
    guard let entry = try repository.entry(at: Self.questionsPath, in: commit.tree),
      let json = try? JSON(reading: try repository.blob(entry.id)), let format = json["format"]?.whole
    else { throw FranchiseError.damagedPending }
    guard format <= Self.format else { throw FranchiseError.newerLog }
    guard commit.parents.count == 2, let version = json["version"]?.text else {
      throw FranchiseError.damagedPending
    }
    target = UpdateTarget(
      commit: commit.parents[1], version: version, isRelease: json["release"]?.truth ?? false)
    declined = (json["declined"]?.elements ?? []).compactMap { (json: JSON) -> UpdateRequest.Declined? in
      json["part"]?.text.map { UpdateRequest.Declined(part: $0, because: json["because"]?.text ?? "") }
    }
    address = json["master"]?.text
    for json in json["questions"]?.elements ?? [] {
      guard let address = json["address"]?.text, let answer = try Self.answer(json["answer"], repository)
      else { continue }
      let identity = JSON.array(["base", "ours", "theirs"].map { json[$0] ?? .null })
      answers.append(Answer(address: address, identity: identity, answer: answer))
    }
  }

  /// How an update stands, without working the merge out anew.
  ///
  /// - Throws: as ``init(reading:_:)``.
  static func standing(of id: ObjectID, _ repository: isolated Repository) throws -> KitStatus.Waiting {
    let commit = try repository.commit(id)
    guard let entry = try repository.entry(at: questionsPath, in: commit.tree),
      let json = try? JSON(reading: try repository.blob(entry.id)),
      let questions = json["questions"]?.elements
    else { throw FranchiseError.damagedPending }
    return KitStatus.Waiting(
      version: json["version"]?.text ?? "", questions: questions.count,
      open: questions.count { $0["answer"] == nil })
  }

  /// The questions of a merge with the answers that still fit: same place, same three texts.
  func questions(of merge: UpdateMerge) -> [Question] {
    zip(merge.merged.clashes, ClashQuestion.all(in: merge.merged)).map { clash, shown -> Question in
      var question = Question(clash: clash, shown: shown)
      let identity = question.identity
      question.answer = answers.first { $0.address == clash.address && $0.identity == identity }?.answer
      return question
    }
  }

  /// Adds the record of a merge with these questions to the batch.
  ///
  /// - Throws: ``FranchiseError``, ``GitError``.
  func write(
    _ merge: UpdateMerge, _ questions: [Question], by author: Signature, into batch: inout ObjectBatch,
    _ repository: isolated Repository
  ) throws -> ObjectID {
    var answers: [String: ClashAnswer] = [:]
    var tree = KitTree()
    for question in questions { answers[question.address] = question.answer }
    for file in try merge.tree(answers, isFinal: false, in: &batch, repository).files.values {
      tree.put(TreeFile(path: Self.kitFolder + file.path, mode: file.mode, id: file.id))
    }
    for question in questions {
      guard case .words(let words)? = question.answer, RecordedText.isLong(words) else { continue }
      tree.put(TreeFile(path: Self.wordsPath(words), id: try batch.add(blob: words)))
    }
    try tree.set(Self.questionsPath, to: Array(json(questions).prettyText.utf8), in: &batch)
    let open = questions.count { $0.isOpen }
    let commit = NewCommit(
      tree: try tree.write(into: &batch), parents: [merge.main, target.commit], author: author,
      message: "Update to \(target.version) waits: \(open) of \(questions.count) questions are open\n")
    return try batch.add(commit: commit)
  }

  private func json(_ questions: [Question]) -> JSON {
    .compact([
      ("format", .integer(Self.format)), ("version", .string(target.version)),
      ("release", .boolean(target.isRelease)), ("master", address.map { .string($0) }),
      (
        "declined",
        .array(declined.map { ["part": .string($0.part), "because": .string($0.because)] })
      ),
      ("questions", .array(questions.map(Self.json))),
    ])
  }

  private static func json(_ question: Question) -> JSON {
    let clash = question.clash
    return .compact([
      ("address", .string(clash.address)), ("path", .string(clash.path)), ("why", .string(clash.summary)),
      ("base", RecordedText.json(clash.texts.base)), ("ours", RecordedText.json(clash.texts.ours)),
      ("theirs", RecordedText.json(clash.texts.theirs)),
      ("suggestion", clash.suggestion.map { json($0) }), ("answer", question.answer.map { json($0) }),
    ])
  }

  private static func json(_ answer: ClashAnswer) -> JSON {
    switch answer {
    case .ours: "ours"
    case .theirs: "theirs"
    case .both: "both"
    case .words(let words): ["words": RecordedText.json(words)]
    }
  }

  private static func answer(_ json: JSON?, _ repository: isolated Repository) throws -> ClashAnswer? {
    switch json {
    case .string("ours"): return .ours
    case .string("theirs"): return .theirs
    case .string("both"): return .both
    case let json?:
      if let text = json["words"]?.text { return .words(Array(text.utf8)) }
      guard let id = json["words"]?["fingerprint"]?.text.flatMap({ ObjectID($0) }) else { return nil }
      return .words(try repository.blob(id))
    case nil: return nil
    }
  }

  private static func wordsPath(_ words: [UInt8]) -> String { "words/" + RecordedText.fingerprint(words) }
}

extension RecordedText {
  /// The name that git gives these bytes.
  static func fingerprint(_ bytes: [UInt8]) -> String {
    (try? ObjectID.of(bytes, kind: .blob))?.description ?? "\(bytes.count) bytes"
  }

  /// Whether a text is recorded by its name only.
  static func isLong(_ bytes: [UInt8]) -> Bool {
    if case .string = json(bytes) { false } else { true }
  }
}
