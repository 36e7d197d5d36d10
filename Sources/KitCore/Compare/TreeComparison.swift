/// Compares two trees of data key by key, and lists by what their entries are called.
struct TreeComparison {
  /// What was found so far, in the order of the new file.
  private(set) var changes: [Change] = []

  /// Compares two values; one of them may be missing.
  mutating func compare(_ old: YAMLValue?, _ new: YAMLValue?, at part: ComparedPart) {
    switch (old, new) {
    case (nil, nil): break
    case (nil, let new?): changes.append(Self.appeared(new, at: part))
    case (let old?, nil): changes.append(Self.disappeared(old, at: part))
    case (let old?, let new?) where old == new: break
    case (.mapping(let old)?, .mapping(let new)?): compare(fields: old, new, at: part)
    case (.sequence(let old)?, .sequence(let new)?): compare(lists: old, new, at: part)
    case (let old?, let new?): compare(values: old, new, at: part)
    }
  }

  /// Adds a change that the caller found.
  mutating func add(_ change: Change) { changes.append(change) }

  /// Adds to what an earlier change says.
  mutating func extend(_ position: Int, with words: String) { changes[position].what += words }

  private mutating func compare(fields old: [YAMLField], _ new: [YAMLField], at part: ComparedPart) {
    let oldValues = Self.byName(old)
    let newValues = Self.byName(new)
    let noun = part.fields.last.flatMap { FieldName.namedEntry(of: $0) }
    func place(_ name: String) -> ComparedPart { noun.map { part.named(name, noun: $0) } ?? part.field(name) }
    for field in new {
      guard let name = field.name else { continue }
      compare(oldValues[name], field.value, at: place(name))
    }
    for field in old {
      guard let name = field.name, newValues[name] == nil else { continue }
      compare(field.value, nil, at: place(name))
    }
  }

  private static func byName(_ fields: [YAMLField]) -> [String: YAMLValue] {
    Dictionary(fields.compactMap { field in field.name.map { ($0, field.value) } }) { first, _ in first }
  }

  /// Lists of texts are compared as sets in order; lists of mappings entry by entry.
  mutating func compare(lists old: [YAMLValue], _ new: [YAMLValue], at part: ComparedPart) {
    let match = SequenceMatch(old: old.map(Self.matched), new: new.map(Self.matched))
    let noun = FieldName.entry(of: part.fields.last ?? "")
    let partners = match.partners
    for position in new.indices {
      let entry = Self.entry(new[position], position, in: part, noun: noun)
      guard let from = partners[position] else {
        changes.append(entry.change(.added, "added", after: new[position].short))
        continue
      }
      compare(old[from], new[position], at: entry)
      if match.moved.contains(position) {
        changes.append(entry.change(.moved, "moved" + Self.place(position, in: new)))
      }
    }
    for position in match.removed {
      let entry = Self.entry(old[position], position, in: part, noun: noun)
      changes.append(entry.change(.removed, "removed", before: old[position].short))
    }
  }

  /// ` to the start`, ` to the end` or ` before “…”`: where an entry stands now.
  private static func place(_ position: Int, in entries: [YAMLValue]) -> String {
    if position == 0 { return " to the start" }
    guard position + 1 < entries.count else { return " to the end" }
    return entries[position + 1].name.map { " before “\($0)”" } ?? ""
  }

  private static func matched(_ value: YAMLValue) -> SequenceMatch.Entry {
    SequenceMatch.Entry(key: value.identity) { value.allWords }
  }

  /// Where an entry of a list stands: by its id where it has one, else by its title in the sentence only.
  private static func entry(_ value: YAMLValue, _ position: Int, in part: ComparedPart, noun: String)
    -> ComparedPart
  {
    let title = value["title"]?.text ?? value.name.map { "\(noun) “\($0)”" }
    if let id = value["id"]?.text { return part.part(id: id, title: title ?? id) }
    var entry = part
    if let title {
      entry.subject.append(title)
      if let address = part.fullAddress { entry.address = "\(address).\(position + 1)" }
      entry.fields = []
    }
    return entry
  }

  private mutating func compare(values old: YAMLValue, _ new: YAMLValue, at part: ComparedPart) {
    guard let before = old.text, let after = new.text else {
      changes.append(part.change(.changed, "changed", before: old.short, after: new.short))
      return
    }
    if before == after { return }  // quoted otherwise
    if part.fields.last == "minutes" {
      var change = part.change(.retimed, "\(before) → \(after) minutes", before: before, after: after)
      change.field =
        part.fields.count > 1 ? part.fields.dropLast().map(FieldName.of).joined(separator: ", ") : nil
      changes.append(change)
    } else if before.isValue, after.isValue {
      let needsQuotes = before.needsQuotes || after.needsQuotes
      let (old, new) = needsQuotes ? ("“\(before)”", "“\(after)”") : (before, after)
      changes.append(part.change(.changed, "\(old) → \(new)", before: before, after: after))
    } else {
      let passage = PassageComparison(old: Sentences.of(before), new: Sentences.of(after))
      var change = part.change(.reworded, passage.summary, before: before.shortOrNil, after: after.shortOrNil)
      change.passages = passage.differences
      changes.append(change)
    }
  }

  private static func appeared(_ value: YAMLValue, at part: ComparedPart) -> Change {
    guard let text = value.short else { return part.change(.added, "added") }
    return part.change(.added, "added " + text.quoted, after: text)
  }

  private static func disappeared(_ value: YAMLValue, at part: ComparedPart) -> Change {
    part.change(.removed, "removed", before: value.short)
  }
}

extension YAMLValue {
  /// The text of a value that is one piece of text.
  var text: String? {
    switch self {
    case .text(let text), .literal(let text): text
    case .marked(_, let value): value.text
    default: nil
    }
  }

  /// What says which entry of a list this is: the value of its strongest naming key, or the text itself.
  fileprivate var identity: String? {
    if let text { return text }
    for key in FieldName.identities {
      if let value = self[key]?.text { return key + "=" + value }
    }
    return nil
  }

  /// How an entry of a list is called in a sentence.
  var name: String? {
    for key in ["title", "task", "question"] + FieldName.identities.dropFirst() + ["id"] {
      if let value = self[key]?.text, !value.isEmpty { return value.excerpt }
    }
    return text?.excerpt
  }

  /// The text if it is short enough to be shown whole.
  fileprivate var short: String? { text?.shortOrNil }

  /// All words of the value, for likeness.
  var allWords: String {
    switch self {
    case .text(let text), .literal(let text), .alias(let text): text
    case .marked(_, let value): value.allWords
    case .sequence(let items): items.map(\.allWords).joined(separator: "\n")
    case .mapping(let fields):
      fields.map { ($0.name ?? "") + " " + $0.value.allWords }.joined(separator: "\n")
    }
  }
}

extension String {
  var isShort: Bool { utf8.count <= 60 && !contains("\n") }
  /// Whether it reads as a value rather than as prose: a name, a title, a few words.
  var isValue: Bool { isShort && split(whereSeparator: \.isWhitespace).count <= 8 }
  /// In quotation marks, unless it is one word or number, which stands for itself.
  fileprivate var quoted: String { needsQuotes ? "“\(self)”" : self }
  fileprivate var needsQuotes: Bool { contains(where: \.isWhitespace) || isEmpty }
  var shortOrNil: String? { isShort ? self : nil }

  /// The first words, with a sign of omission where more follow.
  var excerpt: String {
    let line = prefix { !$0.isNewline }
    if line.count <= 50 { return line.count == count ? self : line + " …" }
    let cut = line.prefix(50)
    return (cut.lastIndex { $0.isWhitespace }.map { cut[..<$0] } ?? cut) + " …"
  }
}
