package import Git
package import KitCore

/// What `save` did.
package struct Saved: Hashable, Sendable {
  /// What changed in the kit; no lines where there was nothing to save.
  package let summary: FileSummary
  /// The same in terms of the session, sentence by sentence.
  package let changes: [Change]
  /// The step that it became; `nil` where there was nothing to save.
  package let operation: Operation?
  /// What lies in the folder and cannot be part of a kit, so that it was not saved.
  package let foreign: [WorktreeChange]
}

extension Workspace {
  /// Keeps the kit as it lies in the folder, with a summary written from what changed.
  ///
  /// - Parameters:
  ///   - message: The person's own words for it; the summary where there are none.
  ///   - verb: The command that asks for it, where it is not `save` itself.
  /// - Throws: ``FranchiseError``, ``GitError``.
  package mutating func save(message: String? = nil, for verb: String = "save") async throws -> Saved {
    try await retrying { (workspace: inout Workspace) in
      try await workspace.saveOnce(message, verb)
    }
  }

  private mutating func saveOnce(_ message: String?, _ verb: String) async throws -> Saved {
    try await repository.requireNothingUnfinished()
    let tree = try await tree()
    let snapshot = try await repository.snapshot(over: tree)
    let foreign = snapshot.status.changes.filter { if case .foreign = $0.kind { true } else { false } }
    let summary = FileSummary(snapshot.status)
    guard snapshot.tree != tree, view.main != nil || !summary.lines.isEmpty else {
      return Saved(summary: FileSummary([]), changes: [], operation: nil, foreign: foreign)
    }
    var objects = snapshot.batch
    let changes = try await changes(in: summary)
    let words = message ?? (view.main == nil ? "Begin the kit" : Self.words(for: changes, summary))
    let author = try await signature()
    let lines = (changes.isEmpty ? [summary.sentence] : changes.prefix(50).map(\.sentence))
      .map { "- " + Self.oneLine($0) }.joined(separator: "\n")
    let commit = NewCommit(
      tree: snapshot.tree, parents: view.main.map { [$0] } ?? [], author: author,
      message: Self.oneLine(words) + "\n\n" + lines + "\n")
    var after = view
    after[.main] = try objects.add(commit: commit)
    let text = verb == "save" ? "Saved: " : "Saved before '\(verb)': "
    let done = try await publish(
      OperationDraft(verb: "save", summary: text + Self.oneLine(words), after: after, objects: objects))
    return Saved(summary: summary, changes: changes, operation: done.operation, foreign: foreign)
  }

  /// What changed since the last save, in terms of the session.
  private func changes(in summary: FileSummary) async throws -> [Change] {
    guard view.main != nil else { return [] }
    let paths = summary.lines.map(\.path).filter { KitTree.isMeant($0) }
    let old = try await files(of: view.main).filter { paths.contains($0.key) }
    var new: [String: [UInt8]] = [:]
    for path in paths { new[path] = try? await repository.readFile(path) }
    return KitComparison(old: old, new: new).changes
  }

  private static func words(for changes: [Change], _ summary: FileSummary) -> String {
    guard let first = changes.first else { return summary.sentence }
    let words = changes.count == 1 ? first.sentence : KitComparison.summary(of: changes)
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  /// The text on one line, as the first line of a message must be.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Begins the past of a kit that lies in `folder` and was never saved, and saves it.
  ///
  /// - Throws: ``FranchiseError/notAKit(folder:)`` without a kit.yaml; ``GitError``.
  package static func begin(
    in folder: String, _ conditions: Conditions = Conditions(), message: String? = nil
  ) async throws -> (workspace: Workspace, saved: Saved) {
    guard SystemFile.exists(folder + "/kit.yaml") else { throw FranchiseError.notAKit(folder: folder) }
    let repository = try Repository.create(folder)
    var workspace = try await Workspace(repository, conditions)
    let saved = try await workspace.save(message: message)
    return (workspace, saved)
  }
}
