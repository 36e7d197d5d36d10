/// A word of a document, or a mark between words.
struct Word {
  /// Its number in the lexicon.
  let number: Int32
  let start: Int32
  let end: Int32
  /// Whether it hangs together with the word before it, as the parts of an address, a time or `don't` do.
  ///
  /// What hangs together is replaced as a whole: `10:30` changed to `10:45` here and to `11:30` there is no `11:45`.
  let isJoined: Bool
}
