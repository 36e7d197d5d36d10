/// A YAML file, or the YAML part of a file, as a tree whose values know their bytes.
///
/// The bytes are kept: a document that is not edited is written as it was read.
package struct YAMLDocument: Sendable {
  /// The whole file.
  package let source: SourceText

  /// The bytes of `source` that are YAML: all of it, or front matter.
  package let part: SourceRange

  /// The value of the document; an empty scalar in a file without any.
  package let root: YAMLNode

  /// What was allowed when it was read, and is for edits.
  package let options: YAMLOptions

  /// The bytes of the whole file.
  package var bytes: [UInt8] { source.bytes }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, with its byte-order mark if it has one.
  ///   - options: What the file may hold.
  /// - Throws: ``YAMLFault`` with the place: the first that is found.
  package static func read(_ bytes: [UInt8], options: YAMLOptions = .kit) throws(YAMLFault) -> YAMLDocument {
    guard bytes.count <= options.maximumBytes else { throw .tooLarge(bytes.count, options) }
    let source: SourceText
    do {
      source = try SourceText(bytes)
    } catch {
      throw YAMLFault(kind: .text(error), offset: error.offset, place: error.place)
    }
    return try read(source, in: source.contents, options: options)
  }

  /// Reads a part of a file, such as front matter; all places and ranges are those of the file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - part: Its bytes that are YAML, from the start of a line.
  ///   - options: What they may hold.
  /// - Throws: ``YAMLFault`` with the place: the first that is found.
  package static func read(
    _ source: SourceText, in part: SourceRange, options: YAMLOptions = .kit
  ) throws(YAMLFault) -> YAMLDocument {
    guard part.count <= options.maximumBytes else { throw .tooLarge(part.count, options) }
    try refuseControls(source, in: part)
    let root = try source.bytes.withUnsafeBufferPointer {
      (bytes: UnsafeBufferPointer<UInt8>) throws(YAMLFault) -> YAMLNode in
      guard let base = bytes.baseAddress, !part.isEmpty else {
        return YAMLNode(
          content: .scalar(YAMLScalar(text: "", style: .plain)), range: part, properties: "")
      }
      var composer = YAMLComposer(source: source, part: part, options: options)
      return try composer.compose(YAMLEvents(base + part.lowerBound, count: part.count))
    }
    return YAMLDocument(source: source, part: part, root: root, options: options)
  }

  /// The value at the end of a path of keys, positions and ids; `nil` if it leads nowhere.
  package func node(at path: YAMLPath) -> YAMLNode? {
    var node = root
    for step in path.steps {
      guard let next = node[step] else { return nil }
      node = next
    }
    return node
  }

  /// Where a value begins.
  package func place(of node: YAMLNode) -> SourcePlace { source.place(at: node.range.lowerBound) }

  /// The bytes of a value as text.
  package func text(of range: SourceRange) -> String { source[range] }

  private static func refuseControls(_ source: SourceText, in part: SourceRange) throws(YAMLFault) {
    if let offset = source.firstControl, part.contains(offset) {
      throw .text(.control(source.bytes[offset]), at: offset, in: source)
    }
    if let offset = source.firstLoneReturn, part.contains(offset) {
      throw .text(.loneReturn, at: offset, in: source)
    }
  }
}

extension YAMLFault {
  static func tooLarge(_ count: Int, _ options: YAMLOptions) -> YAMLFault {
    YAMLFault(
      kind: .tooLarge(bytes: count, limit: options.maximumBytes), offset: 0,
      place: SourcePlace(line: 1, column: 1))
  }

  static func text(_ kind: TextFault.Kind, at offset: Int, in source: SourceText) -> YAMLFault {
    let place = source.place(at: offset)
    return YAMLFault(
      kind: .text(TextFault(kind: kind, offset: offset, place: place)), offset: offset, place: place)
  }
}
