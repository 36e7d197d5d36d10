/// The start page: what is in the pack, by role.
struct StartPage {
  let imprint: Imprint

  /// The page for these documents and the files that are no documents.
  ///
  /// - Parameter formats: The endings, beside `html`, in which each document is there too, by its id.
  func document(
    of documents: [PackDocument], _ files: [PackFile], formats: [String: [String]]
  ) -> PackDocument {
    var draft = Draft()
    draft.text("\(imprint.when). Everything here works without the internet; nothing is sent anywhere.")
    for audience in PackDocument.Audience.allCases {
      let own = documents.filter { $0.audience == audience && $0.id != "credits" }
      guard !own.isEmpty else { continue }
      draft.heading(2, StartPage.title(audience), anchor: audience.rawValue)
      draft.text(StartPage.words(audience))
      draft.add(.facts(own.map { fact($0, formats[$0.id] ?? []) } + others(files, audience, own)))
    }
    return PackDocument(
      id: "index", audience: .participants, title: imprint.event, summary: "", language: imprint.language,
      blocks: draft.blocks)
  }

  private func fact(_ document: PackDocument, _ endings: [String]) -> PackBlock.Fact {
    var name: [PackInline] = [.link(to: document.id + ".html", [.text(document.title)])]
    if document.language != imprint.language { name = [.language(document.language, name)] }
    var words: [PackInline] = document.summary.isEmpty ? [] : [.text(document.summary)]
    if document.language != imprint.language {
      words.append(.text(" In \(StartPage.language(document.language))."))
    }
    for ending in endings {
      let label = "\(document.title) as \(ending.uppercased())"
      words += [.text(" "), .link(to: "\(document.id).\(ending)", [.text(label)])]
    }
    return .init(name, [.paragraph(words)])
  }

  /// Files that are no documents, such as the calendar file.
  private func others(_ files: [PackFile], _ audience: PackDocument.Audience, _ own: [PackDocument])
    -> [PackBlock.Fact]
  {
    let pages = Set(own.map(\.id))
    return files.filter { $0.audience == audience }.compactMap { (file: PackFile) -> PackBlock.Fact? in
      let dot = file.path.lastIndex(of: ".") ?? file.path.endIndex
      let ending = file.path[dot...].dropFirst()
      if ["pdf", "odt", "docx", "pptx", "odp"].contains(ending), pages.contains(String(file.path[..<dot])) {
        return nil
      }
      let name = String(file.path.split(separator: "/").last ?? "")
      let (title, words) = StartPage.known[name] ?? (name, "A file of the kit, as it is.")
      return .init([.link(to: file.path, [.text(title)])], [.paragraph([.text(words)])])
    }
  }

  private static let known: [String: (title: String, words: String)] = [
    "event.ics": ("Calendar file", "Opens in your calendar and adds the event."),
    "shopping-list.csv": ("Shopping list as a table", "For a spreadsheet."),
  ]

  private static func language(_ tag: String) -> String {
    tag == "cy" ? "Welsh" : tag == "en" ? "English" : tag
  }

  static func title(_ audience: PackDocument.Audience) -> String {
    switch audience {
    case .participants: "For participants"
    case .facilitator: "For the facilitator"
    case .coFacilitator: "For co-facilitators and note-takers"
    case .host: "For the host"
    case .onTheDay: "On the day"
    case .organisers: "Afterwards"
    case .private: "Private: with names"
    }
  }

  private static func words(_ audience: PackDocument.Audience) -> String {
    switch audience {
    case .participants: "To send out and to put on the web. No notes, no names."
    case .facilitator: "Start with the run sheet; the plan has everything."
    case .coFacilitator: "Your part, role by role, and room to write."
    case .host: "What to do by when, what to bring, and how the room looks."
    case .onTheDay: "To print and bring."
    case .organisers: "When people have gone home."
    case .private: "Only for the people who need it. Delete it when its time has come."
    }
  }
}
