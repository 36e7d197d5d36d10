/// What one role does before, on and after the day.
package struct Checklist: Sendable {
  /// The record in the file.
  package let record: Record
  /// Its id, the name of its file.
  package let id: KitID
  /// Its name.
  package let title: String
  /// Whose list it is.
  package let role: RoleID?
  /// What it is for.
  package let purpose: String?
  /// What to do, in the order of the file.
  package let tasks: [ChecklistTask]

  /// Reads the list in the file of this name.
  package init(id: KitID, _ record: Record) {
    self.record = record
    self.id = id
    title = record.text("title") ?? ""
    role = record.choice("role")
    purpose = record.text("purpose")
    tasks = record.records("tasks").map { ChecklistTask($0) }
  }

  /// What a checklist looks like.
  package static let shape = ObjectShape(
    "checklist", title: "Checklist", "What one role does before, on and after the day.",
    [
      .required("title", .text, "Its name"),
      .required("role", .role, "Whose list it is"),
      .optional("purpose", .text, "What it is for"),
      .required("tasks", .list(.object(ChecklistTask.shape), atLeast: 1), "What to do, in order"),
    ])
}

/// One thing to do by a day that is counted from the event.
package struct ChecklistTask: Sendable {
  /// The record in the file.
  package let record: Record
  /// Its id in the list.
  package let id: BlockID
  /// The day, counted from the event.
  package let when: DayOffset
  /// What to do.
  package let task: String
  /// Who does it, where it is not the list's role.
  package let role: RoleID?
  /// What else there is to say.
  package let note: String?
  /// The setting that it is for; all where none is named.
  package let setting: Setting?

  /// Reads a task; an id that is wrong becomes one that is like it.
  package init(_ record: Record) {
    self.record = record
    id = record.identifier(orFrom: "task")
    when = record.text("when").flatMap { DayOffset($0) } ?? .theDay
    task = record.text("task") ?? ""
    role = record.choice("role")
    note = record.text("note")
    setting = record.choice("setting")
  }

  /// What a task looks like in a file.
  package static let shape = ObjectShape(
    "task", title: "Task", "One thing to do by a day that is counted from the event.",
    [
      .required("id", .pattern(.id, example: "book-room"), "Its id; never reused"),
      .required("when", .offset, "The day: T-6w is six weeks before, T0 the day itself, T+1d the day after"),
      .required("task", .text, "What to do"),
      .optional("role", .role, "Who does it, where it is not the list's role"),
      .optional("note", .text, "What else there is to say"),
      .optional("setting", .choice(of: Setting.self), "Only for sessions in this setting"),
    ])
}
