/// All differences between two versions of a kit.
package struct KitComparison: Sendable {
  /// What changed, file by file in the order of paths.
  package let changes: [Change]

  /// Compares two kits, each a mapping of paths to bytes.
  ///
  /// - Parameter start: When sessions begin, if that is known; then ends are told as clock times.
  package init(old: [String: [UInt8]], new: [String: [UInt8]], start: ClockTime? = nil) {
    let files = FileMatching(old: old, new: new)
    var changes: [Change] = []
    for path in files.kept {
      changes += FileComparison(path: path, old: old[path] ?? [], new: new[path] ?? [], start: start).changes
    }
    for rename in files.renamed {
      let (before, after) = (old[rename.old] ?? [], new[rename.new] ?? [])
      changes.append(Self.whole(.renamed, rename.new, after, was: rename.old))
      changes += FileComparison(path: rename.new, old: before, new: after, start: start).changes
    }
    changes += files.added.map { Self.whole(.added, $0, new[$0] ?? []) }
    changes += files.removed.map { Self.whole(.removed, $0, old[$0] ?? []) }
    // Stable: what belongs to one file stays in the order in which it was found.
    self.changes = changes.enumerated().sorted { ($0.element.path, $0.offset) < ($1.element.path, $1.offset) }
      .map(\.element)
  }

  /// `Two handouts added and three changes.`: changes in one line, or that there are none.
  package static func summary(of changes: [Change]) -> String {
    var counts: [(noun: String, fate: Change.Kind, count: Int)] = []
    for change in changes {
      let fate: Change.Kind = change.wholeFile == nil ? .changed : change.kind
      let noun = change.wholeFile ?? "change"
      if let index = counts.firstIndex(where: { $0.noun == noun && $0.fate == fate }) {
        counts[index].count += 1
      } else {
        counts.append((noun, fate, 1))
      }
    }
    let parts = counts.map { entry in
      let counted = Counting.count(entry.count, entry.noun)
      return entry.noun == "change" ? counted : counted + " " + entry.fate.rawValue
    }
    return parts.isEmpty ? "Nothing changed." : Counting.list(parts).capitalisedFirst + "."
  }

  private static func whole(_ kind: Change.Kind, _ path: String, _ bytes: [UInt8], was old: String? = nil)
    -> Change
  {
    let part = KitPart(path: path)
    let facts = FileTitle.facts(of: bytes, path: path)
    let noun = part.noun == "resource" ? facts?["kind"]?.text ?? part.noun : part.noun
    let title = facts?["title"]?.text.flatMap { $0.isEmpty ? nil : $0.oneLine }
    let name = title.map { "\(noun) “\($0)”" } ?? "\(noun) \(path)"
    let what =
      if let old { "\(old) → \(path)" } else { kind.rawValue + (title == nil ? "" : " (\(path))") }
    return Change(
      kind: kind, path: path, address: part.address, subject: [name.capitalisedFirst], what: what,
      before: old, after: old == nil ? nil : path, fileTitle: title, wholeFile: noun,
      outline: kind == .renamed ? [] : FileOutline(bytes, path: path, facts: facts).lines)
  }
}
