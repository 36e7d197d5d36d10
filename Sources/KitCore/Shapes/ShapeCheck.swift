/// Holds a value against its shape and tells every difference, up to a thousand in a file.
package struct ShapeCheck {
  /// How many differences are told of one file; whoever has more has another problem.
  package static let limit = 1000
  /// For how many unknown keys of one file the known ones are searched for what was meant.
  private static let guesses = 50

  /// What was found, in the order of the file.
  package private(set) var diagnostics: [Diagnostic] = []
  private let path: KitPath
  private let source: SourceText
  private var untold = 0
  private var unknownKeys = 0

  /// Checks a record and everything in it.
  package static func diagnostics(of record: Record) -> [Diagnostic] {
    var check = ShapeCheck(path: record.path, source: record.source)
    check.check(record.node, object: record.shape, named: nil, at: record.address)
    check.tellOfRest(record)
    return check.diagnostics
  }

  private init(path: KitPath, source: SourceText) {
    self.path = path
    self.source = source
  }

  private mutating func tell(
    _ rule: String, _ node: YAMLNode, _ address: Address, _ message: @autoclosure () -> String,
    _ remedy: @autoclosure () -> String?, severity: Diagnostic.Severity = .error
  ) {
    guard diagnostics.count < ShapeCheck.limit else {
      untold += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        severity, rule, path: path.text, place: source.place(at: node.range.lowerBound), address: address,
        message: message(), remedy: remedy()))
  }

  private mutating func tellOfRest(_ record: Record) {
    guard untold > 0 else { return }
    diagnostics.append(
      Diagnostic(
        .error, "too-many", path: path.text, place: record.place, address: record.address,
        message: "\(untold) more differences from \(record.shape.withArticle) are not listed.",
        remedy: "Check that this is the right file, and put the listed ones right first."))
  }

  private mutating func check(_ node: YAMLNode, as shape: ValueShape, named key: String, at address: Address)
  {
    if node.scalar?.isNull == true {
      tell(
        "empty-value", node, address, "“\(key)” has no value.",
        "Write \(shape.words), or remove the key.")
      return
    }
    switch shape {
    case .object(let inner): check(node, object: inner, named: key, at: address)
    case .list(let value, let least): check(node, listOf: value, atLeast: least, named: key, at: address)
    case .mapping(let keys, let value): check(node, mappingOf: value, keys: keys, named: key, at: address)
    default: check(node, single: shape, named: key, at: address)
    }
  }

  private mutating func check(
    _ node: YAMLNode, single shape: ValueShape, named key: String, at address: Address
  ) {
    guard let scalar = node.scalar else {
      let found = node.sequence == nil ? "keys and values" : "a list"
      tell(
        "wrong-type", node, address, "“\(key)” holds \(found), where one value is expected.",
        "Write \(shape.words).")
      return
    }
    guard let fault = shape.fault(of: scalar) else { return }
    tell(fault.rule, node, address, "“\(key)” \(fault.reason).", fault.remedy)
  }

  private mutating func check(
    _ node: YAMLNode, listOf value: ValueShape, atLeast least: Int, named key: String, at address: Address
  ) {
    guard let items = node.sequence?.items else {
      if value.isSingle, node.scalar != nil {
        check(node, single: value, named: key, at: address)
      } else {
        tell(
          "wrong-type", node, address, "“\(key)” is not a list.",
          "Begin each item on a line of its own with “- ”.")
      }
      return
    }
    if items.count < least {
      tell("empty-list", node, address, "“\(key)” is an empty list.", "Write at least one item.")
    }
    var ids: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      if case .object(let inner) = value, inner.hasID { checkID(of: item.value, among: &ids, at: address) }
      var place = address.item(index)
      if case .object(let inner) = value, let last = address.field.last {
        let owner = Address.removingLast(address)
        place = owner.item(inner, item.value, key: last, index: index)
      }
      check(item.value, as: value, named: "\(key), item \(index + 1)", at: place)
    }
  }

  /// Tells of an id that an earlier item of the same list has.
  private mutating func checkID(of node: YAMLNode, among ids: inout [String: Int], at address: Address) {
    guard let id = node["id"], let text = id.text else { return }
    let line = source.place(at: id.range.lowerBound).line
    if let first = ids[text] {
      tell(
        "duplicate-id", id, address,
        "The id “\(text)” stands twice: first in line \(first), again in line \(line).",
        "Give one of them another id.")
    } else {
      ids[text] = line
    }
  }

  private mutating func check(
    _ node: YAMLNode, mappingOf value: ValueShape, keys: TextPattern?, named key: String, at address: Address
  ) {
    guard let entries = node.mapping?.entries else {
      tell(
        "wrong-type", node, address, "“\(key)” is not a set of names with values.",
        "Write each on a line of its own as “name: value”.")
      return
    }
    for entry in entries {
      guard let name = entry.key.text else { continue }
      if let keys, !keys.matches(name) {
        tell("bad-name", entry.key, address.field(name), "“\(name)” cannot be a name in “\(key)”.", keys.hint)
      }
      check(entry.value, as: value, named: name, at: address.field(name))
    }
  }

  private mutating func check(
    _ node: YAMLNode, object shape: ObjectShape, named key: String?, at address: Address
  ) {
    guard let mapping = node.mapping else {
      // An empty file is a mapping without keys: the missing ones say more than "wrong type".
      if key == nil, node.scalar?.isNull == true {
        tellEmpty(shape, node, address)
      } else {
        let what = key.map { "“\($0)”" } ?? "This file"
        tell(
          "wrong-type", node, address, "\(what) should hold the keys and values of \(shape.withArticle).",
          "Write lines such as “\(shape.fields.first?.key ?? "key"): …”.")
      }
      return
    }
    let present = Set(mapping.entries.compactMap { $0.key.text })
    let slips = slips(for: present, of: shape)
    tellMissing(in: present.union(slips.values), of: shape, node, address)
    for entry in mapping.entries {
      guard let name = entry.key.text else { continue }
      if let field = shape.field(name) {
        check(entry.value, as: field.value, named: name, at: address.field(name))
      } else if let meant = slips[name] {
        tell(
          "missing-key", entry.key, address.field(meant),
          "“\(meant)” is missing in this \(shape.title.lowercased()), but “\(name)” stands here.",
          "Did you mean “\(meant)”?")
      } else {
        tellUnknown(entry.key, name, among: present, of: shape, address)
      }
    }
    for rule in shape.rules { check(node, present, rule, of: shape, at: address) }
  }

  /// Tells of a file in which nothing stands, once and not for every key.
  private mutating func tellEmpty(_ shape: ObjectShape, _ node: YAMLNode, _ address: Address) {
    let keys = shape.fields.filter(\.isRequired).map { "“\($0.key)”" }.joined(separator: ", ")
    guard !keys.isEmpty else { return }
    let isProse = path.ending == "md"
    let what = isProse ? "No keys stand above the text" : "Nothing stands here"
    let key = shape.fields.first?.key ?? "key"
    let remedy =
      isProse
      ? "Write them at the very top of the file, between two lines “---”."
      : "Write each on a line of its own, such as “\(key): …”."
    tell("missing-key", node, address, "\(what); \(shape.withArticle) has at least \(keys).", remedy)
  }

  /// The unknown keys that are so like a required one which is missing that they are probably meant to be it.
  private mutating func slips(for present: Set<String>, of shape: ObjectShape) -> [String: String] {
    var missing = shape.fields.filter { $0.isRequired && !present.contains($0.key) }.map(\.key)
    var slips: [String: String] = [:]
    guard !missing.isEmpty, present.count <= ShapeCheck.guesses, unknownKeys <= ShapeCheck.guesses else {
      return [:]
    }
    for name in present.sorted() where shape.field(name) == nil {
      guard let meant = NearestMatch.of(name, among: missing) else { continue }
      unknownKeys += 1
      slips[name] = meant
      missing.removeAll { $0 == meant }
    }
    return slips
  }

  private mutating func tellMissing(
    in present: Set<String>, of shape: ObjectShape, _ node: YAMLNode, _ address: Address
  ) {
    for field in shape.fields where field.isRequired && !present.contains(field.key) {
      tell(
        "missing-key", node, address.field(field.key),
        "“\(field.key)” is missing in this \(shape.title.lowercased()).",
        "Add “\(field.key)”: \(field.summary.asEndOfSentence)")
    }
  }

  private mutating func tellUnknown(
    _ node: YAMLNode, _ name: String, among present: Set<String>, of shape: ObjectShape, _ address: Address
  ) {
    unknownKeys += 1
    let candidates = shape.fields.map { $0.key }.filter { !present.contains($0) }
    let question = unknownKeys > ShapeCheck.guesses ? "" : NearestMatch.question(name, among: candidates)
    tell(
      "unknown-key", node, address.field(name),
      "“\(name)” is not a key that Kitbag knows in \(shape.withArticle). It is kept as it is.",
      question.isEmpty ? nil : question, severity: question.isEmpty ? .information : .warning)
  }

  private mutating func check(
    _ node: YAMLNode, _ present: Set<String>, _ rule: ObjectShape.Rule, of shape: ObjectShape,
    at address: Address
  ) {
    switch rule {
    case .needs(let needed, let key, let word):
      guard node[key]?.text == word, !present.contains(needed) else { return }
      let summary = shape.field(needed)?.summary.asEndOfSentence ?? ""
      tell(
        "missing-key", node, address.field(needed), "“\(needed)” is missing, which “\(key): \(word)” needs.",
        "Add “\(needed)”: \(summary)")
    case .oneOf(let keys):
      guard !keys.contains(where: { present.contains($0) }) else { return }
      let words = keys.map { "“\($0)”" }.joined(separator: " or ")
      tell(
        "missing-key", node, address, "\(words) is missing in this \(shape.title.lowercased()).",
        "Add one of them.")
    case .notBoth(let one, let other):
      guard present.contains(one), present.contains(other) else { return }
      tell(
        "either-or", node[other] ?? node, address.field(other),
        "“\(one)” and “\(other)” cannot stand together.",
        "Keep one of them.")
    }
  }
}

extension Address {
  /// The address of what holds the field that this address ends with.
  fileprivate static func removingLast(_ address: Address) -> Address {
    address.field.dropLast().reduce(address.withoutField) { $0.field($1) }
  }
}

extension String {
  /// The sentence as the end of another: with a small first letter, unless that is a word of capitals, and one stop.
  fileprivate var asEndOfSentence: String {
    let stop = last.map { ".?!…”".contains($0) } == true ? "" : "."
    guard let first, let second = dropFirst().first, second.isLowercase || second == " " else {
      return self + stop
    }
    return first.lowercased() + dropFirst() + stop
  }
}

extension ObjectShape {
  /// Its name for people as it stands in a sentence: `a plan`, `an event`.
  fileprivate var withArticle: String {
    let name = title.lowercased()
    return (name.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + name
  }
}
