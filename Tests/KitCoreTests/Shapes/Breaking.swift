import KitCore

/// A value with one fault, and what the fault is.
struct Broken {
  let fault: String
  let value: Sample
}

extension Sample {
  /// The value with one fault each time, in every way that its shape knows.
  func broken(as shape: ValueShape) -> [Broken] {
    var all = [Broken(fault: "nothing", value: .scalar("~"))]
    switch shape {
    case .text:
      all += Sample.breaks([
        "empty": .scalar("''"), "mapping": .mapping([("a", .scalar("b"))]), "list": .list([]),
      ])
    case .scalar: all += Sample.breaks(["list": .list([]), "mapping": .mapping([])])
    case .integer(let range):
      all += Sample.breaks([
        "word": .scalar("many"), "fraction": .scalar("10.5"), "clock": .scalar("1:30"),
        "quoted": .scalar("'10'"),
        "too few": .scalar(String(range.lowerBound - 1)), "too many": .scalar(String(range.upperBound + 1)),
        "list": .list([]),
      ])
    case .boolean:
      all += Sample.breaks(["word": .scalar("perhaps"), "number": .scalar("1"), "list": .list([])])
    case .choice(let words):
      all += Sample.breaks([
        "word": .scalar("no-such-word"), "capitals": .scalar(words[0].uppercased() + "X"),
        "empty": .scalar("''"),
        "number": .scalar("7"), "mapping": .mapping([]),
      ])
    case .pattern:
      all += Sample.breaks([
        "form": .scalar("'§ not this §'"), "empty": .scalar("''"), "end": .scalar("\"2026-03-12 \\u00e9\""),
        "mapping": .mapping([]),
      ])
    case .list(let value, let least): all += broken(listOf: value, atLeast: least)
    case .mapping(let keys, let value): all += broken(mappingOf: value, keys: keys)
    case .object(let inner):
      all += broken(as: inner) + Sample.breaks(["text": .scalar("words"), "list": .list([])])
    }
    return all
  }

  /// The mapping with one fault each time: each key missing or wrong, each rule broken.
  func broken(as shape: ObjectShape) -> [Broken] {
    var all: [Broken] = []
    for field in shape.fields {
      guard let value = self[field.key] else { continue }
      if field.isRequired {
        all.append(Broken(fault: "\(field.key) missing", value: setting(field.key, nil)))
      }
      all += value.broken(as: field.value).map {
        Broken(fault: "\(field.key): \($0.fault)", value: setting(field.key, $0.value))
      }
    }
    for rule in shape.rules { all.append(Broken(fault: "rule", value: breaking(rule))) }
    return all
  }

  private func breaking(_ rule: ObjectShape.Rule) -> Sample {
    switch rule {
    case .needs(let needed, let key, let word): setting(key, .scalar(word)).setting(needed, nil)
    case .oneOf(let keys): keys.reduce(self) { $0.setting($1, nil) }
    case .notBoth(let one, let other): setting(one, .list([])).setting(other, .list([]))
    }
  }

  private func broken(listOf value: ValueShape, atLeast least: Int) -> [Broken] {
    var all: [Broken] = [Broken(fault: "mapping", value: .mapping([("a", .scalar("b"))]))]
    if least > 0 { all.append(Broken(fault: "empty list", value: .list([]))) }
    guard case .list(let items) = self, let first = items.first else { return all }
    all += first.broken(as: value).map { Broken(fault: "item, \($0.fault)", value: .list([$0.value])) }
    return all
  }

  private func broken(mappingOf value: ValueShape, keys: TextPattern?) -> [Broken] {
    var all: [Broken] = [
      Broken(fault: "list", value: .list([])), Broken(fault: "word", value: .scalar("word")),
    ]
    guard case .mapping(let entries) = self, let first = entries.first else { return all }
    if keys != nil { all.append(Broken(fault: "name", value: .mapping([("§ name", first.value)]))) }
    all += first.value.broken(as: value).map {
      Broken(fault: "\(first.key), \($0.fault)", value: .mapping([(first.key, $0.value)]))
    }
    return all
  }

  private static func breaks(_ values: KeyValuePairs<String, Sample>) -> [Broken] {
    values.map { Broken(fault: $0.key, value: $0.value) }
  }
}
