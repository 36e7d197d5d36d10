/// What was agreed about confidentiality may be tightened inside, never loosened.
enum ConfidentialityCheck {
  static let loosened = CheckRule(
    "confidentiality-loosened", .error, why: "People speak under the rule that they were promised.",
    remedy: "Take the key out, or write a tighter one.")
  static let recording = CheckRule(
    "recording-on", .error, why: "A recording tells who said what, which the Chatham House Rule forbids.",
    remedy: "Write “recording: no”.")

  static let rules = [loosened, recording]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let own = kit.identity.confidentiality
    if let group = kit.group { found += loosened(group.confidentiality, under: own, "kit", in: group.record) }
    for plan in kit.plans {
      found += loosened(plan.confidentiality, under: own, "kit", in: plan.record)
      for block in plan.blocks {
        found += loosened(
          block.confidentiality, under: max(own, plan.confidentiality ?? own), "plan", in: block.record)
      }
    }
    for event in kit.events { found += of(event, kit) }
    return found
  }

  /// What holds for an event: the tightest of kit, group, plan and event.
  static func confidentiality(of event: Event, _ kit: Kit) -> Confidentiality {
    let plan = event.plan.flatMap { kit.plan($0) }
    let all = [kit.group?.confidentiality, plan?.confidentiality, event.confidentiality].compactMap { $0 }
    return all.reduce(kit.identity.confidentiality) { max($0, $1) }
  }

  private static func of(_ event: Event, _ kit: Kit) -> [Diagnostic] {
    let plan = event.plan.flatMap { kit.plan($0) }
    let outer = [kit.group?.confidentiality, plan?.confidentiality].compactMap { $0 }
      .reduce(kit.identity.confidentiality) { max($0, $1) }
    var found = loosened(event.confidentiality, under: outer, "kit, group or plan", in: event.record)
    if event.isRecorded, confidentiality(of: event, kit) == .chathamHouse {
      found.append(
        recording.found(
          in: event.record, at: "recording", "The event is under the Chatham House Rule, but is recorded."))
    }
    if event.isRecorded, confidentiality(of: event, kit) != .chathamHouse,
      let block = plan?.blocks.first(where: { $0.confidentiality == .chathamHouse })
    {
      found.append(
        recording.found(
          in: event.record, at: "recording",
          "The event is recorded, but its block “\(block.title)” is under the Chatham House Rule."))
    }
    return found
  }

  private static func loosened(
    _ inner: Confidentiality?, under outer: Confidentiality, _ what: String, in record: Record
  ) -> [Diagnostic] {
    guard let inner, inner < outer else { return [] }
    return [
      loosened.found(
        in: record, at: "confidentiality",
        "“\(inner.rawValue)” is looser than “\(outer.rawValue)”, as the \(what) has it.")
    ]
  }
}
