internal import Git
internal import KitCore

/// What `undo` did.
package struct Undone: Hashable, Sendable {
  /// The step that was undone, or after which everything is again as it was.
  package let target: Operation
  /// The step that this became.
  package let operation: Operation
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
  /// Files that were left alone, because somebody edited them at the same moment.
  package let kept: [String]
}

extension Workspace {
  /// Goes back one step: everything is as it was before the last one. Undoing again brings it back.
  ///
  /// Unsaved work is saved first, as a step of its own, so that it can be brought back too.
  /// - Parameter number: Go back to how it was after the step with this number instead.
  /// - Throws: ``FranchiseError``, ``GitError``.
  package mutating func undo(to number: Int? = nil) async throws -> Undone {
    guard var last = latest else { throw FranchiseError.nothingToUndo }
    var target = try await target(number, from: last)
    _ = try Self.restored(target, number)
    let saved = try await save(for: "undo").operation
    if let saved { last = saved }
    return try await retrying { (workspace: inout Workspace) in
      if let now = workspace.latest, now.id != last.id {
        // Somebody else did a step meanwhile: then that is the last one.
        last = now
        target = try await workspace.target(number, from: now)
      }
      return try await workspace.undo(target, number, saved)
    }
  }

  private mutating func undo(_ target: Operation, _ number: Int?, _ saved: Operation?) async throws -> Undone
  {
    let view = try Self.restored(target, number)
    let summary =
      number == nil
      ? "Undone: step \(target.number), \(target.summary)" : "Back to how it was after step \(target.number)"
    let arguments: JSON = ["step": .integer(target.number), "to": .boolean(number != nil)]
    let done = try await publish(
      OperationDraft(verb: "undo", summary: summary, arguments: arguments, after: view))
    return Undone(target: target, operation: done.operation, savedFirst: saved, kept: done.kept)
  }

  /// The refs to go back to. Going back to before the kit was first saved would leave a folder without a kit.
  private static func restored(_ target: Operation, _ number: Int?) throws -> View {
    let view = number == nil ? target.before : target.after
    guard view.main != nil else { throw FranchiseError.nothingToUndo }
    return view
  }

  private func target(_ number: Int?, from last: Operation) async throws -> Operation {
    guard let number else { return last }
    guard (1...last.number).contains(number) else {
      throw FranchiseError.noSuchOperation(number, last: last.number)
    }
    let operations = try await operations(limit: last.number - number + 1)
    guard let found = operations.last, found.number == number else {
      throw FranchiseError.noSuchOperation(number, last: last.number)
    }
    return found
  }
}
