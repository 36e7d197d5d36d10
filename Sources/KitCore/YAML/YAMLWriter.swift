/// Writes values in the manner of a file.
struct YAMLWriter {
  let habits: YAMLHabits

  /// Whether all text goes into double quotes on one line: less pretty, but never misread for its surroundings.
  let isCautious: Bool

  // MARK: On one line

  /// A value on one line, as it stands in brackets or braces.
  func flow(_ value: YAMLValue) -> String {
    switch value {
    case .literal(let text): return text
    case .text(let text): return inline(text, as: habits.text, inFlow: true)
    case .alias(let name): return "*" + name
    case .marked(let properties, let value): return properties + " " + flow(value)
    case .sequence(let items):
      guard !items.isEmpty else { return "[]" }
      let gap = String(repeating: " ", count: habits.bracketGap)
      return "[" + gap + items.map(flow).joined(separator: ", ") + gap + "]"
    case .mapping(let fields):
      guard !fields.isEmpty else { return "{}" }
      let gap = String(repeating: " ", count: habits.braceGap)
      return "{" + gap + fields.map(flow).joined(separator: ", ") + gap + "}"
    }
  }

  /// A field on one line, as it stands in braces.
  func flow(_ field: YAMLField) -> String {
    let value = flow(field.value)
    return key(field.key, inFlow: true) + ": " + value
  }

  /// Text on one line in the nearest manner that can express it.
  func inline(_ text: String, as style: YAMLScalar.Style, inFlow: Bool) -> String {
    if !isCautious, style == .plain, YAMLScalarWriter.canBePlain(text, inFlow: inFlow) { return text }
    let single = style == .single || (style != .double && habits.quotes == .single)
    if !isCautious, single, YAMLScalarWriter.canBeSingle(text) { return YAMLScalarWriter.single(text) }
    return YAMLScalarWriter.double(text)
  }

  /// A key on one line. Keys are written without quotes where they can be, whatever the file does with text.
  func key(_ key: YAMLValue, inFlow: Bool, as style: YAMLScalar.Style = .plain) -> String {
    if case .text(let text) = key {
      return YAMLWriter(habits: habits, isCautious: false).inline(text, as: style, inFlow: inFlow)
    }
    return flow(key)
  }

  // MARK: Line by line

  /// The lines of a value that begins behind a dash or a colon; the first has no indentation and may be empty.
  ///
  /// - Parameters:
  ///   - value: A scalar, or an empty list or mapping.
  ///   - parent: The column of the dash or key.
  ///   - style: How text is to be written.
  func scalar(_ value: YAMLValue, parent: Int, as style: YAMLScalar.Style, indent: Int? = nil) -> [String] {
    guard case .text(let text) = value else { return [flow(value)] }
    let isLong = text.contains("\n") && style != .double
    guard !isCautious, isLong || style == .literal || style == .folded, YAMLScalarWriter.canBeBlock(text)
    else {
      return [inline(text, as: style, inFlow: false)]
    }
    let indent = indent ?? parent + habits.step
    if style == .folded { return YAMLScalarWriter.folded(text, indent: indent, parent: parent, width: 80) }
    return YAMLScalarWriter.literal(text, indent: indent, parent: parent)
  }

  /// The lines of an item, its dash in a column; each with its indentation.
  func item(_ value: YAMLValue, column: Int) -> [String] {
    let dash = String(repeating: " ", count: column) + "-"
    let inner = column + 1 + habits.dashGap
    guard YAMLWriter.isBlock(value) else {
      return prefixed(dash, gap: habits.dashGap, scalar(value, parent: column, as: habits.text))
    }
    var lines = block(value, column: inner)
    lines[0] = dash + String(repeating: " ", count: habits.dashGap) + lines[0].dropFirst(inner)
    return lines
  }

  /// The lines of an entry, its key in a column; each with its indentation.
  func entry(_ field: YAMLField, column: Int) -> [String] {
    let key = String(repeating: " ", count: column) + key(field.key, inFlow: false) + ":"
    guard YAMLWriter.isBlock(field.value) else {
      return prefixed(key, gap: 1, scalar(field.value, parent: column, as: habits.text))
    }
    return [key] + block(field.value, column: childColumn(field.value, under: column))
  }

  /// The lines of a list or mapping in a column, each with its indentation; anything else on one line.
  func block(_ value: YAMLValue, column: Int) -> [String] {
    switch value {
    case .sequence(let items) where !items.isEmpty:
      items.flatMap { (value: YAMLValue) -> [String] in item(value, column: column) }
    case .mapping(let fields) where !fields.isEmpty:
      fields.flatMap { (field: YAMLField) -> [String] in entry(field, column: column) }
    default: [String(repeating: " ", count: column) + flow(value)]
    }
  }

  /// The column of a list or mapping under a key in a column.
  func childColumn(_ value: YAMLValue, under column: Int) -> Int {
    if case .sequence = value { column + habits.dashIndent } else { column + habits.step }
  }

  /// Whether a value takes lines of its own.
  static func isBlock(_ value: YAMLValue) -> Bool {
    switch value {
    case .sequence(let items): !items.isEmpty
    case .mapping(let fields): !fields.isEmpty
    default: false
    }
  }

  private func prefixed(_ prefix: String, gap: Int, _ lines: [String]) -> [String] {
    var lines = lines
    lines[0] = lines[0].isEmpty ? prefix : prefix + String(repeating: " ", count: gap) + lines[0]
    return lines
  }
}
