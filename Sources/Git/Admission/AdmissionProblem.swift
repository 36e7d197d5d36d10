/// Why an arrival is not let in: what is wrong, in which version, at which path.
package struct AdmissionProblem: Error, Hashable, Sendable {
  /// A rule, and what broke it.
  package enum Rule: Hashable, Sendable {
    /// A name that is not allowed.
    case name(EntryName.Problem)
    /// Two names of one folder that are one and the same on some systems; `path` has the first, this the second.
    case collision(with: String)
    /// A link to another path.
    case link
    /// A mode, order or padding that breaks git's own rules.
    case folderRecord
    /// A record of a version or tag that breaks git's own rules.
    case versionRecord
    /// Something is missing, or is of another kind than it should be.
    case wrongObject
    /// A ref that does not lead to a version.
    case notAVersion
    /// A file above ``AdmissionLimits/fileBytes`` or, for `.gitattributes`, ``AdmissionLimits/attributesBytes``.
    case fileTooLarge(bytes: Int, limit: Int)
    /// A record of a folder or version that is too large.
    case recordTooLarge(bytes: Int, limit: Int)
    /// More entries, depth, versions or bytes than allowed; what was counted, and the limit.
    case tooMany(Count, limit: Int)
  }

  /// What is counted.
  package enum Count: String, Hashable, Sendable {
    case entriesInFolder
    case entries
    case depth
    case pathBytes
    case totalBytes
    case versions
    case folders
  }

  /// The rule that was broken.
  package var rule: Rule
  /// The version in which it was found, if it was reached through one.
  package var version: ObjectID?
  /// The path inside the kit, safe to show; empty for the kit's own folder.
  package var path: String

  /// A broken rule.
  package init(_ rule: Rule, version: ObjectID? = nil, path: String = "") {
    self.rule = rule
    self.version = version
    self.path = path
  }
}

extension AdmissionProblem {
  /// What is wrong, in one sentence for people.
  package var message: String {
    let at = path.isEmpty ? "the kit that arrived" : "“\(path)”"
    switch rule {
    case .name(let problem): return "The name \(at) is not allowed: \(Self.words(problem))."
    case .collision(let other): return "The names \(at) and “\(other)” are the same on some computers."
    case .link: return "\(Self.capital(at)) is a link to another place; kits have none."
    case .folderRecord: return "The list of files in \(at) is not well formed."
    case .versionRecord: return "A version in the kit that arrived is not well formed."
    case .wrongObject: return "Something is missing in \(at)."
    case .notAVersion: return "What was named is not a version of a kit."
    case .fileTooLarge(let bytes, let limit):
      return "\(Self.capital(at)) has \(bytes) bytes; \(limit) are allowed."
    case .recordTooLarge(let bytes, let limit):
      return "A record in \(at) has \(bytes) bytes; \(limit) are allowed."
    case .tooMany(let count, let limit):
      return "\(Self.capital(at)) has more \(Self.words(count)) than \(limit)."
    }
  }

  private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func words(_ count: Count) -> String {
    switch count {
    case .entriesInFolder: "files in one folder"
    case .entries: "files and folders"
    case .depth: "folders inside one another"
    case .pathBytes: "letters in one path"
    case .totalBytes: "bytes"
    case .versions: "new versions"
    case .folders: "new folders"
    }
  }

  private static func words(_ problem: EntryName.Problem) -> String {
    switch problem {
    case .empty: "it is empty"
    case .step: "it leads out of its folder"
    case .separator: "it holds a slash or backslash"
    case .gitFolder: "it stands for git's own folder"
    case .character: "it holds a character that some computers do not allow"
    case .device: "it stands for a device on Windows"
    case .ending: "it ends in a dot or space"
    case .tooLong: "it is longer than \(EntryName.longest) bytes"
    case .encoding: "it is not UTF-8"
    }
  }
}
