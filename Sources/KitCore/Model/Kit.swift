/// A whole kit as it was read, master or fork.
package struct Kit: Sendable {
  /// What kit.yaml says.
  package internal(set) var identity: KitIdentity
  /// The plans, by id.
  package internal(set) var plans: [Plan] = []
  /// The guides, by id.
  package internal(set) var guides: [Guide] = []
  /// The method cards, by id.
  package internal(set) var methods: [Method] = []
  /// The resources, by id.
  package internal(set) var resources: [Resource] = []
  /// The checklists, by id.
  package internal(set) var checklists: [Checklist] = []
  /// The rounds of a master, by id.
  package internal(set) var rounds: [Round] = []
  /// The network of a master.
  package internal(set) var network: Network?
  /// The group, in a fork.
  package internal(set) var group: Group?
  /// Why parts differ from the master, in a fork.
  package internal(set) var customisations: Customisations?
  /// The events of a group, by id.
  package internal(set) var events: [Event] = []
  /// The debriefs of a group, by id.
  package internal(set) var debriefs: [Debrief] = []
  /// All files, those that have no place in a kit too.
  package let files: KitFiles
  /// The files that are there but say nothing, since they cannot be read: what points to them is not dangling.
  package internal(set) var unread: Set<Address> = []

  init(identity: KitIdentity, files: KitFiles) {
    self.identity = identity
    self.files = files
  }

  /// The plan with this id.
  package func plan(_ id: KitID) -> Plan? { plans.first { $0.id == id } }
  /// The guide with this id.
  package func guide(_ id: KitID) -> Guide? { guides.first { $0.id == id } }
  /// The method card with this id.
  package func method(_ id: KitID) -> Method? { methods.first { $0.id == id } }
  /// The resource with this id.
  package func resource(_ id: ResourceID) -> Resource? { resources.first { $0.id == id } }
  /// The event with this id.
  package func event(_ id: KitID) -> Event? { events.first { $0.id == id } }
  /// The round with this id.
  package func round(_ id: KitID) -> Round? { rounds.first { $0.id == id } }
  /// The checklist with this id.
  package func checklist(_ id: KitID) -> Checklist? { checklists.first { $0.id == id } }

  /// The resource with this id, or all in the folder with this name, by id.
  package func resources(named id: ResourceID) -> [Resource] { resources.filter { $0.id.isInside(id) } }

  /// Whether this is a group's kit rather than a master.
  package var isFork: Bool { group != nil }
}
