internal import KitCore

/// Everything that has to be in the room, added up over all blocks.
///
/// Things for the whole session are counted once however many blocks use them; things for a person, a pair or a group are
/// used up, so they are added.
struct ShoppingList {
  /// One thing with how many of it, and who brings it.
  struct Entry: Equatable {
    var item: String
    var quantity: Int
    var from: RoleID?
    var blocks: [String]
    var notes: [String]
  }

  let occasion: Occasion
  /// The things by who brings them, in the order in which they are first needed.
  let entries: [Entry]

  init(_ occasion: Occasion) {
    self.occasion = occasion
    var order: [String] = []
    var found: [String: Entry] = [:]
    var shared: [String: Int] = [:]
    for entry in occasion.blocks {
      let block = entry.block
      for material in block.materials + block.tracks.flatMap(\.materials) {
        let item = occasion.line(material.item)
        let key = item.lowercased() + "\u{0}" + (material.from?.rawValue ?? "")
        if found[key] == nil { order.append(key) }
        var sum = found[key] ?? Entry(item: item, quantity: 0, from: material.from, blocks: [], notes: [])
        if material.per == .event {
          shared[key] = max(shared[key] ?? 0, material.quantity)
        } else {
          sum.quantity += ShoppingList.count(material, in: block, people: occasion.people)
        }
        let title = occasion.line(block.title)
        if !sum.blocks.contains(title) { sum.blocks.append(title) }
        if let note = material.note.map(occasion.line), !sum.notes.contains(note) { sum.notes.append(note) }
        found[key] = sum
      }
    }
    entries = order.compactMap { (key: String) -> Entry? in
      guard var entry = found[key] else { return nil }
      entry.quantity += shared[key] ?? 0
      return entry
    }
  }

  /// How many of a material a block needs.
  private static func count(_ material: Material, in block: Block, people: Int) -> Int {
    let sets: Int =
      switch material.per {
      case .participant: people
      case .pair: (people + 1) / 2
      case .group: groups(of: block, people: people)
      case .event: 1
      }
    let (product, overflow) = material.quantity.multipliedReportingOverflow(by: sets)
    return overflow ? Int.max >> 8 : product
  }

  /// How many groups a block has: by its size of groups, else one for each room.
  private static func groups(of block: Block, people: Int) -> Int {
    if let size = block.groups?.size, size > 0 { return max(1, (people + size - 1) / size) }
    return block.rooms ?? 1
  }

  /// The document.
  var document: PackDocument {
    var draft = Draft()
    draft.text(
      "Counted for \(occasion.people) people. Things for the whole session are counted once; things for each person, pair or group are added up over all blocks."
    )
    var roles: [RoleID?] = []
    for entry in entries where !roles.contains(entry.from) { roles.append(entry.from) }
    for role in roles {
      let title = role.map { "\(occasion.role($0)) brings" } ?? "Nobody is named for these yet"
      draft.heading(2, title)
      draft.add(
        .table(
          PackTable(
            caption: [],
            columns: [
              .init([.text("How many")], alignment: .right), .init([.text("What")], share: 4),
              .init([.text("For")], share: 4), .init([.text("Note")], share: 3),
            ], rows: entries.filter { $0.from == role }.map(row))))
    }
    return PackDocument(
      id: "host/shopping-list", audience: .host, title: "Shopping list",
      summary: "Everything that has to be in the room, added up for \(occasion.people) people.",
      language: occasion.language, blocks: draft.blocks)
  }

  private func row(_ entry: Entry) -> [[PackBlock]] {
    [
      [.text("\(entry.quantity)")], [.text(entry.item)], [.text(entry.blocks.joined(separator: ", "))],
      entry.notes.isEmpty ? [] : [.text(entry.notes.joined(separator: " "))],
    ]
  }

  /// The list as a table for spreadsheets: UTF-8, commas, CR LF; no cell is taken for a formula.
  var csv: [UInt8] {
    var text = "How many,What,Who brings it,For,Note\r\n"
    for entry in entries {
      let cells = [
        "\(entry.quantity)", entry.item, entry.from.map(occasion.role) ?? "",
        entry.blocks.joined(separator: "; "),
        entry.notes.joined(separator: " "),
      ]
      text += cells.map(ShoppingList.cell).joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  /// A cell that no spreadsheet takes for a formula.
  static func cell(_ text: String) -> String {
    var shown = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { shown = "'" + text }
    guard shown.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return shown }
    var quoted = ""
    for letter in shown { quoted += letter == "\"" ? "\"\"" : String(letter) }
    return "\"\(quoted)\""
  }
}
