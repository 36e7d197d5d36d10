extension ObjectShape {
  /// Where the schemas would be found if anybody looked; the host is one that never exists, so that no
  /// editor or validator fetches anything.
  package static let schemaAddress = "https://kitbag.example/schemas/\(formatVersion)/"

  /// The JSON Schema (2020-12) of files of this shape, complete in itself.
  package var schema: JSON {
    var definitions: [ObjectShape] = []
    collect(into: &definitions)
    var members: [JSON.Member] = [
      JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
      JSON.Member("$id", .string(ObjectShape.schemaAddress + name + ".schema.json")),
    ]
    members += objectSchema.members ?? []
    let sorted = definitions.sorted { $0.name < $1.name }
    let inner = sorted.map { JSON.Member($0.name, $0.objectSchema) }
    members.append(JSON.Member("$defs", .object(inner + [JSON.Member("text", ObjectShape.text)])))
    return .object(members)
  }

  /// Any single value that is not empty: where text is asked for, a reader that gives types must take `no`
  /// and `2026` as text.
  private static let text: JSON = [
    "description": "A text.", "type": ["string", "number", "boolean"], "minLength": 1,
  ]

  /// The shapes that stand inside this one, each once.
  private func collect(into definitions: inout [ObjectShape]) {
    for field in fields {
      guard let shape = field.value.innermostObject else { continue }
      if definitions.contains(where: { $0.name == shape.name }) { continue }
      definitions.append(shape)
      shape.collect(into: &definitions)
    }
  }

  private var objectSchema: JSON {
    let required = fields.filter { $0.isRequired }.map { $0.key }
    return .compact([
      ("title", .string(title)),
      ("description", .string(summary)),
      ("type", "object"),
      ("required", required.isEmpty ? nil : .strings(required)),
      ("properties", .object(fields.map { JSON.Member($0.key, $0.schema) })),
      ("allOf", rules.isEmpty ? nil : .array(rules.map { $0.schema })),
    ])
  }
}

extension ObjectShape.Rule {
  fileprivate var schema: JSON {
    switch self {
    case .needs(let needed, let key, let word):
      [
        "if": [
          "required": [.string(key)], "properties": .object([JSON.Member(key, ["const": .string(word)])]),
        ],
        "then": ["required": [.string(needed)]],
      ]
    case .oneOf(let keys):
      ["anyOf": .array(keys.map { ["required": [.string($0)]] })]
    case .notBoth(let one, let other):
      ["not": ["required": [.string(one), .string(other)]]]
    }
  }
}

extension ObjectShape.Field {
  fileprivate var schema: JSON {
    var members: [JSON.Member] = [
      JSON.Member("title", .string(key.prefix(1).uppercased() + key.dropFirst())),
      JSON.Member("description", .string(summary + ".")),
    ]
    members += value.schema.members ?? []
    if let fallback { members.append(JSON.Member("default", value.json(of: fallback))) }
    return .object(members)
  }
}

extension ValueShape {
  /// The shape of the mapping that a value, a list's items or a mapping's values are.
  fileprivate var innermostObject: ObjectShape? {
    switch self {
    case .object(let shape): shape
    case .list(let value, _), .mapping(_, let value): value.innermostObject
    default: nil
    }
  }

  fileprivate var schema: JSON {
    switch self {
    case .text: return ["$ref": "#/$defs/text"]
    case .scalar: return ["type": ["string", "number", "boolean"]]
    case .integer(let range) where range.count == 1: return ["const": .integer(range.lowerBound)]
    case .integer(let range):
      return [
        "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
      ]
    case .boolean: return ["enum": [true, false, "yes", "no"]]
    case .choice(let words): return ["enum": .strings(words)]
    case .pattern(let pattern, let example):
      // An id such as 2026 is a number to a reader that gives types.
      let type: JSON = pattern.matches("2026") ? ["string", "integer"] : "string"
      return ["type": type, "pattern": .string(pattern.regularExpression), "examples": [.string(example)]]
    case .list(let value, let least):
      let list: JSON = .compact([
        ("type", "array"), ("items", value.schema), ("minItems", least > 0 ? .integer(least) : nil),
      ])
      return value.isSingle ? ["anyOf": [list, value.schema]] : list
    case .mapping(let keys, let value):
      return .compact([
        ("type", "object"),
        ("propertyNames", keys.map { ["pattern": .string($0.regularExpression)] }),
        ("additionalProperties", value.schema),
      ])
    case .object(let shape): return ["$ref": .string("#/$defs/" + shape.name)]
    }
  }

  /// A default as JSON: a number, a truth value or a text, as this shape takes it.
  fileprivate func json(of fallback: String) -> JSON {
    switch self {
    case .integer: Int(fallback).map { .integer($0) } ?? .string(fallback)
    case .boolean: .boolean(fallback == "yes" || fallback == "true")
    case .list: .array(fallback.split(separator: ",").map { .string(String($0).trimmed) })
    default: .string(fallback)
    }
  }
}
