/// Who a group is, where its kit comes from, and what it puts in for the parameters.
package struct Group: Sendable {
  /// The record in the file.
  package let record: Record
  /// The group's id; `nil` where group.yaml is wrong.
  package let id: KitID?
  /// Its name.
  package let name: String
  /// Where it is at home.
  package let area: String
  /// The master kit's id, its address, and the version that the group took last.
  package let master: KitID?, masterAddress: String?, masterVersion: String
  /// The address of the group's own kit.
  package let fork: String?
  /// The roles that lead the group; never people.
  package let leads: [String]
  /// What may be told afterwards, where the group differs from the kit.
  package let confidentiality: Confidentiality?
  /// How often it meets.
  package let cadence: String?
  /// The organisations that host in turn.
  package let hostRota: [String]
  /// The values of parameters in the order of the file.
  package let parameters: [(name: String, text: String)]
  /// Words of the kit with the local words for them.
  package let localTerms: [(name: String, text: String)]
  /// The name under which work of the group is signed: a role, not a person.
  package let identityName: String?
  /// How the group's packs look.
  package let look: Look

  /// How packs look.
  package struct Look: Sendable, Hashable {
    /// The name on packs.
    package let name: String?
    /// A colour as `#1d70b8`.
    package let colour: String?
    /// The resource that is the logo.
    package let logo: ResourceID?
  }

  /// Reads group.yaml.
  package init(_ record: Record) {
    self.record = record
    id = record.choice("id")
    name = record.text("name") ?? ""
    area = record.text("area") ?? ""
    let master = record.record("master")
    self.master = master?.choice("kit")
    masterAddress = master?.text("address")
    masterVersion = master?.text("version") ?? ""
    fork = record.text("fork")
    leads = record.texts("leads")
    confidentiality = record.choice("confidentiality")
    cadence = record.text("cadence")
    hostRota = record.texts("host rota")
    parameters = record.namedTexts("parameters")
    localTerms = record.namedTexts("local terms")
    identityName = record.record("identity")?.text("name")
    let look = record.record("look")
    self.look = Look(name: look?.text("name"), colour: look?.text("colour"), logo: look?.choice("logo"))
  }

  private static let master = ObjectShape(
    "master", title: "Master kit", "Where the group's kit comes from.",
    [
      .required("kit", .pattern(.id, example: "lgdss-peer-group"), "The master kit's id"),
      .optional("address", .text, "Where the master is found"),
      .required("version", .version, "The version that the group took last"),
    ])

  private static let identity = ObjectShape(
    "identity", title: "Identity", "The role under which work of the group is signed.",
    [.required("name", .text, "The name, of a role and not of a person")])

  private static let look = ObjectShape(
    "look", title: "Look", "How the group's packs look.",
    [
      .optional("name", .text, "The name on packs"),
      .optional("colour", .pattern(.colour, example: "#1d70b8"), "A colour, in quotes"),
      .optional("logo", .resourceID, "The resource that is the logo"),
    ])

  /// What group.yaml looks like.
  package static let shape = ObjectShape(
    "group", title: "Group",
    "Who a group is, where its kit comes from, and its values for the kit's parameters.",
    [
      .required("id", .pattern(.id, example: "midlands"), "The group's id; never reused"),
      .required("name", .text, "Its name"),
      .required("area", .text, "Where it is at home"),
      .required("master", .object(master), "Where its kit comes from"),
      .optional("fork", .text, "The address of its own kit"),
      .optional("leads", .texts, "The roles that lead it; never people"),
      .optional("confidentiality", .choice(of: Confidentiality.self), "What may be told afterwards"),
      .optional("cadence", .text, "How often it meets"),
      .optional("host rota", .texts, "The organisations that host in turn"),
      .optional("parameters", .mapping(keys: .parameterName, .scalar), "Its values for the kit's parameters"),
      .optional("local terms", .mapping(keys: nil, .text), "Words of the kit with the local words for them"),
      .optional("identity", .object(identity), "The role under which its work is signed"),
      .optional("look", .object(look), "How its packs look"),
    ])
}
