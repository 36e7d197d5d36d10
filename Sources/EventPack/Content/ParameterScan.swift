internal import KitCore

/// Looks for parameters without a value in exactly the files that a pack is made of.
struct ParameterScan {
  let values: [String: String]
  let declared: [String]

  /// What has no value in a file, in order of place; comments of data files do not count.
  func diagnostics(in source: SourceText, _ range: SourceRange, path: KitPath) -> [Diagnostic] {
    let text = ParameterText(source, in: range)
    guard !text.uses.isEmpty else { return [] }
    return text.faults(values: values, declared: declared).compactMap {
      (fault: ParameterFault) -> Diagnostic? in
      if path.ending == "yaml", isComment(at: fault.range.lowerBound, in: source) { return nil }
      let rule =
        switch fault.kind {
        case .unset: "unset-parameter"
        case .unknown: "unknown-parameter"
        case .malformed: "bad-parameter"
        }
      return Diagnostic(
        .error, rule, path: path.text, place: source.place(at: fault.range.lowerBound),
        address: KitLayout(path)?.address, message: fault.message, remedy: fault.remedy)
    }
  }

  private func isComment(at offset: Int, in source: SourceText) -> Bool {
    let line = source.line(source.lineIndex(at: offset))
    return source.bytes[line].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }
}
