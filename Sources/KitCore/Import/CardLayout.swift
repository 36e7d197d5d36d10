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
    let own = text(["title", "name"]).oneLine
    self.title = own.isEmpty ? (title.isEmpty ? path.fileStem.wordsOfName : title) : own
    self.rest = rest
    self.path = path
  }

  private static let whatNames = ["what", "whatis", "whatisit", "whatitis", "description", "summary"]
  private static let whyNames = ["why", "whydo", "whydoit", "whyuseit", "whydothis"]
  private static let howNames = ["how", "howto", "howtodoit", "steps", "howtouseit", "howtorunit"]
  private static let timeNames = ["timerequired", "time", "duration", "timeneeded", "minutes"]
  private static let names = Set(
    whatNames + whyNames + howNames + timeNames + [
      "materials", "youwillneed", "source", "licence", "license", "credits",
    ])
}
