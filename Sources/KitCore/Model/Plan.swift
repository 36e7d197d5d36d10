/// A session plan: what happens, in which order, and why.
package struct Plan: Sendable {
  /// The record in the file.
  package let record: Record
  /// Its id, the name of its file.
  package let id: KitID
  /// Its name.
  package let title: String
  /// What it is for, in a line.
  package let purpose: String
  /// What everyone can do or knows by the end.
  package let outcomes: [String]
  /// What exists afterwards.
  package let outputs: [String]
  /// The plan that this one varies, and in which way.
  package let variantOf: KitID?, variant: String?
  /// How people come together.
  package let setting: Setting
  /// How many people it works for.
  package let groupSize: SizeRange?
  /// How the room is laid out.
  package let roomLayout: String?
  /// The roles that somebody must take.
  package let rolesNeeded: [RoleID]
  /// What people do beforehand.
  package let preWork: [String]
  /// What to do when something goes wrong.
  package let contingency: [Contingency]
  /// What may be told afterwards, where it differs from the kit.
  package let confidentiality: Confidentiality?
  /// The parts in order.
  package let blocks: [Block]
  /// The same in other languages.
  package let translations: Translations

  /// Reads the plan in the file of this name.
  package init(id: KitID, _ record: Record) {
    self.record = record
    self.id = id
    title = record.text("title") ?? ""
    purpose = record.text("purpose") ?? ""
    outcomes = record.texts("outcomes")
    outputs = record.texts("outputs")
    variantOf = record.choice("variant of")
    variant = record.text("variant")
    setting = record.choice("setting") ?? .inPerson
    groupSize = record.record("group size").map { SizeRange($0) }
    roomLayout = record.text("room layout")
    rolesNeeded = record.choices("roles needed")
    preWork = record.texts("pre-work")
    contingency = record.records("contingency").map { Contingency($0) }
    confidentiality = record.choice("confidentiality")
    blocks = record.records("blocks").map { Block($0) }
    translations = Translations(record)
  }

  /// The address of the plan.
  package var address: Address { .plan(id) }

  /// The block with this id.
  package func block(_ id: BlockID) -> Block? { blocks.first { $0.id == id } }

  /// What a plan looks like.
  package static let shape = ObjectShape(
    "plan", title: "Plan", "A session plan: what happens, in which order, and why.",
    [
      .required("title", .text, "Its name"),
      .required("purpose", .text, "What it is for, in a line"),
      .required("outcomes", .list(.text, atLeast: 1), "What is true by the end: “By the end everyone …”"),
      .optional("outputs", .texts, "What exists afterwards"),
      .optional("variant of", .id, "The plan that this one varies"),
      .optional("variant", .text, "In which way it varies that plan: online, 2 hours"),
      .optional("setting", .choice(of: Setting.self), "How people come together", default: "in-person"),
      .optional("group size", .object(SizeRange.people), "How many people it works for"),
      .optional("room layout", .text, "How the room is laid out"),
      .optional("roles needed", .list(.role), "The roles that somebody must take"),
      .optional("pre-work", .texts, "What people do beforehand"),
      .optional("contingency", .list(.object(Contingency.shape)), "What to do when something goes wrong"),
      .optional(
        "confidentiality", .choice(of: Confidentiality.self),
        "What may be told afterwards; may only be tighter"),
      .required("blocks", .list(.object(Block.shape), atLeast: 1), "The parts in order"),
      Translations.field,
    ])
}

/// What to do when something goes wrong.
package struct Contingency: Sendable {
  /// The record in the file.
  package let record: Record
  /// What may happen.
  package let condition: String
  /// What to do then.
  package let action: String

  /// Reads `if` and `then`.
  package init(_ record: Record) {
    self.record = record
    condition = record.text("if") ?? ""
    action = record.text("then") ?? ""
  }

  /// What it looks like in a file.
  package static let shape = ObjectShape(
    "contingency", title: "Contingency", "What to do when something goes wrong.",
    [.required("if", .text, "What may happen"), .required("then", .text, "What to do then")])
}
