internal import Foundation
package import KitCore

/// An independent reader of YAML: PyYAML's own parser (not libyaml), in one child process.
package final class YAMLOracle {
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()
  private var buffer = Data()

  /// The reader could not be started, or stopped.
  package struct Fault: Error, CustomStringConvertible {
    /// What happened, and what to install.
    package let description: String
  }

  /// Starts the reader.
  ///
  /// - Throws: ``Fault`` where Python or its YAML module is missing.
  package init() throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", YAMLOracle.program]
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1"]
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
    guard try ask("null") == "ready" else {
      throw Fault(description: "Python's YAML module is missing: install the package python3-yaml.")
    }
  }

  /// Ends the reader.
  package func stop() {
    try? requests.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// How the reader's idea of a file differs from a value; `nil` if it does not.
  ///
  /// The text must be the same everywhere. What is to be text may not be read as another type by YAML 1.1's rules, and
  /// what is to be a literal must stand without quotes.
  package func difference(_ bytes: [UInt8], from value: YAMLValue) throws -> String? {
    let request: [Any] = [Data(bytes).base64EncodedString(), tree(value)]
    let answer = try ask(String(decoding: JSONSerialization.data(withJSONObject: request), as: UTF8.self))
    return answer == "same" ? nil : answer
  }

  /// Whether the reader can read a file at all.
  package func reads(_ bytes: [UInt8]) throws -> Bool {
    let request: [Any] = [Data(bytes).base64EncodedString()]
    return try ask(String(decoding: JSONSerialization.data(withJSONObject: request), as: UTF8.self))
      == "reads"
  }

  private func tree(_ value: YAMLValue) -> [Any] {
    switch value {
    case .text(let text): ["text", text]
    case .literal(let text): ["literal", text]
    case .alias(let name): ["alias", name]
    case .marked(_, let value): tree(value)
    case .sequence(let items): ["list", items.map(tree)]
    case .mapping(let fields):
      ["map", fields.map { (field: YAMLField) -> [Any] in [tree(field.key), tree(field.value)] }]
    }
  }

  private func ask(_ request: String) throws -> String {
    try requests.fileHandleForWriting.write(contentsOf: Data((request + "\n").utf8))
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer = Data(buffer[buffer.index(after: end)...])
        return line
      }
      let more = answers.fileHandleForReading.availableData
      guard !more.isEmpty else {
        throw Fault(
          description: "The reader in Python stopped; the packages python3 and python3-yaml are needed.")
      }
      buffer += more
    }
  }

  private static let program = """
    import sys, json, base64
    try:
        import yaml
    except ImportError:
        print("missing", flush=True); sys.exit(1)
    resolver = yaml.SafeLoader(b"")
    def differ(node, want, path):
        kind = want[0]
        if kind in ("text", "literal"):
            if not isinstance(node, yaml.ScalarNode): return path + ": no scalar"
            if node.value != want[1]: return path + ": " + repr(node.value) + " for " + repr(want[1])
            if kind == "literal" and node.style is not None: return path + ": quoted"
            if kind == "text" and node.style is None:
                tag = resolver.resolve(yaml.ScalarNode, node.value, (True, False))
                if tag != "tag:yaml.org,2002:str": return path + ": read as " + tag
            return None
        if kind == "list":
            if not isinstance(node, yaml.SequenceNode): return path + ": no list"
            if len(node.value) != len(want[1]): return path + ": length"
            for index, (child, wanted) in enumerate(zip(node.value, want[1])):
                found = differ(child, wanted, path + "[%d]" % index)
                if found: return found
            return None
        if kind == "map":
            if not isinstance(node, yaml.MappingNode): return path + ": no mapping"
            if len(node.value) != len(want[1]): return path + ": length"
            for (key, child), (wantedKey, wanted) in zip(node.value, want[1]):
                found = differ(key, wantedKey, path + " key") or differ(child, wanted, path + "." + str(key.value))
                if found: return found
            return None
        return None
    for line in sys.stdin:
        request = json.loads(line)
        if request is None:
            print("ready", flush=True); continue
        try:
            node = yaml.compose(base64.b64decode(request[0]), Loader=yaml.BaseLoader)
        except Exception as error:
            print("cannot read: " + " ".join(str(error).split()), flush=True); continue
        if len(request) == 1:
            print("reads", flush=True); continue
        if node is None:
            print("same" if request[1] == ["literal", ""] else "nothing there", flush=True); continue
        print((differ(node, request[1], "") or "same").replace("\\n", " "), flush=True)
    """
}
