internal import KitCore

extension OfferError: ExplainedError {
  /// What happened, in one sentence or a few for people.
  package var what: String {
    switch self {
    case .noMaster: "This kit was not made from a master, so there is nobody to offer it to."
    case .nothingToOffer: "Your kit has nothing that the master does not have."
    case .nothingChosen: "It is not said what to offer."
    case .unknownPart(let name, _): "There is no change of yours at '\(name)'."
    case .unchangedPart(let name): "'\(name)' is the same in your kit and in the master's."
    case .partNotAlone(let name, _): "'\(name)' cannot be taken without the rest of its file."
    case .localPart(let name): "'\(name)' is your group's own and never leaves it."
    case .masterMoved(let name, let count):
      "The master has changed the same part meanwhile: \(name)"
        + (count == 1 ? "." : ", and \(count - 1) more.")
    case .localWords(let places):
      "The offer still says something that is yours alone:\n"
        + places.map { "  \($0.place): \($0.find.message) \($0.find.remedy)" }.joined(separator: "\n")
    case .needsConsent(let places):
      "Words of yours have to be turned back first:\n"
        + places.map { "  \($0.place): “\($0.find.text)” → {{\($0.find.parameter ?? "")}}" }
        .joined(separator: "\n")
    case .breaksMaster(let found):
      "The master would not work with this alone: \(Self.first(found))"
    case .badTitle(let reason): reason
    case .alreadyOffered(let id): "You have offered this before, as '\(id)'."
    case .noSuchOffer(let id, _, _): "There is no offer '\(id)'."
    case .alreadyThere: "The master has all of that already."
    case .badFile(let name, let reason): "'\(name)' is not taken. \(reason)"
    case .fileTooLarge(let bytes, let limit):
      "The file would have \(Self.megabytes(bytes)) MB; \(limit >> 20) MB go into an e-mail."
    case .file(let name, let reason): "'\(name)' cannot be used: \(reason)."
    case .strangeBase: "The offer stands on a version that this kit never had."
    case .touchesLocal(let path): "The offer would change \(path), which belongs to a group alone."
    case .answered(let id, let by, let how): "'\(id)' was \(how) by \(by) already."
    case .notReviewed(let id): "'\(id)' has not been looked at here in this form."
    case .revisedSince(let id): "'\(id)' was revised since you looked at it."
    case .clashes(let parts):
      "You have changed the same meanwhile: \(parts.joined(separator: ", "))."
    case .breaksKit(let found): "Your kit would not work with it: \(Self.first(found))"
    case .badOwnWords(let name, let reason): "Your words for '\(name)' cannot be put there. \(reason)"
    case .noHost: "It is not known where your kit has its place on the net."
    case .refused(let reason): "The host did not take it: \(reason)"
    case .strangeReply(let id): "The answer is to an offer '\(id)' that was not made here."
    }
  }

  /// What is safe.
  package var safe: String? {
    switch self {
    case .needsConsent, .localWords: "Nothing has left your kit, and nothing was changed."
    case .badFile, .strangeBase, .touchesLocal: "Nothing of it was taken in."
    case .refused, .noHost: "The offer is kept in your kit."
    default: "Nothing was changed."
    }
  }

  /// What to do next.
  package var next: String? {
    switch self {
    case .noMaster: "Use 'kitbag fork' to start a group's kit."
    case .nothingToOffer: "Change something and save it first."
    case .nothingChosen(let known): "Name what to offer: \(Self.some(known))."
    case .unknownPart(_, let nearest):
      nearest.map { "Did you mean '\($0)'?" } ?? "'kitbag offer' without an address lists your changes."
    case .unchangedPart: "'kitbag offer' without an address lists your changes."
    case .partNotAlone(_, let file): "Offer '\(file)' as a whole."
    case .localPart: "Offer plans, guides, methods, resources or checklists."
    case .masterMoved: "Take the master's changes first with 'kitbag update', then offer again."
    case .localWords: "Change these words in your kit, save, and offer again."
    case .needsConsent: "Run it again with '--yes' if that is right."
    case .breaksMaster: "Offer what it needs along with it."
    case .badTitle: "Give it a short title with '--title'."
    case .alreadyOffered(let id): "'kitbag offer --revise \(id) …' offers it anew."
    case .noSuchOffer(_, let nearest, let known):
      nearest.map { "Did you mean '\($0)'?" }
        ?? (known.isEmpty ? "There is none yet; 'kitbag inbox' lists them." : "There is \(Self.some(known)).")
    case .alreadyThere: "'kitbag update' brings your kit up to it."
    case .badFile: "Ask for it to be sent again, with 'kitbag offer … --to-file'."
    case .fileTooLarge: "Offer fewer files at a time, or push the offer with '--push'."
    case .file: nil
    case .strangeBase: "Ask the group to update from this kit, and to offer again."
    case .touchesLocal: "Decline it with a word of why."
    case .answered: "'kitbag review' shows what was said."
    case .notReviewed(let id), .revisedSince(let id): "Look at it with 'kitbag review \(id)', then answer."
    case .clashes:
      "Accept the other parts by their addresses, or give your own words with '--own ADDRESS=FILE'."
    case .breaksKit: "Accept what it needs along with it, or put it right with '--own ADDRESS=FILE'."
    case .badOwnWords: nil
    case .noHost:
      "Write the address into group.yaml ('fork: https://…'), or give it after '--to'; '--to-file' needs none."
    case .refused: "Ask whoever looks after the host, or use '--to-file'."
    case .strangeReply: "Check that you are in the kit that offered it."
    }
  }

  private static func first(_ found: [Diagnostic]) -> String {
    guard let first = found.first else { return "it has errors." }
    let place = first.path.map { path in first.line.map { "\(path):\($0): " } ?? "\(path): " } ?? ""
    return place + first.message + (found.count > 1 ? " (and \(found.count - 1) more)" : "")
  }

  private static func some(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
