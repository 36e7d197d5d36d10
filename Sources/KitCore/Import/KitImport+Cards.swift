/// Cards with what, why, time and how, each a method.
extension KitImport {
  mutating func writeMethod(_ card: (place: String, card: CardLayout)) {
    let (path, card) = card
    var text = ForeignText(from: card.path, to: path, places: sorting.places)
    func said(_ words: String, _ what: String) -> String {
      if words.isEmpty { need("Write the method's “\(what)”.", at: path) }
      return words.isEmpty ? ImportedPlan.toBeWritten : words
    }
    let what = said(text.words(card.what.oneLine), "what")
    let why = said(text.words(card.why.oneLine), "why")
    if card.time == nil {
      need("Say how many minutes the method takes; 15 to 60 stand there for now.", at: path)
    }
    let time = card.time?.minutes ?? 15...60
    let licence = StatedLicence.identifier(in: card.licence) ?? kitLicence
    var fields = [
      YAMLField("title", .text(text.words(card.title))), YAMLField("what", .text(what)),
      YAMLField("why", .text(why)),
      YAMLField("minutes", ImportedFile.range(time)),
    ]
    if let groups = ImportedBlock.groups(in: card.who) ?? CardWords.groups[card.who.lowercased()] {
      fields.append(YAMLField("groups", .text(groups)))
    }
    if let size = card.size { fields.append(YAMLField("group size", ImportedFile.range(size))) }
    if !card.materials.isEmpty {
      fields.append(YAMLField("materials", .sequence(card.materials.map(\.value))))
    }
    let uncounted = card.materials.filter { !$0.isCounted }.map(\.item)
    if !uncounted.isEmpty {
      need("Say how many; 1 stands there for: \(uncounted.joined(separator: ", ")).", at: path)
    }
    fields.append(YAMLField("licence", .text(licence)))
    let source = card.source.isEmpty ? [] : [attribution(source: text.words(card.source), licence: licence)]
    fields.append(YAMLField("attribution", .sequence(source)))
    let how = card.how.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let who = [("Who", card.who), ("Access", card.access)].filter { !$0.1.isEmpty }
    let extra = who.map { ForeignPage.Section(title: $0.0, level: 1, lines: [$0.1], line: 1) }
    let main = ForeignPage.Section(title: "How", level: 1, lines: how, line: 1)
    let sections = [main] + card.rest.filter { !$0.isEmpty } + extra
    if !card.others.isEmpty {
      need(
        "Left out, as a method card has no place for it: \(card.others.joined(separator: ", ")).",
        at: card.path)
    }
    if card.time?.isRounded == true { need("Its time was rounded to whole minutes.", at: card.path) }
    for fault in card.faults { need(fault, at: card.path) }
    let body = text.body(of: sections)
    if card.how.isEmpty { need("Write how the method is done.", at: path) }
    for note in text.notes { need(note, at: card.path) }
    write(ImportedFile.markdown(.mapping(fields), body: body), to: path)
  }
}

/// How cards say who takes part, where that is a grouping.
private enum CardWords {
  static let groups = [
    "two people": "pairs", "pairs": "pairs", "everyone, alone": "individual", "alone": "individual",
    "everyone": "plenary", "everybody": "plenary", "the whole group": "plenary", "three people": "trios",
  ]
}
