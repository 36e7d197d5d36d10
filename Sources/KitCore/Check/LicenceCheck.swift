/// What is taken from others carries their names and keeps their terms.
enum LicenceCheck {
  static let unknown = CheckRule(
    "unknown-licence", .warning, why: "Nobody may share a kit whose licence is not known.",
    remedy: "Ask whoever wrote the material, and write the SPDX id of their licence.")
  static let attribution = CheckRule(
    "missing-attribution", .warning,
    why: "A licence other than the kit's is somebody else's, who must be named.",
    remedy: "Name the source under “attribution”.")
  static let statement = CheckRule(
    "missing-statement", .warning, why: "The Open Government Licence demands its sentence word for word.",
    remedy:
      "Write under “statement”: Contains public sector information licensed under the Open Government Licence v3.0."
  )
  static let copied = CheckRule(
    "copied-without-licence", .warning,
    why: "Material without a stated licence may be linked to, not copied.",
    remedy:
      "Make it a link with “link only: yes”, ask for a licence, or write it in your own words and say so in “changes”."
  )
  static let shareAlike = CheckRule(
    "share-alike", .warning, why: "Work made from share-alike material keeps its licence.",
    remedy: "Give this part the licence of its source.")

  static let rules = [unknown, attribution, statement, copied, shareAlike]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let own = kit.identity.licence
    if own.hasPrefix("LicenseRef-unknown") {
      found.append(unknown.found(in: kit.identity.record, at: "licence", "The kit's licence is not known."))
    }
    found += statements(kit.identity.attribution)
    for method in kit.methods where !kit.unread.contains(Address(.method, method.id)) {
      found += of(method.record, licence: method.licence, method.attribution, kit: own)
    }
    for guide in kit.guides { found += of(guide.record, licence: guide.licence, guide.attribution, kit: own) }
    for resource in kit.resources {
      found += of(resource.record, licence: resource.licence, resource.attribution, kit: own)
      found += copied(resource)
    }
    return found
  }

  private static func of(
    _ record: Record, licence: String?, _ sources: [Attribution], kit own: String
  ) -> [Diagnostic] {
    var found = statements(sources)
    let licence = licence ?? own
    if licence != own, !own.isEmpty, sources.isEmpty, licence != "CC0-1.0" {
      found.append(
        attribution.found(in: record, at: "licence", "Its licence is \(licence), but nobody is named."))
    }
    for source in sources where source.licence.contains("-SA") && source.licence != licence {
      // What only draws on an idea says so, and is not made from the work.
      if source.changes?.lowercased().contains("own words") == true { continue }
      found.append(
        shareAlike.found(
          in: record, at: record.has("licence") ? "licence" : nil,
          "“\(source.source)” is licensed \(source.licence), but this part is \(licence)."))
    }
    return found
  }

  private static func statements(_ sources: [Attribution]) -> [Diagnostic] {
    sources.filter { $0.licence.hasPrefix("OGL") && $0.statement == nil }.map {
      (source: Attribution) -> Diagnostic in
      statement.found(
        in: source.record,
        "“\(source.source)” is used under the Open Government Licence without its statement.")
    }
  }

  private static func copied(_ resource: Resource) -> [Diagnostic] {
    guard resource.kind != .link, !resource.isLinkOnly else { return [] }
    return resource.attribution.filter { $0.licence == Attribution.noneStated && $0.changes == nil }
      .map { (source: Attribution) -> Diagnostic in
        copied.found(
          in: source.record, "“\(source.source)” states no licence, and nothing says that it was not copied.")
      }
  }
}
