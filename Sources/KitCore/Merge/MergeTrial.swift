/// The last looks at what a merge by units gave.
struct MergeTrial {
  let safety: MergeSafety
  let named: NamedPartsCheck
  let form: TextForm

  /// What speaks against a result, if anything.
  func objection(to parts: [MergedPart], checksWords: Bool = true) -> ClashKind? {
    var safety = safety
    return safety.objection(to: parts, checksWords: checksWords)
      ?? named.objection(to: MergedDocument(parts: parts, form: form))
  }

  /// The same looks with the sides exchanged.
  func swapped(_ texts: ThreeWay<[UInt8]>) -> MergeTrial {
    MergeTrial(
      safety: MergeSafety(
        format: safety.format, documents: safety.documents.swapped, lexicon: safety.lexicon),
      named: NamedPartsCheck(texts.swapped, safety.format), form: form)
  }

  /// The merged document.
  func document(_ parts: [MergedPart], _ texts: ThreeWay<[UInt8]>) -> MergedDocument {
    let result = MergedDocument(parts: parts, form: form)
    return MergedDocument(result, warnings: DoubledText.find(in: result.bytes, of: texts))
  }
}
