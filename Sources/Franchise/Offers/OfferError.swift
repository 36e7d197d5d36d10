package import KitCore

/// Why an offer is not made, taken in, reviewed or answered. Nothing was changed then.
package enum OfferError: Error, Hashable, Sendable {
  /// A master, or a kit without group.yaml, has nobody to offer to.
  case noMaster
  /// The kit has nothing that its master has not.
  case nothingToOffer
  /// Nothing was chosen.
  case nothingChosen(known: [String])
  /// Neither version has such a part; what was probably meant.
  case unknownPart(String, nearest: String?)
  /// The part is the same here and in the master.
  case unchangedPart(String)
  /// The part makes no sense without the rest of its file.
  case partNotAlone(String, file: String)
  /// The part belongs to the group and never travels.
  case localPart(String)
  /// The master changed the same meanwhile; the first such place and how many there are.
  case masterMoved(String, count: Int)
  /// What is to leave still says something local.
  case localWords([LocalPlace])
  /// Words can be turned back into parameters; a person has to agree.
  case needsConsent([LocalPlace])
  /// The master with the offer would have errors that it has not now.
  case breaksMaster([Diagnostic])
  /// A title is needed, or is too long.
  case badTitle(String)
  /// An offer of that title was made before; its id.
  case alreadyOffered(String)
  /// The group offered nothing by that id.
  case noSuchOffer(String, nearest: String?, known: [String])
  /// The master has it already, or nothing of it is left.
  case alreadyThere
  /// The file is no offer and no answer, or is damaged; why.
  case badFile(String, reason: String)
  /// The file is larger than an e-mail carries.
  case fileTooLarge(bytes: Int, limit: Int)
  /// The file cannot be written or read; the system's reason.
  case file(String, reason: String)
  /// The offer stands on a version that this kit never had.
  case strangeBase
  /// The offer wants to change what belongs to one group alone.
  case touchesLocal(String)
  /// The offer was answered already; how.
  case answered(String, by: String, how: String)
  /// Nobody has looked at it here.
  case notReviewed(String)
  /// It was revised since somebody looked at it here.
  case revisedSince(String)
  /// Parts of it meet what was changed here meanwhile; the addresses.
  case clashes([String])
  /// The kit with it would have errors that it has not now.
  case breaksKit([Diagnostic])
  /// Words of one's own cannot be put there.
  case badOwnWords(String, reason: String)
  /// There is no address to send it to.
  case noHost
  /// The host did not take it; its reason.
  case refused(String)
  /// An answer is to an offer that this group never made.
  case strangeReply(String)
}

/// A place in what is to be offered that says something local.
package struct LocalPlace: Hashable, Sendable {
  /// The file, or `title` or `why` for the words of the offer itself.
  package let path: String
  /// What stands there.
  package let find: LocalFind

  /// `plans/half-day.yaml:12`.
  package var place: String { path.contains(".") ? "\(path):\(find.place.line)" : path }
}
