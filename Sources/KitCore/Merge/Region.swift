/// Neighbouring units of all three versions, between units that both sides kept.
struct Region {
  let base: Range<Int>
  let ours: Range<Int>
  let theirs: Range<Int>

  var isEmpty: Bool { base.isEmpty && ours.isEmpty && theirs.isEmpty }
}
