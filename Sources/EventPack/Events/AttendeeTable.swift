/// A table of those who booked, as booking pages export it.
package enum AttendeeTable {
  /// Why a table cannot be used.
  package struct Fault: Error, Sendable, Hashable {
    /// What is wrong, in one sentence.
    package let message: String
  }

  /// Reads a table: the first line names the columns, of which `name` is needed and `organisation` is used; all others,
  /// such as e-mail and access, are left where they are.
  ///
  /// - Throws: ``Fault``.
  package static func read(_ bytes: [UInt8]) throws(Fault) -> [Attendee] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(message: "The table is not UTF-8 text.")
    }
    var rows = rows(of: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    guard !rows.isEmpty else { throw Fault(message: "The table is empty.") }
    let titles = rows.removeFirst().map { $0.lowercased().filter { !$0.isWhitespace } }
    guard let name = titles.firstIndex(where: { ["name", "fullname", "attendee"].contains($0) }) else {
      throw Fault(message: "The table has no column “name”.")
    }
    let organisation = titles.firstIndex {
      ["organisation", "organization", "council", "company"].contains($0)
    }
    guard rows.count <= 5_000 else { throw Fault(message: "The table has more than 5,000 rows.") }
    return rows.compactMap { (row: [String]) -> Attendee? in
      guard row.indices.contains(name) else { return nil }
      let who = row[name].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let whose = organisation.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
      return who.isEmpty
        ? nil
        : Attendee(
          name: who, organisation: whose.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }

  /// The cells of a table with commas; a quoted cell may hold commas, line ends, and quotes written twice.
  private static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    func close() {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar == "\"" { (isQuoted, wasQuote) = (false, true) } else { cell.append(scalar) }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { cell.append(scalar) }
        isQuoted = true
      case ",": close()
      case "\n":
        close()
        if row != [""] { rows.append(row) }
        row = []
      case "\r": break
      default: cell.append(scalar)
      }
      wasQuote = false
    }
    close()
    if row != [""] { rows.append(row) }
    return rows
  }
}
