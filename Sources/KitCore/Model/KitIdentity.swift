/// What kit.yaml says: what the kit is, whose it is, and what a group may do with it.
package struct KitIdentity: Sendable {
  /// The record in the file.
  package let record: Record
  /// The kit's id; `nil` where kit.yaml is wrong.
  package let id: KitID?
  /// The kit's name for people.
  package let title: String
  /// What it is for, in a line.
  package let purpose: String
  /// Its semantic version; empty where kit.yaml is wrong.
  package let version: String
  /// The SPDX licence of the whole kit; empty where kit.yaml is wrong.
  package let licence: String
  /// Who keeps the master.
  package let owner: String
  /// What it owes to others.
  package let attribution: [Attribution]
  /// Who takes part.
  package let audience: String?
  /// Its languages, the main one first; never empty.
  package let languages: [String]
  /// How many people it works for.
  package let groupSize: SizeRange?
  /// How people come together.
  package let settings: [Setting]
  /// What may be told afterwards.
  package let confidentiality: Confidentiality
  /// The roles in the order of the file, with what each does; facilitator and host are always among them.
  package let roles: [Role]
  /// The parameters in the order of the file.
  package let parameters: [Parameter]
  /// The status of parts that cannot say it themselves.
  package let policy: [PolicyEntry]
  /// Under which name an adapted kit may run.
  package let nameRule: String?
  /// The same in other languages.
  package let translations: Translations

  /// Reads kit.yaml.
  package init(_ record: Record) {
    self.record = record
    id = record.text("id").flatMap { KitID(rawValue: $0) }
    title = record.text("title") ?? ""
    purpose = record.text("purpose") ?? ""
    version = record.text("version") ?? ""
    licence = record.text("licence") ?? ""
    owner = record.text("owner") ?? ""
    attribution = record.records("attribution").map { Attribution($0) }
    audience = record.text("audience")
    let languages = record.texts("languages")
    self.languages = languages.isEmpty ? ["en"] : languages
    groupSize = record.record("group size").map { SizeRange($0) }
    settings = record.choices("settings")
    confidentiality = record.choice("confidentiality") ?? .onTheRecord
    roles = Role.all(record.namedTexts("roles"))
    parameters = record.namedRecords("parameters").map { Parameter(name: $0.name, $0.record) }
    policy = record.records("policy").map { PolicyEntry($0) }
    nameRule = record.text("name rule")
    translations = Translations(record)
  }

  /// What kit.yaml looks like.
  package static let shape = ObjectShape(
    "kit", title: "Kit", "What a session kit is, whose it is, and what a group may do with it.",
    [
      .required("kitbag", .integer(1...formatVersion), "The version of this format"),
      .required("id", .pattern(.id, example: "lgdss-peer-group"), "The kit's id, which never changes"),
      .required("title", .text, "The kit's name"),
      .required("purpose", .text, "What it is for, in a line"),
      .required("version", .version, "The semantic version of this release"),
      .required("licence", .licence, "The SPDX id of the licence of the whole kit"),
      .required("owner", .text, "Who keeps the master: a group's id or name"),
      .required("attribution", .list(.object(Attribution.shape)), "What it owes to others; [] for nothing"),
      .optional("audience", .text, "Who takes part"),
      .optional(
        "languages", .list(.language, atLeast: 1), "Its languages, the main one first", default: "en"),
      .optional("group size", .object(SizeRange.people), "How many people it works for"),
      .optional("settings", .list(.choice(of: Setting.self)), "How people come together"),
      .optional(
        "confidentiality", .choice(of: Confidentiality.self), "What may be told afterwards",
        default: "on-the-record"),
      .optional("roles", .mapping(keys: .id, .text), "Role ids with what each role does"),
      .optional(
        "parameters", .mapping(keys: .parameterName, .object(Parameter.shape)), "Words that groups fill in"),
      .optional(
        "policy", .list(.object(PolicyEntry.shape)), "The status of parts that cannot say it themselves"),
      .optional("name rule", .text, "Under which name an adapted kit may run"),
      Translations.field,
    ])
}

/// A role in a kit: what somebody does, never who.
package struct Role: Sendable, Hashable {
  /// The role's id.
  package let id: RoleID
  /// What the role does; empty for a role that every kit has and this one does not describe.
  package let duty: String

  /// Roles as written, and those that always exist.
  fileprivate static func all(_ written: [(name: String, text: String)]) -> [Role] {
    var roles = written.compactMap { (name: String, text: String) -> Role? in
      RoleID(rawValue: name).map { Role(id: $0, duty: text) }
    }
    for id in [RoleID.facilitator, .host] where !roles.contains(where: { $0.id == id }) {
      roles.append(Role(id: id, duty: ""))
    }
    return roles
  }
}
