/// How an event went, in counts and lessons; never who said what.
package struct Debrief: Sendable {
  /// Something that was done otherwise, and whether it should stay so.
  package struct Adaptation: Sendable {
    /// The record in the file.
    package let record: Record
    /// The block.
    package let block: BlockID?
    /// What was done, and why.
    package let what: String, why: String
    /// Whether the group keeps it, and whether it should be offered to the master.
    package let keep: Bool, offer: Bool

    /// Reads an adaptation.
    package init(_ record: Record) {
      self.record = record
      block = record.choice("block")
      what = record.text("what") ?? ""
      why = record.text("why") ?? ""
      keep = record.boolean("keep") ?? false
      offer = record.boolean("offer") ?? false
    }
  }

  /// The record in the file.
  package let record: Record
  /// Its id, the name of its file.
  package let id: KitID
  /// The event.
  package let event: KitID?
  /// How many booked and came, and from how many organisations.
  package let booked: Int, attended: Int, organisations: Int?
  /// The minutes that blocks really took, in the order of the file.
  package let actualMinutes: [(block: BlockID, minutes: Int)]
  /// What worked, and what got stuck.
  package let triumphs: [String], treacle: [String]
  /// What was done otherwise.
  package let adaptations: [Adaptation]
  /// Points with whether all agreed that they may be reported.
  package let reportable: [(point: String, agreed: Bool)]
  /// What is to be done.
  package let actions: [Action]
  /// How many answered the feedback form, and what they said on the whole.
  package let answers: Int?, feedback: String?

  /// Something to be done after the event.
  package struct Action: Sendable, Hashable {
    /// What.
    package let what: String
    /// The role that does it.
    package let role: RoleID?
    /// The last day, as `2026-03-12`.
    package let by: String?
  }

  /// Reads the debrief in the file of this name.
  package init(id: KitID, _ record: Record) {
    self.record = record
    self.id = id
    event = record.choice("event")
    let counts = record.record("counts")
    booked = counts?.integer("booked") ?? 0
    attended = counts?.integer("attended") ?? 0
    organisations = counts?.integer("organisations")
    actualMinutes = record.minutes("actual minutes")
    triumphs = record.texts("triumphs")
    treacle = record.texts("treacle")
    adaptations = record.records("adaptations").map { Adaptation($0) }
    reportable = record.records("reportable").map {
      ($0.text("point") ?? "", $0.boolean("agreed") ?? false)
    }
    actions = record.records("actions").map {
      Action(what: $0.text("what") ?? "", role: $0.choice("role"), by: $0.text("by"))
    }
    let feedback = record.record("feedback")
    answers = feedback?.integer("answers")
    self.feedback = feedback?.text("summary")
  }
}

extension Record {
  /// Ids with whole minutes, in the order of the file.
  fileprivate func minutes(_ key: String) -> [(block: BlockID, minutes: Int)] {
    node[key]?.mapping?.entries.compactMap { (entry: YAMLEntry) -> (block: BlockID, minutes: Int)? in
      guard let id = entry.key.text.flatMap({ BlockID(rawValue: $0) }),
        let minutes = entry.value.scalar?.asInteger
      else { return nil }
      return (id, minutes)
    } ?? []
  }
}
