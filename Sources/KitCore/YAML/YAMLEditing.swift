/// Every edit computes which bytes to replace, reads the result, and compares it with what it must say.
///
/// So an edit either changes just what it names, or is refused; it never leaves a damaged file.
extension YAMLDocument {
  /// The document with some bytes replaced, if it then says what is intended.
  ///
  /// - Parameters:
  ///   - intended: What the document must say afterwards.
  ///   - splices: The bytes to replace, as this writer would; asked a second time with a cautious writer.
  func edited(
    to intended: YAMLValue, _ path: YAMLPath, at node: YAMLNode,
    _ splices: (YAMLWriter) -> [YAMLSplice]?
  ) throws(YAMLEditFault) -> YAMLDocument {
    let intended = intended.normal
    let habits = YAMLHabits(of: self)
    for isCautious in [false, true] {
      let writer = YAMLWriter(habits: habits, isCautious: isCautious)
      guard let splices = splices(writer), let edited = try? applying(splices) else { continue }
      if edited.root.value == intended { return edited }
    }
    throw fault(.notExpressible, path, at: node)
  }

  private func applying(_ splices: [YAMLSplice]) throws -> YAMLDocument? {
    guard let bytes = YAMLSplice.apply(splices, to: bytes) else { return nil }
    let source = try SourceText(bytes)
    let growth = bytes.count - self.bytes.count
    return try YAMLDocument.read(source, in: part.lowerBound..<part.upperBound + growth, options: options)
  }

  /// Lines joined as the file ends its lines.
  func joined(_ lines: [String]) -> String { lines.joined(separator: source.lineEnding.rawValue) }

  /// Splices that put whole lines in at the start of a line, or at the end of a file whose last line is not ended.
  func insertingLines(_ lines: [String], at offset: Int) -> YAMLSplice {
    let end = source.lineEnding.rawValue
    let startsLine = offset == source.lineStarts[source.lineIndex(at: offset)] || offset == part.lowerBound
    return YAMLSplice(offset..<offset, startsLine ? joined(lines) + end : end + joined(lines))
  }
}
