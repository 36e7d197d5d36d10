/// The result of a merge: a document that is valid as it stands, and the questions that are open.
package struct MergedDocument: Sendable {
  /// The document's bytes, with ours at every clash.
  package let bytes: [UInt8]
  /// The open questions in document order; none where the merge is clean.
  package let clashes: [Clash]
  /// What people should look at.
  package let warnings: [MergeWarning]

  private let segments: [Segment]
  private let form: TextForm

  /// A stretch of the plain text.
  private enum Segment: Sendable {
    case settled([UInt8])
    case clash(Int)
  }

  /// The same result with warnings.
  init(_ other: MergedDocument, warnings: [MergeWarning]) {
    (bytes, clashes, segments, form) = (other.bytes, other.clashes, other.segments, other.form)
    self.warnings = warnings
  }

  /// A clean result with exactly these bytes.
  init(clean bytes: [UInt8], warnings: [MergeWarning] = []) {
    self.bytes = bytes
    (clashes, self.warnings, segments, form) = ([], warnings, [.settled(bytes)], TextForm.raw)
  }

  /// A clash of whole files: ours stays.
  init(wholeFile texts: ThreeWay<[UInt8]>, kind: ClashKind) {
    bytes = texts.ours
    clashes = [
      Clash(
        address: "", kind: kind, base: texts.base, ours: texts.ours, theirs: texts.theirs, suggestion: nil,
        range: 0..<texts.ours.count)
    ]
    (warnings, segments, form) = ([], [.clash(0)], TextForm.raw)
  }

  init(parts: [MergedPart], form: TextForm, warnings: [MergeWarning] = []) {
    var clashes: [Clash] = []
    var segments: [Segment] = []
    var text: [UInt8] = []
    var length = form.hasByteOrderMark ? 3 : 0
    var addresses = UniqueAddresses()
    for part in parts {
      switch part {
      case .moved: continue
      case .settled(let bytes):
        segments.append(.settled(bytes))
        text += bytes
        length += form.written(inner: bytes).count
      case .clash(let open):
        let end = length + form.written(inner: open.texts.ours).count
        segments.append(.clash(clashes.count))
        clashes.append(
          Clash(
            address: addresses.next(open.address), kind: open.kind, base: open.texts.base,
            ours: open.texts.ours,
            theirs: open.texts.theirs, suggestion: open.kind.suggestion, range: length..<end))
        text += open.texts.ours
        length = end
      }
    }
    bytes = form.written(text)
    (self.clashes, self.segments, self.form, self.warnings) = (clashes, segments, form, warnings)
  }

  /// Whether nothing has to be decided.
  package var isClean: Bool { clashes.isEmpty }

  /// The document with answers applied, by the clashes' addresses; ours stays where there is none.
  package func answered(_ answers: [String: ClashAnswer]) -> [UInt8] {
    var text: [UInt8] = []
    for segment in segments {
      switch segment {
      case .settled(let bytes): text += bytes
      case .clash(let index): text += answer(answers[clashes[index].address] ?? .ours, to: clashes[index])
      }
    }
    return form.written(text)
  }

  /// The document with git's conflict markers at the clashes, for people who want them; around the lines that differ
  /// and no others.
  ///
  /// - Parameter size: how many characters a marker has.
  package func withMarkers(size: Int = 7) -> [UInt8] {
    func marker(_ sign: String, _ label: String) -> [UInt8] {
      Array((String(repeating: sign, count: max(1, size)) + label + "\n").utf8)
    }
    var text: [UInt8] = []
    for segment in segments {
      switch segment {
      case .settled(let bytes): text += bytes
      case .clash(let index):
        let lines = DifferingLines(of: clashes[index])
        if let last = text.last, last != 0x0A { text.append(0x0A) }
        text += lines.before + marker("<", " ours") + lines.ours + marker("|", " base") + lines.base
        text += marker("=", "") + lines.theirs + marker(">", " theirs") + lines.after
      }
    }
    return form.written(text)
  }

  private func lines(_ text: [UInt8]) -> [UInt8] {
    guard let last = text.last, last != 0x0A else { return text }
    return text + [0x0A]
  }

  private func answer(_ answer: ClashAnswer, to clash: Clash) -> [UInt8] {
    switch answer {
    case .ours: clash.ours
    case .theirs: clash.theirs
    case .both: clash.ours.isEmpty ? clash.theirs : lines(clash.ours) + clash.theirs
    case .words(let words): clash.ours.last == 0x0A || clash.theirs.last == 0x0A ? lines(words) : words
    }
  }
}

extension TextForm {
  /// Bytes that are written as they are.
  static let raw = TextForm()
}
