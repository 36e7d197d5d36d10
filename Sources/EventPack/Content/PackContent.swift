package import KitCore

/// Everything that a pack says, before it becomes files: documents, pictures, and a few files that are no documents.
package struct PackContent: Sendable {
  /// The documents, in the order of the start page.
  package let documents: [PackDocument]
  /// Files that are no documents: pictures, the calendar file, the shopping list as a table, files of the kit.
  package let files: [PackFile]
  /// Who owes what to whom, for the manifest and the foot of every page.
  package let imprint: Imprint
  /// What is worth telling, without standing in the way.
  package let diagnostics: [Diagnostic]
  /// Texts that only whoever leads may read, for the scan of open files; see ``LeakScan``.
  let secrets: Secrets
  /// Names of people that only a private pack may hold.
  let names: [String]

  /// Works out everything that the pack of an event says.
  ///
  /// - Throws: ``PackFault`` with everything that stands in the way: a missing plan, an unset parameter, a day that
  ///   does not exist.
  package init(_ request: PackRequest) throws(PackFault) {
    let occasion = try Occasion(request)
    let pages = PackPages(occasion)
    var reading = ProseReading(occasion, pages)
    reading.tell(PackContent.unset(occasion))
    let notes = JoiningNote(pages)
    var documents = notes.papers(occasion, &reading) + PackContent.own(occasion, pages)
    let resources = ResourceDocuments(occasion: occasion, pages: pages)
    documents += resources.documents(reading: &reading, except: notes.used)
    documents += PackContent.usual(occasion, besides: Set(documents.map(\.id)))
    documents.append(Credits(occasion: occasion, pages: pages).document)
    let staged = PackContent.files(occasion, pages, &reading)
    let errors = reading.diagnostics.filter { $0.severity == .error }.sorted()
    if !errors.isEmpty { throw PackFault(errors) }
    self.documents = PackContent.inOrder(documents, occasion.language)
    files = staged
    imprint = Imprint(occasion, Credits(occasion: occasion, pages: pages))
    diagnostics = reading.diagnostics.sorted()
    secrets = Secrets(occasion, pages, besides: reading.openText)
    names = request.event.roles.flatMap(\.people) + (request.attendees ?? []).map(\.name)
  }

  /// Documents that every pack has, made from the plan.
  private static func own(_ occasion: Occasion, _ pages: PackPages) -> [PackDocument] {
    var documents = [
      FacilitationPlan(occasion: occasion, pages: pages).document, RunSheet(occasion: occasion).document,
      PromptCards(occasion: occasion).document, Slides(occasion: occasion).document,
      ContingencySheet(occasion: occasion).document,
    ]
    documents += CoFacilitatorPapers(occasion: occasion).documents
    documents += occasion.kit.checklists.map { DatedChecklist(occasion: occasion, checklist: $0).document }
    documents += RoomSheet(occasion: occasion).documents
    documents.append(ShoppingList(occasion).document)
    documents.append(PrivacyNotice(occasion: occasion).document)
    let day = DayPapers(occasion: occasion)
    documents.append(day.parkingLot)
    if occasion.request.isPrivate { documents.append(day.people) }
    // Under the Chatham House Rule nothing that lists who was there goes into a pack that may be shared.
    if !occasion.hasRule || !(occasion.request.attendees ?? []).isEmpty {
      documents += [day.signIn, day.badges]
    }
    let after = AfterPapers(occasion: occasion)
    return documents + [after.debriefForm, after.retention]
  }

  /// Documents that a pack has unless the kit brings its own.
  private static func usual(_ occasion: Occasion, besides ids: Set<String>) -> [PackDocument] {
    let names = ids.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    func has(_ word: String) -> Bool { names.contains { $0.contains(word) } }
    let day = DayPapers(occasion: occasion)
    var documents: [PackDocument] = []
    if !has("feedback") { documents.append(day.feedbackForm) }
    if !has("confidentiality-card") && !has("rule-card") { documents.append(day.confidentialityCard) }
    if !ids.contains("host/signs"), !occasion.isOnline { documents.append(day.signs) }
    if !has("thank-you") { documents.append(AfterPapers(occasion: occasion).thankYou) }
    return documents
  }

  private static func inOrder(_ documents: [PackDocument], _ language: String) -> [PackDocument] {
    let order = PackDocument.Audience.allCases
    var seen: Set<String> = []
    return documents.enumerated().sorted { (left, right) -> Bool in
      let leftPlace = order.firstIndex(of: left.element.audience) ?? 0
      let rightPlace = order.firstIndex(of: right.element.audience) ?? 0
      if leftPlace != rightPlace { return leftPlace < rightPlace }
      let (leftIsMain, rightIsMain) = (left.element.language == language, right.element.language == language)
      return leftIsMain == rightIsMain ? left.offset < right.offset : leftIsMain
    }.map(\.element).filter { seen.insert($0.id).inserted }
  }

  /// Parameters without a value in the data files that the pack is made of.
  private static func unset(_ occasion: Occasion) -> [Diagnostic] {
    let kit = occasion.kit
    let scan = ParameterScan(values: occasion.values, declared: kit.identity.parameters.map(\.name))
    let records =
      [kit.identity.record, occasion.plan.record, occasion.event.record] + kit.checklists.map(\.record)
    return records.flatMap { (record: Record) -> [Diagnostic] in
      scan.diagnostics(in: record.source, record.source.contents, path: record.path)
    }
  }

  /// The files that are no documents.
  private static func files(_ occasion: Occasion, _ pages: PackPages, _ reading: inout ProseReading)
    -> [PackFile]
  {
    var files = [
      PackFile(path: "host/shopping-list.csv", audience: .host, bytes: ShoppingList(occasion).csv),
      PackFile(path: "participants/event.ics", audience: .participants, bytes: occasion.calendarFile.bytes),
    ]
    for resource in pages.resources where resource.prose == nil && !resource.isPicture {
      guard let path = resource.path, let bytes = occasion.kit.files[path],
        let place = pages.place(of: resource)
      else {
        continue
      }
      if ["docm", "xlsm", "pptm", "dotm", "lnk", "exe", "js", "html", "htm"].contains(path.ending) {
        reading.tell([
          Diagnostic(
            .error, "unsafe-file", path: path.text,
            message: "A file of this kind can run a program on whoever opens it.",
            remedy: "Save it as PDF, DOCX, ODT or PPTX without macros.")
        ])
        continue
      }
      files.append(PackFile(path: "\(place.id).\(path.ending)", audience: place.audience, bytes: bytes))
    }
    for (staged, path) in reading.pictures.sorted(by: { $0.key < $1.key }) {
      guard let bytes = occasion.kit.files[path] else { continue }
      switch StagedPicture.cleaned(bytes, path) {
      case .success(let clean): files.append(PackFile(path: staged, audience: nil, bytes: clean))
      case .failure(let refusal):
        reading.tell([
          Diagnostic(
            .error, "unsafe-picture", path: path.text,
            message: "The picture cannot go into a pack: \(refusal.reason).",
            remedy: "Save it again as a PNG or JPEG picture.")
        ])
      }
    }
    return files
  }
}
