/// Something that a group offered or adopted, and what the master made of it when it took it.
///
/// Only files that changed need be there.
package struct AcceptedWork: Sendable {
  /// The files before and after one step.
  package struct Step: Sendable {
    /// The files before it, by path.
    package let before: [String: [UInt8]]
    /// The files after it, by path.
    package let after: [String: [UInt8]]

    /// A step between two versions.
    package init(before: [String: [UInt8]], after: [String: [UInt8]]) {
      (self.before, self.after) = (before, after)
    }
  }

  /// What the group had proposed, or taken from a sister group.
  package let proposed: Step
  /// What the master did when it accepted: perhaps parts of it only, perhaps in other words.
  package let accepted: Step
  /// Whether the master's step is known to answer this very proposal. Where it is not, a part counts only if the
  /// master's text is like the proposed one.
  package let isCertain: Bool

  /// What became of a proposal.
  package init(proposed: Step, accepted: Step, isCertain: Bool) {
    (self.proposed, self.accepted, self.isCertain) = (proposed, accepted, isCertain)
  }
}

extension KitMerge {
  /// The base in which parts that the master accepted stand as the group had proposed them, so that what comes back
  /// reworded is an improvement of ours and no clash.
  ///
  /// A part is lent only where our side still holds the proposal, or changed it further; otherwise the base stays.
  package func base(of kits: ThreeWay<[String: [UInt8]]>, lending works: [AcceptedWork]) -> [String: [UInt8]]
  {
    var base = kits.base
    for work in works {
      for path in work.proposed.after.keys.sorted() {
        guard let ours = kits.ours[path], let theirs = kits.theirs[path],
          let proposed = work.proposed.after[path], let accepted = work.accepted.after[path],
          ours != theirs, work.proposed.before[path] != proposed, work.accepted.before[path] != accepted
        else { continue }
        let lent = Lending(
          path: path, work: work, proposed: proposed, accepted: accepted, ours: ours, theirs: theirs)
        base[path] = lent.applied(to: base[path], merging: document(for: path))
      }
    }
    return base
  }
}

/// The lending of one file's parts.
private struct Lending {
  let path: String
  let work: AcceptedWork
  let proposed: [UInt8]
  let accepted: [UInt8]
  let ours: [UInt8]
  let theirs: [UInt8]

  /// The base of the file with the accepted parts as they were proposed; `nil` where it has none.
  func applied(to base: [UInt8]?, merging merge: DocumentMerge) -> [UInt8]? {
    guard let base, let before = work.proposed.before[path] else {
      let isNew = base == nil && work.proposed.before[path] == nil && work.accepted.before[path] == nil
      return isNew && mayLend(proposed, over: []) ? proposed : base
    }
    // What was proposed on top of another version is first brought to the version that both sides share.
    let moved = merge.merge(ThreeWay(base: before, ours: base, theirs: proposed))
    guard moved.isClean else { return base }
    let (own, common) = (DocumentPlaces(ours, merge.format), DocumentPlaces(base, merge.format))
    let lent = DocumentPlaces(moved.bytes, merge.format)
    guard !lent.all.isEmpty else {
      return ours != base && mayLend(moved.bytes, over: base) ? moved.bytes : base
    }
    let wanted = DocumentPlaces(before, merge.format).changed(in: DocumentPlaces(proposed, merge.format))
    let taken = DocumentPlaces(work.accepted.before[path] ?? [], merge.format)
      .changed(in: DocumentPlaces(accepted, merge.format))
    let other = DocumentPlaces(theirs, merge.format)
    var texts: [String: [UInt8]] = [:]
    for address in wanted.intersection(taken) where own[address] != common[address] {
      let text = lent[address] ?? []
      guard work.isCertain || isLike(other[address] ?? [], text, over: common[address] ?? []) else {
        continue
      }
      texts[address] = text
    }
    return texts.isEmpty
      ? base : LentBases(texts: texts, format: merge.format).applied(to: base, placedAs: ours)
  }

  private func mayLend(_ text: [UInt8], over base: [UInt8]) -> Bool {
    work.isCertain || isLike(theirs, text, over: base)
  }

  /// Whether the master's text is more like the proposed one than like the text before.
  private func isLike(_ text: [UInt8], _ proposed: [UInt8], over base: [UInt8]) -> Bool {
    var lexicon = Lexicon()
    let words = [text, proposed, base].map { WordCutter.words(of: $0, &lexicon) }
    let likeness = WordLikeness(isWord: lexicon.isWord, folded: lexicon.folded)
    let telling = words.map { likeness.telling($0[...]) }
    let likenessToProposed = likeness.ratio(telling[0], telling[1])
    return likenessToProposed >= 0.6
      && (base.isEmpty || likenessToProposed > likeness.ratio(telling[0], telling[2]))
  }
}
