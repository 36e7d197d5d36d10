extension ClashQuestion {
  /// What the three versions are called where people read them.
  package struct Names: Sendable {
    /// The version that both began with.
    package var base: String
    /// The version that stays until there is an answer.
    package var ours: String
    /// The version that arrives: whose it is.
    package var theirs: String

    package init(base: String = "before", ours: String = "yours", theirs: String = "theirs") {
      (self.base, self.ours, self.theirs) = (base, ours, theirs)
    }
  }

  /// What happened, told to the one whose version is ours.
  package var summary: String {
    switch kind {
    case .inside(.deletedAndEdited), .inside(.insertedBesideDeleted), .fileRemovedAndEdited: removal
    case .inside(.sameWords): "You and they changed the same words."
    case .inside(.rewritten): "One of you rewrote this, the other changed words in it."
    case .inside(.twoValues): "You and they gave this a different value."
    case .inside(.replacedAndInserted): "One of you replaced this, the other added something to it."
    case .inside(.insertedTogether): "You and they wrote something different at the same place."
    case .inside(.alikeInsertions): "You and they added nearly the same thing."
    case .inside(.alikeAtTwoPlaces): "You and they made nearly the same change, at two places."
    case .inside(.movedToTwoPlaces): "You and they moved this, to two places; it stands where you put it."
    case .inside(.tableColumns): "One of you changed the columns of this table, the other its rows."
    case .inside(.invalidResult): "Taken together the two versions would not be a valid file."
    case .inside(.wordsOutOfBalance): "Taken together the two versions would lose or repeat words."
    case .inside(.lines): "You and they changed the same lines, and it cannot be merged by its parts."
    case .inside(.wholeFile): "You and they changed this file, and it can only be taken as a whole."
    case .fileAddedTwice: "You and they added a file of this name, each with its own content."
    case .fileRenamedTwice: "You and they gave this file another name."
    case .namesMeet: "On many computers this file and another one would be the same file."
    }
  }

  private var removal: String {
    let part = kind == .fileRemovedAndEdited ? "this file" : "this"
    let isBeside = kind == .inside(.insertedBesideDeleted)
    let change = isBeside ? "added something beside it" : "changed it"
    if texts.ours?.isEmpty ?? true { return "You took \(part) out; they \(change)." }
    if texts.theirs?.isEmpty ?? true { return "They took \(part) out; you \(change)." }
    return "One of you took a part of \(part) out; the other \(change)."
  }

  /// Why there is a suggestion, or `nil` without one.
  package var reason: String? {
    switch suggestion {
    case nil, .words: nil
    case .both: "Where two people wrote at one place, three in four keep both."
    case .theirs where kind == .namesMeet: "It then gets a name of its own, and both files stay."
    case .ours, .theirs: "Most people answer so."
    }
  }

  /// What can be answered, in the order in which it is offered: `yours, theirs, both or your own words`.
  package func choices(names: Names = Names()) -> [String] {
    let isText = [texts.base, texts.ours, texts.theirs].allSatisfy { $0?.isText ?? true }
    let hasNoWords = kind == .namesMeet || kind == .fileRenamedTwice || !isText
    return ["\(names.ours) (stays until you answer)"] + (isOneText ? [] : [names.theirs])
      + (allowsBoth ? ["both"] : []) + (hasNoWords ? [] : ["your own words"])
  }
}
