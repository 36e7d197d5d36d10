internal import KitCore

/// A checklist with real dates instead of days counted from the event.
struct DatedChecklist {
  let occasion: Occasion
  let checklist: Checklist

  /// The document; its place follows from whose list it is.
  var document: PackDocument {
    var draft = Draft()
    if let purpose = checklist.purpose { draft.text(occasion.line(purpose)) }
    let tasks = checklist.tasks.filter {
      $0.setting == nil || $0.setting == occasion.event.setting || occasion.event.setting == .hybrid
    }
    let inOrder = tasks.enumerated().sorted { (left, right) -> Bool in
      left.element.when == right.element.when
        ? left.offset < right.offset : left.element.when < right.element.when
    }.map(\.element)
    var last: DayOffset?
    var open: [PackBlock.Item] = []
    let wording = Wording("en")
    for task in inOrder {
      if task.when != last {
        if !open.isEmpty { draft.add(.list(start: nil, open)) }
        open = []
        draft.heading(2, "\(wording.date(occasion.date(task.when))), \(task.when.words)")
        last = task.when
      }
      open.append(item(task))
    }
    if !open.isEmpty { draft.add(.list(start: nil, open)) }
    return PackDocument(
      id: place.id, audience: place.audience, title: occasion.line(checklist.title),
      summary: "What to do by which day.", language: occasion.language, blocks: draft.blocks)
  }

  private func item(_ task: ChecklistTask) -> PackBlock.Item {
    var words: [PackInline] = [.text(occasion.line(task.task))]
    if let role = task.role, role != checklist.role { words.append(.text(" (\(occasion.role(role)))")) }
    var blocks: [PackBlock] = [.paragraph(words)]
    if let note = task.note { blocks.append(.text(occasion.line(note))) }
    return .init(blocks, isDone: false)
  }

  private var place: (id: String, audience: PackDocument.Audience) {
    switch checklist.role {
    case RoleID.host: ("host/checklist" + suffix(unless: "host"), .host)
    case RoleID.facilitator: ("facilitator/checklist" + suffix(unless: "facilitator"), .facilitator)
    default: ("co-facilitator/checklist-\(checklist.id)", .coFacilitator)
    }
  }

  private func suffix(unless id: String) -> String { checklist.id.rawValue == id ? "" : "-\(checklist.id)" }
}

extension DayOffset {
  /// How far the day is from the event, in words.
  var words: String {
    if days == 0 { return "the day itself" }
    let (count, unit) = abs(days) % 7 == 0 ? (abs(days) / 7, "week") : (abs(days), "day")
    return "\(count) \(unit)\(count == 1 ? "" : "s") \(days < 0 ? "before" : "after")"
  }
}
