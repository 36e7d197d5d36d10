internal import Franchise
internal import KitCore

/// An update's brief as a person or a program reads it.
struct UpdateReport {
  let brief: UpdateBrief

  init(_ brief: UpdateBrief) { self.brief = brief }

  private static let width = 80
  /// More changes than these are counted; '--json' has all.
  private static let mostChanges = 40

  /// The heading, then what comes in, what needs the person, what stays, and what becomes of the time.
  ///
  /// - Parameter isBrief: Whether to leave the single changes out.
  func text(isBrief: Bool) -> String {
    var lines = [heading]
    if !isBrief {
      section("Comes in by itself:", brief.taken.map(\.sentence), &lines)
      section(
        "Needs you:",
        brief.questions.map {
          "\($0.title): \($0.summary)" + ($0.title == $0.address ? "" : " (\($0.address))")
        }, &lines)
      section(
        "Stays as you have it, though the master changed it:",
        brief.held.map { "\($0.part)" + ($0.because.isEmpty ? "" : " (\($0.because))") }, &lines)
      section("Look at this:", brief.warnings.map { "\($0.path): “\($0.text)” now stands twice." }, &lines)
    }
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ items: [String], _ lines: inout [String]) {
    if items.isEmpty { return }
    lines += ["", title]
    for item in items.prefix(Self.mostChanges) {
      lines += TextLayout.wrapped(item, to: Self.width, first: "  ", rest: "    ")
    }
    if items.count > Self.mostChanges { lines.append("  … and \(items.count - Self.mostChanges) more") }
  }

  /// `Version 1.1.0: 12 changes come in by themselves, 2 need you, 3 of your own stay; Half day now ends at 15:40.`
  var heading: String {
    let name =
      brief.isRelease
      ? "Version \(brief.version)"
      : "The master's newest state\(brief.version.isEmpty ? "" : " (\(brief.version))")"
    var parts = [
      brief.taken.count == 1
        ? "one change comes in by itself" : "\(brief.taken.count) changes come in by themselves"
    ]
    switch brief.questions.count {
    case 0: parts.append("nothing needs you")
    case 1: parts.append("one needs you")
    default: parts.append("\(brief.questions.count) need you")
    }
    if !brief.own.isEmpty { parts.append(untouched) }
    let times = brief.times.map { (time: UpdateBrief.SessionTime) -> String in
      let title = time.title.isEmpty ? time.plan : "“\(time.title)”"
      if let end = time.end {
        return "\(title) now ends at \(end) (\(time.after) minutes instead of \(time.before))"
      }
      return "\(title) now takes \(time.after) minutes instead of \(time.before)"
    }
    let text =
      "\(name): " + parts.joined(separator: ", ") + (times.isEmpty ? "" : "; ")
      + times.joined(separator: ", ")
    return TextLayout.wrapped(text + ".", to: Self.width).joined(separator: "\n")
  }

  /// What of the group's own stays, by name where that is short.
  private var untouched: String {
    let asked = Set(brief.questions.map(\.address))
    let own = brief.own.filter { change in !asked.contains { $0 == change.address } }
    var names: [String] = []
    for change in own {
      if let name = change.subject.last, !names.contains("“\(name)”") { names.append("“\(name)”") }
    }
    switch names.count {
    case 0: return "all that is yours stays until you answer"
    case 1: return "your \(names[0]) is untouched"
    case 2: return "your \(names[0]) and \(names[1]) are untouched"
    default: return "your \(names[0]) and \(names.count - 1) more are untouched"
    }
  }

  /// The brief for programs.
  var json: JSON {
    .compact([
      ("version", .string(brief.version)), ("release", .boolean(brief.isRelease)),
      ("heading", .string(heading.split(separator: "\n").joined(separator: " "))),
      ("taken", ChangeList(changes: brief.taken).json["changes"]),
      ("own", ChangeList(changes: brief.own).json["changes"]),
      (
        "questions",
        .array(brief.questions.map { ["address": .string($0.address), "why": .string($0.summary)] })
      ),
      ("held", .array(brief.held.map(Self.json))), ("times", .array(brief.times.map(Self.json))),
      (
        "warnings",
        .array(brief.warnings.map { ["path": .string($0.path), "text": .string($0.text)] })
      ),
    ])
  }

  private static func json(_ held: UpdateBrief.Held) -> JSON {
    [
      "part": .string(held.part), "because": .string(held.because), "for good": .boolean(held.isForGood),
    ]
  }

  private static func json(_ time: UpdateBrief.SessionTime) -> JSON {
    .compact([
      ("plan", .string(time.plan)), ("title", .string(time.title)), ("before", .integer(time.before)),
      ("after", .integer(time.after)), ("start", time.start.map { .string("\($0)") }),
      ("end", time.end.map { .string("\($0)") }),
    ])
  }
}
