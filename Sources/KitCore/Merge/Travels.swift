/// Units that a side moved while the other edited them, and texts that stand at two places.
struct Travels {
  /// What a side's moved unit becomes at its new place, by the unit's index.
  var ours: [Int: Moved] = [:]
  var theirs: [Int: Moved] = [:]
  /// Units of ours that clash with one of theirs that stands elsewhere, and those of theirs.
  var oursDoubled: [Int: Int] = [:]
  var theirsDoubled: Set<Int> = []
  /// Units of theirs that ours put in as well, at what is one place once deletions are made.
  var theirsShared: Set<Int> = []
  /// Base units that both sides moved, each to its own place, by the index of ours.
  var movedApart: [Int: Int] = [:]
  /// Base units whose edit has travelled with a move, so that their absence is no loss.
  var settled: Set<Int> = []

  /// Units that one side moved and the other took out: indices of the moved ones, and of the base units.
  var oursTorn: Set<Int> = []
  var theirsTorn: Set<Int> = []
  var torn: Set<Int> = []

  /// Whether nothing moved or stands twice.
  var isEmpty: Bool {
    ours.isEmpty && theirs.isEmpty && oursDoubled.isEmpty && theirsDoubled.isEmpty && torn.isEmpty
  }

  /// A moved unit and the merge of its content.
  struct Moved {
    let base: Int
    let parts: [MergedPart]
  }
}
