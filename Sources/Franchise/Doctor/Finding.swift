package import Git

/// Something that is wrong with a kit's past, as `doctor` finds it.
package struct Finding: Hashable, Sendable {
  /// What sort of thing is wrong.
  package enum Kind: Hashable, Sendable {
    /// The step with this number was cut off before its end.
    case cutOff(Int)
    /// These refs are not where the last step left them: plain git moved them.
    case moved([RefName])
    /// A program that is gone left a lock.
    case lock(LockFile)
    /// The kit's own line is missing, though the log knows where it was.
    case lostMain
    /// The log of steps cannot be read.
    case brokenLog
    /// So many stored pieces are missing or damaged.
    case pieces(missing: Int, damaged: Int)
    /// What was seen of the master is gone.
    case noUpstream
    /// group.yaml says one version of the master, the past another.
    case wrongBase(written: String, actual: String)
    /// The folder shows another line of work.
    case otherLine(String?)
    /// A program that is gone left half-written pieces.
    case leftovers(Int)
  }

  /// What is wrong.
  package let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// What is wrong, in one sentence.
  package var what: String {
    switch kind {
    case .cutOff(let number): "Step \(number) was cut off before its end."
    case .moved(let refs):
      refs.contains(.main)
        ? "The kit was changed outside Kitbag, with plain git."
        : "What Kitbag keeps beside the kit was changed with plain git."
    case .lock(let lock): "Another program left a lock \(Self.span(lock.age)) ago (\(lock.path))."
    case .lostMain: "The saved kit is missing; its past knows where it was."
    case .brokenLog: "The list of steps cannot be read."
    case .pieces(let missing, let damaged):
      "Of what is stored, "
        + [missing > 0 ? "\(missing) missing" : nil, damaged > 0 ? "\(damaged) damaged" : nil]
        .compactMap { $0 }.joined(separator: " and ") + (missing + damaged == 1 ? " piece." : " pieces.")
    case .noUpstream:
      "What was last seen of the master is gone, so that no update can find where you started."
    case .wrongBase(let written, let actual):
      "group.yaml says that you have version \(written) of the master, but the kit's past has \(actual)."
    case .otherLine(let name):
      name.map { "The folder shows another line of work, '\($0)'." } ?? "The folder shows an old version."
    case .leftovers(let count):
      "A program that ended early left \(count == 1 ? "a half-written piece" : "\(count) half-written pieces")."
    }
  }

  /// What mends it, in one sentence.
  package var remedy: String {
    switch kind {
    case .cutOff: "It is carried out to its end."
    case .moved: "It is taken over as it is, as a step that can be undone."
    case .lock: "The lock is taken away, if it is older than ten minutes and nobody changes it meanwhile."
    case .lostMain: "It is put back where the last step left it."
    case .brokenLog: "A new list begins; the old one is kept aside. The kit is not touched."
    case .pieces: "They are fetched from the master, as far as it has them."
    case .noUpstream: "The master is looked at again, and nothing of it is taken into your kit."
    case .wrongBase:
      "group.yaml is corrected, so that the next update brings what is missing, with questions."
    case .otherLine: "Go back to the kit with 'git switch main'."
    case .leftovers: "They are removed; nothing refers to them."
    }
  }

  /// Whether `doctor` can mend it by itself.
  package var isMendable: Bool {
    if case .otherLine = kind { false } else { true }
  }

  private static func span(_ seconds: Int64) -> String {
    switch seconds {
    case ..<120: "\(seconds) seconds"
    case ..<7_200: "\(seconds / 60) minutes"
    default: "\(seconds / 3_600) hours"
    }
  }
}
