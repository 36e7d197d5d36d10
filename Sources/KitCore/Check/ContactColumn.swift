/// A column of a table, or a member of a JSON document, that is made to hold people's contact details.
package struct ContactColumn: Equatable, Sendable {
  /// The column's name as written.
  package let name: String
  /// Where the name stands, as bytes of the file.
  package let range: Range<Int>

  /// The words that make a name one of a contact column, without regard to case and punctuation.
  private static let words: Set<String> = [
    "email", "emails", "emailaddress", "mailaddress", "phone", "phones", "phonenumber", "telephone",
    "telephonenumber", "mobile", "mobilenumber", "tel", "contactnumber",
  ]

  /// The contact columns in the first line of a table with `,`, `;` or tab between its cells.
  package static func inTable(_ text: [UInt8]) -> [ContactColumn] {
    var columns: [ContactColumn] = []
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var position = start
    while true {
      let isEnd = position == text.count || text[position] == 0x0A || text[position] == 0x0D
      if isEnd || text[position] == 0x2C || text[position] == 0x3B || text[position] == 0x09 {
        columns += column(text, start..<position)
        start = position + 1
      }
      if isEnd { return columns }
      position += 1
    }
  }

  /// The contact members of a JSON document, each name once.
  package static func inJSON(_ text: [UInt8]) -> [ContactColumn] {
    var columns: [ContactColumn] = []
    var position = 0
    while let open = text[position...].firstIndex(of: 0x22) {
      var end = open + 1
      while end < text.count, text[end] != 0x22 { end += text[end] == 0x5C ? 2 : 1 }
      guard end < text.count else { break }
      var next = end + 1
      while next < text.count, text[next] <= 0x20 { next += 1 }
      if next < text.count, text[next] == UInt8(ascii: ":") {
        columns += column(text, (open + 1)..<end).filter { new in !columns.contains { $0.name == new.name } }
      }
      position = end + 1
    }
    return columns
  }

  private static func column(_ text: [UInt8], _ range: Range<Int>) -> [ContactColumn] {
    guard range.count <= 80 else { return [] }
    let name = String(decoding: text[range], as: UTF8.self)
    let parts = name.lowercased().split { !$0.isLetter }.map(String.init)
    let isContact =
      words.contains(parts.joined())
      || parts.contains { $0.count > 3 && words.contains($0) }
      || zip(parts, parts.dropFirst()).contains { $0 == "e" && $1 == "mail" }
    return isContact ? [ContactColumn(name: String(name.filter { $0 != "\"" }), range: range)] : []
  }
}
