extension CheckReport {
  /// The report as SARIF 2.1.0, which forges show beside the lines that it concerns.
  ///
  /// - Parameter version: The program's version.
  package func sarif(version: String) -> JSON {
    let rules = Check.rules
    let places = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let driver: JSON = [
      "name": "kitbag", "version": .string(version), "rules": .array(rules.map(CheckReport.sarif)),
    ]
    let run: JSON = [
      "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
      "results": .array(
        diagnostics.map { (diagnostic: Diagnostic) -> JSON in
          CheckReport.sarif(diagnostic, ruleIndex: places[diagnostic.rule])
        }),
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
    ]
  }

  private static func sarif(_ rule: CheckRule) -> JSON {
    [
      "id": .string(rule.id), "shortDescription": ["text": .string(rule.why)],
      "help": ["text": .string(rule.remedy)],
      "defaultConfiguration": ["level": .string(level(rule.severity))],
    ]
  }

  private static func sarif(_ diagnostic: Diagnostic, ruleIndex: Int?) -> JSON {
    let words = [diagnostic.message, diagnostic.remedy].compactMap { $0 }.joined(separator: " ")
    return .compact([
      ("ruleId", .string(diagnostic.rule)),
      ("ruleIndex", ruleIndex.map { JSON.integer($0) }),
      ("level", .string(level(diagnostic.severity))),
      ("message", ["text": .string(words)]),
      ("locations", .array([location(diagnostic)])),
    ])
  }

  private static func location(_ diagnostic: Diagnostic) -> JSON {
    let region: JSON? = diagnostic.place.map { (place: SourcePlace) -> JSON in
      ["startLine": .integer(place.line), "startColumn": .integer(place.column)]
    }
    let logical: JSON? = diagnostic.address.map { (address: Address) -> JSON in
      [["fullyQualifiedName": .string(address.description)]]
    }
    return .compact([
      (
        "physicalLocation",
        .compact([
          (
            "artifactLocation",
            ["uri": .string(uri(diagnostic.path ?? "kit.yaml")), "uriBaseId": "%SRCROOT%"]
          ),
          ("region", region),
        ])
      ),
      ("logicalLocations", logical),
    ])
  }

  private static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information: "note"
    }
  }

  /// A path as a relative address, in which all but plain characters are written as percent signs and digits.
  private static func uri(_ path: String) -> String {
    path.utf8.map { (byte: UInt8) -> String in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
