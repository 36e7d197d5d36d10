internal import KitCore

/// A merged file for programs and for people.
struct MergeReport {
  let merged: MergedDocument

  init(_ merged: MergedDocument) {
    self.merged = merged
  }

  /// `{clean, text, clashes: [{address, kind, summary, base, ours, theirs, suggestion?, range}], warnings}`.
  ///
  /// Bytes that are not UTF-8 are shown as replacement characters; `range` counts bytes of the merged file.
  var json: JSON {
    JSON.compact([
      ("clean", .boolean(merged.isClean)),
      ("text", .string(Self.text(merged.bytes))),
      ("clashes", .array(merged.clashes.map(json))),
      ("warnings", .array(merged.warnings.map { ["kind": "doubled", "text": .string($0.text)] })),
    ])
  }

  private func json(_ clash: Clash) -> JSON {
    JSON.compact([
      ("address", .string(clash.address)),
      ("kind", .string(clash.kind.rawValue)),
      ("summary", .string(clash.kind.summary)),
      ("base", .string(Self.text(clash.base))),
      ("ours", .string(Self.text(clash.ours))),
      ("theirs", .string(Self.text(clash.theirs))),
      (
        "suggestion",
        clash.suggestion.map { .string($0 == .both ? "both" : $0 == .theirs ? "theirs" : "ours") }
      ),
      ("range", [.integer(clash.range.lowerBound), .integer(clash.range.upperBound)]),
    ])
  }

  /// A clash in a few plain lines.
  static func sentence(for clash: Clash) -> String {
    var lines = ["\(clash.address.isEmpty ? "The file" : clash.address): \(clash.kind.summary)"]
    for (name, text) in [("before", clash.base), ("yours", clash.ours), ("theirs", clash.theirs)] {
      lines.append("  \(name): \(excerpt(text))")
    }
    if clash.suggestion == .both { lines.append("  Most people keep both.") }
    return lines.joined(separator: "\n")
  }

  private static func excerpt(_ bytes: [UInt8]) -> String {
    let words = text(bytes).split(whereSeparator: \.isWhitespace)
    if words.isEmpty { return "(nothing)" }
    let shown = words.prefix(24).joined(separator: " ")
    return "“" + shown + (words.count > 24 ? " …" : "") + "”"
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
