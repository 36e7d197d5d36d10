internal import CYAML

/// One step of libyaml's reading. Marks count characters from the start of the text that was given.
struct YAMLEvent {
  enum Kind {
    case documentStart(isExplicit: Bool, hasDirectives: Bool)
    case documentEnd
    case streamStart
    case streamEnd
    case scalar(YAMLScalar)
    case sequenceStart(YAMLLayout)
    case mappingStart(YAMLLayout)
    case collectionEnd
    case alias(String)
  }

  let kind: Kind
  let start: Int
  let end: Int
  var anchor: String?
  var tag: String?
}

/// What libyaml says when it cannot go on.
struct YAMLEventFault: Error {
  let problem: String
  let mark: Int
  let context: String
  let contextMark: Int?
}

/// libyaml's parser over bytes that outlive it; freed when this value goes out of scope.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  private let isReady: Bool

  /// Begins to read `count` bytes of UTF-8 without a byte-order mark.
  init(_ input: UnsafePointer<UInt8>, count: Int) {
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input, count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  mutating func next() throws(YAMLEventFault) -> YAMLEvent {
    guard isReady else {
      throw YAMLEventFault(problem: "there is not enough memory", mark: 0, context: "", contextMark: nil)
    }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { yaml_event_delete(&event) }
    let (start, end) = (event.start_mark.index, event.end_mark.index)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      return YAMLEvent(
        kind: .scalar(
          YAMLScalar(text: Self.text(scalar.value, scalar.length), style: Self.style(scalar.style))),
        start: start, end: end, anchor: Self.text(scalar.anchor), tag: Self.text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      let flow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
      return YAMLEvent(
        kind: .sequenceStart(flow ? .flow : .block), start: start, end: end,
        anchor: Self.text(sequence.anchor), tag: Self.text(sequence.tag))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      let flow = mapping.style == YAML_FLOW_MAPPING_STYLE
      return YAMLEvent(
        kind: .mappingStart(flow ? .flow : .block), start: start, end: end,
        anchor: Self.text(mapping.anchor), tag: Self.text(mapping.tag))
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(Self.text(event.data.alias.anchor) ?? ""), start: start, end: end)
    case YAML_DOCUMENT_START_EVENT:
      let document = event.data.document_start
      let directives =
        document.version_directive != nil || document.tag_directives.start != document.tag_directives.end
      let kind = YAMLEvent.Kind.documentStart(isExplicit: document.implicit == 0, hasDirectives: directives)
      return YAMLEvent(kind: kind, start: start, end: end)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return YAMLEvent(kind: .collectionEnd, start: start, end: end)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, start: start, end: end)
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, start: start, end: end)
    default: return YAMLEvent(kind: .streamEnd, start: start, end: end)
    }
  }

  private func fault() -> YAMLEventFault {
    let state = parser.pointee
    let context = state.context.map { (text: UnsafePointer<CChar>) -> String in String(cString: text) }
    return YAMLEventFault(
      problem: state.problem.map { (text: UnsafePointer<CChar>) -> String in String(cString: text) }
        ?? "unreadable",
      mark: state.problem_mark.index,
      context: context ?? "",
      contextMark: context == nil ? nil : state.context_mark.index)
  }

  private static func text(_ start: UnsafeMutablePointer<UInt8>?, _ length: Int) -> String {
    guard let start else { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }

  private static func text(_ start: UnsafeMutablePointer<UInt8>?) -> String? {
    start.map { (start: UnsafeMutablePointer<UInt8>) -> String in String(cString: start) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
