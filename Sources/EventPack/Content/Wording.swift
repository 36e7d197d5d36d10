/// The few words of our own that stand in documents for participants, in a language of the kit.
struct Wording {
  /// The language that the words are in: `en`, or `cy` where a kit has Welsh.
  let language: String

  private let words: [Word: String]
  private let weekdays: [String]
  private let months: [String]

  /// What there is a word for.
  enum Word: CaseIterable {
    case agenda, time, what, whatYouDo, joining, when, place, joinOnline, host, gettingThere, access,
      beforehand, byTheEnd, largePrint
    case minutes, stepFree, hearingLoop, accessibleToilet, quietRoom, wifi, rule, ends, recorded, notRecorded,
      accessAsk, askBy
  }

  /// The words of a language; English for one that has none here.
  init(_ language: String) {
    let isWelsh = language == "cy" || language.hasPrefix("cy-")
    self.language = isWelsh ? "cy" : "en"
    words = isWelsh ? Wording.welsh : Wording.english
    weekdays =
      isWelsh
      ? ["Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"]
      : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    months =
      isWelsh
      ? [
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref",
        "Tachwedd", "Rhagfyr",
      ]
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
  }

  /// The word for something.
  subscript(word: Word) -> String { words[word] ?? "" }

  /// `Thursday 12 March 2026`.
  func date(_ day: CalendarDay) -> String {
    let (year, month, number) = day.parts
    return "\(weekdays[day.weekday]) \(number) \(months[month - 1]) \(year)"
  }

  private static let english: [Word: String] = [
    .agenda: "Agenda", .time: "Time", .what: "What", .whatYouDo: "What you do",
    .joining: "Joining instructions",
    .when: "When", .place: "Where", .joinOnline: "Join online", .host: "Host", .gettingThere: "Getting there",
    .access: "Access", .beforehand: "Before you come", .byTheEnd: "By the end", .largePrint: "Large print",
    .minutes: "minutes", .stepFree: "Step-free way in", .hearingLoop: "Hearing loop",
    .accessibleToilet: "Accessible toilet", .quietRoom: "Quiet room", .wifi: "Wifi",
    .rule: "What you may tell afterwards",
    .ends: "Ends", .recorded: "The session is recorded.", .notRecorded: "Nothing is recorded.",
    .accessAsk: "Tell us what you need in order to take part. You need not say why.",
    .askBy: "Please tell us by",
  ]

  private static let welsh: [Word: String] = [
    .agenda: "Agenda", .time: "Amser", .what: "Beth", .whatYouDo: "Beth rydych chi'n ei wneud",
    .joining: "Cyfarwyddiadau ymuno", .when: "Pryd", .place: "Ble", .joinOnline: "Ymuno ar-lein",
    .host: "Yn croesawu", .gettingThere: "Sut i gyrraedd", .access: "Mynediad", .beforehand: "Cyn dod",
    .byTheEnd: "Erbyn y diwedd", .largePrint: "Print bras", .minutes: "munud",
    .stepFree: "Mynedfa heb risiau",
    .hearingLoop: "Dolen sain", .accessibleToilet: "Toiled hygyrch", .quietRoom: "Ystafell dawel",
    .wifi: "Wifi",
    .rule: "Beth gewch chi ei ddweud wedyn", .ends: "Diwedd", .recorded: "Mae'r sesiwn yn cael ei recordio.",
    .notRecorded: "Does dim yn cael ei recordio.",
    .accessAsk: "Dywedwch wrthym beth sydd ei angen arnoch i gymryd rhan. Does dim rhaid dweud pam.",
    .askBy: "Dywedwch wrthym erbyn",
  ]
}
