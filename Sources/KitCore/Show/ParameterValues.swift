/// What is filled in for a kit's parameters: the event's values over the group's over the kit's defaults.
package struct ParameterValues: Sendable {
  private var values: [String: String] = [:]

  /// The values of a kit, and of one of its events.
  package init(of kit: Kit, event: Event? = nil) {
    for parameter in kit.identity.parameters { values[parameter.name] = parameter.fallback }
    for (name, text) in kit.group?.parameters ?? [] where !text.isEmpty { values[name] = text }
    for (name, text) in event?.parameters ?? [] where !text.isEmpty { values[name] = text }
  }

  /// The text with its parameters filled in; one without a value stays as it is, and `\{{` becomes `{{`.
  package func filled(_ text: String) -> String {
    guard text.contains("{{") else { return text }
    return ParameterText(text).substituting(values)
  }
}
