import Foundation
import KitCore

/// The other opinion: Python's `jsonschema`, with YAML read by the rules of YAML 1.2.
enum IndependentValidator {
  /// One document to judge.
  struct Document {
    let name: String
    let kind: Address.Kind
    let yaml: String
  }

  /// Why there is no other opinion.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// Whether each document is accepted, in order.
  static func accepts(_ documents: [Document]) throws -> [Bool] {
    let schemas: [JSON.Member] = Address.Kind.allCases.map { JSON.Member($0.rawValue, $0.shape.schema) }
    let input: JSON = [
      "schemas": .object(schemas),
      "documents": .array(documents.map { ["kind": .string($0.kind.rawValue), "yaml": .string($0.yaml)] }),
    ]
    let folder = FileManager.default.temporaryDirectory.appending(path: "kitbag-schemas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (script, question, answer, complaint) = (
      folder.appending(path: "judge.py"), folder.appending(path: "question.json"),
      folder.appending(path: "answer.json"),
      folder.appending(path: "complaint.txt")
    )
    try Data(program.utf8).write(to: script)
    try Data(input.compactText.utf8).write(to: question)
    try Data().write(to: complaint)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, question.path, answer.path]
    process.standardError = try FileHandle(forWritingTo: complaint)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let data = try? Data(contentsOf: answer) else {
      let words = String(decoding: (try? Data(contentsOf: complaint)) ?? Data(), as: UTF8.self)
      throw Missing(
        description: "Install python3-jsonschema and python3-yaml for this test. Python said: \(words)")
    }
    return try JSON(reading: data).elements?.map { $0.truth == true } ?? []
  }

  private static let program = #"""
    import json, re, sys
    import yaml
    from jsonschema import Draft202012Validator

    whole = re.compile(r"([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z")
    real = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")

    def typed(text):
        if text in ("", "~", "null", "Null", "NULL"): return None
        if text in ("true", "True", "TRUE"): return True
        if text in ("false", "False", "FALSE"): return False
        if whole.match(text): return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        return float(text) if real.match(text) else text

    def value(node):
        if isinstance(node, yaml.ScalarNode): return node.value if node.style else typed(node.value)
        if isinstance(node, yaml.SequenceNode): return [value(item) for item in node.value]
        return {key.value: value(item) for key, item in node.value}

    question = json.load(open(sys.argv[1], encoding="utf-8"))
    judges = {}
    for name, schema in question["schemas"].items():
        Draft202012Validator.check_schema(schema)
        judges[name] = Draft202012Validator(schema)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    answer = [judges[one["kind"]].is_valid(value(yaml.compose(one["yaml"], Loader=loader)))
              for one in question["documents"]]
    json.dump(answer, open(sys.argv[2], "w", encoding="utf-8"))
    """#
}
