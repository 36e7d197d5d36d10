extension Kit {
  /// Adds what a YAML file of any kind holds.
  mutating func add(_ record: Record, id: KitID) {
    switch record.address.kind {
    case .plan: plans.append(Plan(id: id, record))
    case .checklist: checklists.append(Checklist(id: id, record))
    case .round: rounds.append(Round(id: id, record))
    case .network: network = Network(record)
    case .group: group = Group(record)
    case .customisations: customisations = Customisations(record)
    case .event: events.append(Event(id: id, record))
    case .debrief: debriefs.append(Debrief(id: id, record))
    case .kit, .guide, .method, .resource: break
    }
  }

  /// Adds a translation beside its original.
  ///
  /// - Returns: Whether there is an original.
  mutating func add(_ prose: Prose, in language: String, to address: Address) -> Bool {
    switch address.kind {
    case .guide:
      guard let index = guides.firstIndex(where: { $0.id == address.id }) else { return false }
      guides[index].translations[language] = prose
    case .method:
      guard let index = methods.firstIndex(where: { $0.id == address.id }) else { return false }
      methods[index].translations[language] = prose
    case .resource:
      guard let index = resources.firstIndex(where: { $0.id.rawValue == address.name }) else { return false }
      resources[index].translations[language] = prose
    default: return false
    }
    return true
  }

  /// Puts everything in the order of ids, whatever the order of the files was.
  mutating func sortByID() {
    plans.sort { $0.id < $1.id }
    guides.sort { $0.id < $1.id }
    methods.sort { $0.id < $1.id }
    resources.sort { $0.id < $1.id }
    checklists.sort { $0.id < $1.id }
    rounds.sort { $0.id < $1.id }
    events.sort { $0.id < $1.id }
    debriefs.sort { $0.id < $1.id }
  }
}
