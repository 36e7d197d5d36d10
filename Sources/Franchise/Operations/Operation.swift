package import Git
package import KitCore

/// One step in the life of a workspace: what was done, by whom, and what the refs were before and after.
package struct Operation: Hashable, Sendable {
  /// Its name in the log.
  package let id: ObjectID
  /// Its number, which people use: the first one is 1.
  package let number: Int
  /// The command that did it: `save`, `fork`, `undo`, or `outside` for what plain git did.
  package let verb: String
  /// What happened, in one line for people.
  package let summary: String
  /// Who did it, and when by their clock.
  package let author: Signature
  /// What the command was given, as far as it matters for reading the log.
  package let arguments: JSON
  /// The refs as they were.
  package let before: View
  /// The refs as they are to be after it.
  package let after: View
  /// The operation before it; `nil` for the first.
  package let previous: ObjectID?
}

extension Operation {
  /// The version of the log's form.
  static let format = 1
  static let factsPath = "operation.json"
  static let viewPath = "view.json"
  /// Below this an operation keeps the tags that it brought, because no version can lead to a tag.
  static let tagFolder = "tags/"

  /// What `operation.json` says.
  static func facts(number: Int, _ draft: OperationDraft, by author: Signature) -> JSON {
    [
      "format": .integer(format), "number": .integer(number), "verb": .string(draft.verb),
      "summary": .string(draft.summary), "time": .integer(Int(author.time.seconds)),
      "who": .string(author.name), "arguments": draft.arguments,
    ]
  }

  /// What `view.json` says.
  static func views(before: View, after: View) -> JSON {
    ["format": .integer(format), "before": before.json, "after": after.json]
  }

  /// Puts an operation together from its commit and its two files.
  ///
  /// - Throws: ``FranchiseError/newerLog`` or ``FranchiseError/damagedLog(_:)``.
  init(_ commit: Commit, facts: [UInt8], views: [UInt8]) throws {
    guard let facts = try? JSON(reading: facts), let views = try? JSON(reading: views) else {
      throw FranchiseError.damagedLog(commit.id.description)
    }
    guard let format = facts["format"]?.whole, format <= Self.format else { throw FranchiseError.newerLog }
    guard let number = facts["number"]?.whole, number > 0, let verb = facts["verb"]?.text,
      let summary = facts["summary"]?.text, let before = View(views["before"]),
      let after = View(views["after"])
    else { throw FranchiseError.damagedLog(commit.id.description) }
    self.init(
      id: commit.id, number: number, verb: verb, summary: summary, author: commit.author,
      arguments: facts["arguments"] ?? .object([]), before: before, after: after,
      previous: number == 1 ? nil : commit.parents.first)
  }
}

/// What a verb has worked out and wants to become true, all at once or not at all.
package struct OperationDraft: Sendable {
  /// The command.
  package var verb: String
  /// What happened, in one line for people, as if it were done already.
  package var summary: String
  /// What the command was given.
  package var arguments: JSON
  /// The refs as they are to be.
  package var after: View
  /// The objects that `after` needs and the repository may not have yet.
  package var objects: ObjectBatch

  /// A draft.
  package init(
    verb: String, summary: String, arguments: JSON = .object([]), after: View,
    objects: ObjectBatch = ObjectBatch()
  ) {
    self.verb = verb
    self.summary = summary
    self.arguments = arguments
    self.after = after
    self.objects = objects
  }
}
