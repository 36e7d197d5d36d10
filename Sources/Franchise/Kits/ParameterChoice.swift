internal import KitCore

/// The values that a group gives to a kit's parameters.
struct ParameterChoice {
  private let kit: Kit
  private var texts: [String: String] = [:]
  private let wished: [(name: String, text: String)]
  /// What the group that the kit comes from put in; it counts until the new group puts in its own.
  private let inherited: [String: String]

  /// Takes what the person gave by name; of two values for one name the last counts.
  init(_ kit: Kit, _ wished: [(name: String, text: String)], inherited: [String: String] = [:]) {
    self.kit = kit
    self.wished = wished
    self.inherited = inherited
    for (name, text) in wished { texts[name] = text }
  }

  private var parameters: [Parameter] { kit.identity.parameters }

  /// Refuses what the kit does not ask for, and asks for what is missing.
  ///
  /// - Throws: ``FranchiseError/unknownParameter(_:nearest:)``, ``FranchiseError/missingParameters(_:)``.
  mutating func complete(_ ask: (Parameter) throws -> String?) throws {
    let names = parameters.map(\.name)
    for (name, _) in wished where !names.contains(name) {
      throw FranchiseError.unknownParameter(name, nearest: NearestMatch.of(name, among: names))
    }
    var missing: [String] = []
    for parameter in parameters where parameter.mustBeSet && texts[parameter.name] == nil {
      if let text = try ask(parameter), !text.isEmpty {
        texts[parameter.name] = text
      } else if inherited[parameter.name] == nil {
        missing.append(parameter.name)
      }
    }
    guard missing.isEmpty else { throw FranchiseError.missingParameters(missing) }
  }

  /// The values as they are written into group.yaml, in the kit's order.
  var given: [(name: String, value: YAMLValue)] {
    parameters.compactMap { (parameter: Parameter) -> (name: String, value: YAMLValue)? in
      guard let text = texts[parameter.name] ?? inherited[parameter.name] else { return nil }
      let isNumber = parameter.kind == .number && Int(text).map { String($0) == text } == true
      return (parameter.name, isNumber ? .literal(text) : .text(text))
    }
  }

  /// Every parameter with the value that counts, and whether the group set it.
  var all: [(name: String, text: String, isSet: Bool)] {
    parameters.map { (parameter: Parameter) -> (name: String, text: String, isSet: Bool) in
      let text = texts[parameter.name]
      let fallback = inherited[parameter.name] ?? parameter.fallback ?? ""
      return (parameter.name, text ?? fallback, text != nil)
    }
  }

  /// Refuses values that are not what the kit asks for.
  ///
  /// - Throws: ``FranchiseError/badParameter(_:reason:)``, ``FranchiseError/unusableKit(count:first:)``.
  func check(_ contents: [String: [UInt8]]) throws {
    let files = KitFiles.admitting(contents.map { (path: $0.key, bytes: $0.value) }).files
    let found = Check.diagnostics(of: KitReading.read(files))
      .filter { $0.severity == .error && $0.path == "group.yaml" }
    guard let first = found.first else { return }
    let name = texts.keys.sorted().first { first.message.contains("“\($0)”") }
    guard let name else { throw FranchiseError.unusableKit(count: found.count, first: first) }
    throw FranchiseError.badParameter(name, reason: first.message)
  }
}
