/// Every parameter that a text uses is declared, and every one that must be set is set.
enum ParameterCheck {
  static let unknown = CheckRule(
    "unknown-parameter", .error, why: "A pack would show the braces instead of a word.",
    remedy: "Declare it under “parameters” in kit.yaml, correct the name, or write “\\{{” for literal braces."
  )
  static let malformed = CheckRule(
    "bad-parameter", .error, why: "Double braces that hold no name cannot be filled in.",
    remedy: "Write the name of a parameter between “{{” and “}}”, or “\\{{” for literal braces.")
  static let unset = CheckRule(
    "unset-parameter", .warning,
    why: "A parameter without a default must be set by the group before it can make a pack.",
    remedy: "Set it under “parameters” in group.yaml.")
  static let unused = CheckRule(
    "unused-parameter", .warning, why: "Groups would be asked for a word that no text uses.",
    remedy: "Use it in a text, or take it out of kit.yaml.")
  static let value = CheckRule(
    "bad-parameter-value", .error, why: "The value must be what the kit asks for.",
    remedy: "Write a value of the parameter's type.")
  static let stranger = CheckRule(
    "value-for-nothing", .warning, why: "A value for a parameter that the kit does not have changes nothing.",
    remedy: "Correct the name, or take the value out.")

  static let rules = [unknown, malformed, unset, unused, value, stranger]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    let parameters = kit.identity.parameters
    let names = parameters.map(\.name)
    var used: Set<String> = []
    var found: [Diagnostic] = []
    for path in kit.files.paths where isText(path) {
      guard let bytes = kit.files[path], let source = try? SourceText(bytes) else { continue }
      let text = ParameterText(source, in: source.contents)
      let uses = text.uses.filter { !isComment($0, in: source, path) }
      used.formUnion(uses.compactMap(\.name))
      found += uses.compactMap { diagnostic(of: $0, names, source, path) }
    }
    // A file that cannot be read may be the one that uses it.
    let all = kit.unread.isEmpty ? parameters : []
    found += all.filter { !used.contains($0.name) }.map { (parameter: Parameter) -> Diagnostic in
      unused.found(in: parameter.record, "No text uses the parameter “\(parameter.name)”.")
    }
    return found + settings(of: kit)
  }

  private static func isText(_ path: KitPath) -> Bool {
    KitLayout(path) != nil && ["yaml", "md"].contains(path.ending)
  }

  /// Whether a use stands in a line of a data file that is a comment.
  private static func isComment(_ use: ParameterUse, in source: SourceText, _ path: KitPath) -> Bool {
    guard path.ending == "yaml" else { return false }
    let line = source.line(source.lineIndex(at: use.range.lowerBound))
    return source.bytes[line].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }

  private static func diagnostic(
    of use: ParameterUse, _ names: [String], _ source: SourceText, _ path: KitPath
  ) -> Diagnostic? {
    let address = KitLayout(path)?.address
    if case .other(let text) = use.kind {
      return malformed.found(
        at: use.range.lowerBound, of: source, path: path, address: address,
        "“{{\(text.prefix(40))}}” is not the name of a parameter.")
    }
    guard let name = use.name, !names.contains(name) else { return nil }
    let question = NearestMatch.question(name, among: names)
    return unknown.found(
      at: use.range.lowerBound, of: source, path: path, address: address,
      "There is no parameter “\(name)” in kit.yaml.",
      remedy: question.isEmpty ? nil : question + " " + unknown.remedy)
  }

  /// What the group and its events set, and what the group still has to set.
  private static func settings(of kit: Kit) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let parameters = Dictionary(
      kit.identity.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var records = kit.events.map { ($0.record, $0.parameters) }
    if let group = kit.group {
      records.append((group.record, group.parameters))
      let set = Set(group.parameters.filter { !$0.text.isEmpty }.map(\.name))
      for parameter in kit.identity.parameters where parameter.mustBeSet && !set.contains(parameter.name) {
        found.append(
          unset.found(
            in: group.record, at: "parameters", "“\(parameter.name)” is not set: \(parameter.description)."))
      }
    }
    for (record, values) in records {
      for (name, text) in values {
        guard let parameter = parameters[name] else {
          found.append(stranger.found(in: record, at: "parameters", "The kit has no parameter “\(name)”."))
          continue
        }
        if let fault = fault(of: text, as: parameter) {
          found.append(
            value.found(in: record, at: "parameters", "“\(name)” is “\(text.prefix(40))”, \(fault)."))
        }
      }
    }
    return found
  }

  /// Why a value is not what a parameter asks for.
  private static func fault(of text: String, as parameter: Parameter) -> String? {
    switch parameter.kind {
    case .text: nil
    case .number: Double(text) == nil ? "which is no number" : nil
    case .date: TextPattern.date.matches(text) ? nil : "which is no date such as 2026-03-12"
    case .time: ClockTime(text) == nil ? "which is no time such as 13:30" : nil
    case .url: TextPattern.url.matches(text) ? nil : "which is no address of a page"
    case .choice:
      parameter.choices.contains(text)
        ? nil : "which is none of: \(parameter.choices.joined(separator: ", "))"
    }
  }
}
