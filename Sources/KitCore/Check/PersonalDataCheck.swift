/// People's contact details and lists of who came have no place in a kit, whose history never forgets.
enum PersonalDataCheck {
  static let columns = CheckRule(
    "contact-columns", .error, why: "A kit is shared, and its history keeps for ever who was in a list.",
    remedy:
      "Keep the list outside the kit's folder. If it was saved already, ask for help to take it out of the history."
  )
  static let attendees = CheckRule(
    "attendee-list", .error,
    why: "Who came to a session is personal data, and under the Chatham House Rule secret.",
    remedy: "Keep the list outside the kit's folder; a kit holds counts only.")
  static let contact = CheckRule(
    "contact-detail", .warning,
    why: "E-mail addresses and telephone numbers of people do not belong in a kit.",
    remedy: "Name a role instead, and keep its contact details outside the kit.")

  static let rules = [columns, attendees, contact]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    kit.files.paths.flatMap { (path: KitPath) -> [Diagnostic] in
      guard ["yaml", "yml", "md", "txt", "csv", "tsv", "json", "html", "svg"].contains(path.ending) else {
        return []
      }
      guard let bytes = kit.files[path] else { return [] }
      let found = tables(path, bytes)
      return found.isEmpty ? details(path, bytes) : found
    }
  }

  private static func tables(_ path: KitPath, _ bytes: [UInt8]) -> [Diagnostic] {
    let found: [ContactColumn]
    switch path.ending {
    case "csv", "tsv": found = ContactColumn.inTable(bytes)
    case "json": found = ContactColumn.inJSON(bytes)
    default: return []
    }
    guard let first = found.first else { return isAttendeeList(path, bytes) ? [list(path)] : [] }
    let names = found.map { "“\($0.name)”" }.prefix(3).joined(separator: ", ")
    let place = (try? SourceText(bytes))?.place(at: first.range.lowerBound)
    return [
      Diagnostic(
        columns.severity, columns.id, path: path.text, place: place, address: KitLayout(path)?.address,
        message: "The file has columns for people's contact details: \(names).", remedy: columns.remedy)
    ]
  }

  private static func list(_ path: KitPath) -> Diagnostic {
    Diagnostic(
      attendees.severity, attendees.id, path: path.text, address: KitLayout(path)?.address,
      message: "The file looks like a list of the people who take part.", remedy: attendees.remedy)
  }

  /// A table with a column of names beside one of organisations or needs, and at least one row.
  private static func isAttendeeList(_ path: KitPath, _ bytes: [UInt8]) -> Bool {
    guard path.ending != "json" else { return false }
    let lines = bytes.split(separator: 0x0A, maxSplits: 1)
    guard lines.count == 2, lines[1].contains(where: { $0 > 0x20 && $0 != 0x2C }) else { return false }
    let header = String(decoding: lines[0].prefix(2000), as: UTF8.self).lowercased()
    let cells = Set(
      header.split { ",;\t\r".contains($0) }.map { $0.filter { $0.isLetter || $0 == " " }.trimmed })
    let names: Set<String> = [
      "name", "full name", "first name", "surname", "last name", "attendee", "participant",
    ]
    let others: Set<String> = [
      "organisation", "organization", "council", "employer", "access", "access needs", "dietary", "diet",
      "role",
      "job title", "signature", "attended", "booked",
    ]
    return !cells.isDisjoint(with: names) && !cells.isDisjoint(with: others)
  }

  private static func details(_ path: KitPath, _ bytes: [UInt8]) -> [Diagnostic] {
    let found = ContactDetail.allWithExamples(in: bytes)
    guard !found.isEmpty, let source = try? SourceText(bytes) else { return [] }
    return found.map { (detail: ContactDetail) -> Diagnostic in
      let what = detail.kind == .emailAddress ? "an e-mail address" : "a telephone number"
      let place = detail.range.lowerBound
      let address = KitLayout(path)?.address
      guard detail.isExample else {
        return contact.found(at: place, of: source, path: path, address: address, "Here stands \(what).")
      }
      return contact.found(
        at: place, of: source, path: path, address: address,
        "Here stands \(what) of the kind that is set aside for examples, so it is nobody's.",
        remedy: "Leave it if it is meant as an example."
      ).asInformation
    }
  }
}
