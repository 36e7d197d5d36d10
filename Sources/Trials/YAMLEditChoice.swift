internal import KitCore

extension YAMLEditTrial {
  /// What an edit must do to the values of a file.
  struct Change {
    /// What becomes of the value itself.
    var value: (YAMLValue) -> YAMLValue = { (value: YAMLValue) -> YAMLValue in value }

    /// What becomes of the list or mapping that the value is in, given its children and the position.
    var children: (([YAMLField], Int) -> [YAMLField])?
  }

  struct Edit {
    let story: String
    let expected: Change
    let make: (YAMLDocument) throws -> YAMLDocument
  }

  static func edit(_ kind: Kind, at place: Place, _ dice: inout Dice) -> Edit {
    let path = place.path
    switch kind {
    case .setText, .setLiteral, .setCollection:
      let value = kind == .setText ? text(&dice) : kind == .setLiteral ? literal(&dice) : collection(&dice)
      return Edit(story: "\(value)", expected: Change(value: { (_: YAMLValue) -> YAMLValue in value })) {
        (document: YAMLDocument) throws -> YAMLDocument in try document.setting(value, at: path)
      }
    case .insertItem, .insertLines: return insertion(kind, at: place, &dice)
    case .insertField: return fieldInsertion(at: place, &dice)
    case .rename:
      let name = fresh(
        ["renamed", "in two words", "yes", "12", "a: b", "for #1", "ünï", "- x", "{{p}}", "q'\"q"],
        place.parent, &dice)
      let rename = { (fields: [YAMLField], position: Int) -> [YAMLField] in
        var fields = fields
        fields[position].key = .text(name)
        return fields
      }
      return Edit(story: name, expected: Change(children: rename)) {
        (document: YAMLDocument) throws -> YAMLDocument in try document.renaming(path, to: name)
      }
    case .removeItem, .removeField:
      let remove = { (fields: [YAMLField], position: Int) -> [YAMLField] in
        Array(fields[..<position] + fields[(position + 1)...])
      }
      return Edit(story: "", expected: Change(children: remove)) {
        (document: YAMLDocument) throws -> YAMLDocument in try document.removing(path)
      }
    case .moveItem:
      let target = dice.roll(place.parent?.sequence?.items.count ?? 1)
      let move = { (fields: [YAMLField], position: Int) -> [YAMLField] in
        var rest = Array(fields[..<position] + fields[(position + 1)...])
        rest.insert(fields[position], at: target)
        return rest
      }
      return Edit(story: "to \(target)", expected: Change(children: move)) {
        (document: YAMLDocument) throws -> YAMLDocument in try document.moving(path, to: target)
      }
    }
  }

  private static func insertion(_ kind: Kind, at place: Place, _ dice: inout Dice) -> Edit {
    let path = place.path
    let index = dice.roll((place.node.sequence?.items.count ?? 0) + 1)
    let value = dice.happens(50) ? text(&dice) : dice.happens(30) ? literal(&dice) : collection(&dice)
    let lines = dice.pick(YAMLEditTrial.lines)
    let added = kind == .insertItem ? [value] : lines.1
    let change = { (old: YAMLValue) -> YAMLValue in
      guard case .sequence(let items) = old else { return .sequence(added) }
      return .sequence(Array(items[..<index]) + added + Array(items[index...]))
    }
    return Edit(story: "\(added) at \(index)", expected: Change(value: change)) {
      (document: YAMLDocument) throws -> YAMLDocument in
      kind == .insertItem
        ? try document.inserting(value, at: index, in: path)
        : try document.inserting(lines: lines.0, at: index, in: path)
    }
  }

  private static func fieldInsertion(at place: Place, _ dice: inout Dice) -> Edit {
    let path = place.path
    let entries = place.node.mapping?.entries ?? []
    let value = dice.happens(50) ? text(&dice) : dice.happens(40) ? literal(&dice) : collection(&dice)
    let field = YAMLField(fresh(["new key", "because", "no", "neu: é"], place.node, &dice), value)
    let index = dice.roll(entries.count + 1)
    let position: YAMLPosition
    if index == 0 {
      position = .first
    } else if index == entries.count {
      position = .last
    } else {
      position = entries[index].key.text.map { (key: String) -> YAMLPosition in .before(key) } ?? .last
    }
    let change = { (old: YAMLValue) -> YAMLValue in
      guard case .mapping(let fields) = old else { return .mapping([field]) }
      return .mapping(Array(fields[..<index]) + [field] + Array(fields[index...]))
    }
    return Edit(story: "\(field) at \(index)", expected: Change(value: change)) {
      (document: YAMLDocument) throws -> YAMLDocument in try document.inserting(field, position, in: path)
    }
  }

  /// A key that the mapping does not have.
  private static func fresh(_ names: [String], _ mapping: YAMLNode?, _ dice: inout Dice) -> String {
    let name = dice.pick(names)
    return mapping?[name] == nil ? name : name + " \(dice.next())"
  }

  // MARK: Values

  private static func text(_ dice: inout Dice) -> YAMLValue {
    dice.happens(10)
      ? .text(dice.pick(texts) + dice.pick(["", "\n", " "]) + dice.pick(texts)) : .text(dice.pick(texts))
  }

  private static func literal(_ dice: inout Dice) -> YAMLValue {
    dice.happens(60)
      ? .integer(dice.roll(200)) : .literal(dice.pick(["true", "no", "null", "2026-05-14", "0.5"]))
  }

  private static func collection(_ dice: inout Dice) -> YAMLValue {
    switch dice.roll(8) {
    case 0: return .sequence([])
    case 1: return .mapping([])
    case 2: return .sequence([text(&dice), literal(&dice), text(&dice)])
    case 3: return .mapping([YAMLField("id", "new-block"), YAMLField("minutes", literal(&dice))])
    case 4: return .sequence([.mapping([YAMLField("minutes", 5), YAMLField("do", text(&dice))]), "second"])
    case 5: return .mapping([YAMLField("steps", .sequence([text(&dice)])), YAMLField("on", text(&dice))])
    case 6: return .sequence([.sequence(["a", text(&dice)]), .mapping([])])
    default:
      return .mapping([YAMLField("note", .text("Two lines,\none text.\n")), YAMLField("none", .nothing)])
    }
  }

  private static let texts = [
    "Welcome", "Find out together where we stand.", "", "no", "12", "1:30", "2026-05-14", "null", "~", "=",
    "0x1F",
    " leading", "trailing ", "with: colon", "ends:", "with # hash", "#tag", "- dash", "-", "?", ": x", "it's",
    "say \"x\"",
    "both ' and \"", "[a]", "{{region}} rocks", "in {{region}}", "a, b", "& and", "*star", "!bang", "|", ">",
    "%", "@x", "`t`",
    "tab\there", "two\nlines", "two\nlines\n", "three\n\n", "\nstarts empty", "  two blanks\nthen text",
    "ends with blank \nx",
    "über Köln", "日本語", "😀 and 🇬🇧", "line\u{2028}separator", "next\u{85}line", "bom\u{FEFF}mark", "bell\u{7}",
    "cr\rhere",
    "crlf\r\nhere", "back\\slash", "<b>", "...", "---", "--- x", "key: |", "a\n# not a comment\nb\n", "\n",
    "\n\n", " ",
    "a very long line of text that goes on and on until it is far wider than what anybody would like to read in one line",
    "y", "On", "TRUE", ".inf", "1_000", "+1", "1e3", "<<", "a\n\n  b\n c\n", "x\n\t\ny", "\u{A0}nbsp",
    "\u{FFFD}",
  ]

  private static let lines: [(String, [YAMLValue])] = [
    ("- plain\n", ["plain"]),
    (
      "    # about it note-0.\n    - id: other\n      text: |\n        one\n          two\n\n\n",
      [.mapping([YAMLField("id", "other"), YAMLField("text", "one\n  two\n")])]
    ),
    ("  - one # note-0.\r\n  - [two, 3]\r\n", ["one", .sequence(["two", 3])]),
    ("- - nested\n  - \"list\"\n-", [.sequence(["nested", "list"]), .nothing]),
  ]
}
