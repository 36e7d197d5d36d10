/// A card that describes a method by `what`, `why`, `timeRequired` and `how`, as fields or as headings.
struct CardLayout {
  let title: String
  let what: String
  let why: String
  let how: String
  let time: StatedTime?
  let materials: [ImportedMaterial]
  /// Whom the card says it comes from, if it does.
  let source: String
  /// The licence that the card states, if it does.
  let licence: String
  /// The sections of the page that are none of these.
  let rest: [ForeignPage.Section]
  /// Who takes part, and how many, in the card's own words.
  let who: String
  /// How many people, where the card says.
  let size: ClosedRange<Int>?
  /// What makes it possible for everybody to take part.
  let access: String
  /// What should be known about the reading.
  private(set) var faults: [String] = []
  /// Fields that have no place in a method card.
  let others: [String]
  let path: String

  /// Reads a page; `nil` where it is no such card.
  init?(_ page: ForeignPage) {
    var fields: [String: [String]] = [:]
    for field in page.fields { fields[field.name] = field.texts }
    var rest: [ForeignPage.Section] = []
    for section in page.sections {
      let name = ForeignField.plain(section.title)
      if section.level > 0, CardLayout.names.contains(name), fields[name] == nil {
        fields[name] = [section.lines.text]
      } else {
        rest.append(section)
      }
    }
    self.init(fields, path: page.path, rest: rest, title: page.title)
    faults = page.faults
  }

  /// Reads a record of a collection; `nil` where it is no such card.
  init?(_ fields: [ForeignField], path: String) {
    var texts: [String: [String]] = [:]
    for field in fields { texts[field.name] = field.texts }
    self.init(texts, path: path, rest: [], title: "")
  }

  private init?(_ fields: [String: [String]], path: String, rest: [ForeignPage.Section], title: String) {
    func texts(_ names: [String]) -> [String] { names.lazy.compactMap { fields[$0] }.first ?? [] }
    func text(_ names: [String]) -> String { texts(names).joined(separator: "\n").trimmed }
    what = text(CardLayout.whatNames)
    why = text(CardLayout.whyNames)
    let steps = texts(CardLayout.howNames)
    how =
      steps.count > 1
      ? steps.enumerated().map { "\($0.offset + 1). \($0.element.oneLine)" }.joined(separator: "\n")
      : steps.first?.trimmed ?? ""
    let found = [what, why, how].count { !$0.isEmpty }
    let timeText = text(CardLayout.timeNames)
    guard found >= 2 || found == 1 && !timeText.isEmpty else { return nil }
    time = StatedTime(field: timeText)
    materials = LabelledText.items(
      of: texts(["materials", "youwillneed", "needs"]).flatMap { $0.split(separator: "\n").map(String.init) }
    )
    .compactMap(ImportedMaterial.init)
    source = text(["source", "attribution", "credit", "credits", "author", "authors"]).oneLine
    licence = text(["licence", "license"]).oneLine
    who = text(["who", "participants", "people"]).oneLine
    access = text(["access", "accessibility"]).oneLine
    size = CardLayout.range(in: text(["groupsize", "size", "people"]))
    others = fields.keys.filter { !CardLayout.used.contains($0) }.sorted()
    let own = text(["title", "name"]).oneLine
    self.title = own.isEmpty ? (title.isEmpty ? path.fileStem.wordsOfName : title) : own
    self.rest = rest
    self.path = path
  }

  /// The first two numbers of a text, such as `5-20`.
  private static func range(in text: String) -> ClosedRange<Int>? {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }.filter { (1...10_000).contains($0) }
    guard let least = numbers.first, let most = numbers.dropFirst().first, least <= most else { return nil }
    return least...most
  }

  private static let used = names.union([
    "needs", "attribution", "credit", "author", "authors", "title", "name", "who", "participants", "people",
    "access",
    "accessibility", "groupsize", "size",
  ])

  private static let whatNames = ["what", "whatis", "whatisit", "whatitis", "description", "summary"]
  private static let whyNames = ["why", "whydo", "whydoit", "whyuseit", "whydothis"]
  private static let howNames = ["how", "howto", "howtodoit", "steps", "howtouseit", "howtorunit"]
  private static let timeNames = ["timerequired", "time", "duration", "timeneeded", "minutes"]
  private static let names = Set(
    whatNames + whyNames + howNames + timeNames + [
      "materials", "youwillneed", "source", "licence", "license", "credits",
    ])
}
