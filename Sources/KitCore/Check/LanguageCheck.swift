/// A language that a kit declares is there, and one that is there is declared.
enum LanguageCheck {
  static let untranslated = CheckRule(
    "untranslated-language", .warning, why: "People who chose the language would find nothing in it.",
    remedy: "Translate at least the titles, or take the language out of “languages”.")
  static let undeclared = CheckRule(
    "undeclared-language", .warning, why: "Nobody can choose a language that the kit does not name.",
    remedy: "Add it to “languages” in kit.yaml.")
  static let partly = CheckRule(
    "partly-translated", .information, why: "A pack in that language falls back to the main one here.",
    remedy: "Translate what is missing when you can.")

  static let rules = [untranslated, undeclared, partly]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    let declared = kit.identity.languages
    let parts = parts(of: kit)
    var found: [Diagnostic] = []
    for part in parts {
      for language in part.languages where !declared.contains(language) {
        found.append(
          undeclared.found(
            in: part.record, at: part.record.has("translations") ? "translations" : nil,
            "Here is a translation into “\(language)”, which the kit does not declare."))
      }
    }
    for (item, language) in declared.enumerated().dropFirst() {
      if parts.contains(where: { $0.languages.contains(language) }) {
        found += kit.plans.compactMap { partly(translated: $0, into: language) }
      } else if kit.unread.isEmpty {
        // A file that cannot be read may be the one that is translated.
        found.append(
          untranslated.found(
            in: kit.identity.record, at: "languages", item: item,
            "The kit declares “\(language)”, but nothing is translated into it."))
      }
    }
    return found
  }

  private struct Part {
    let record: Record
    let languages: [String]
  }

  private static func parts(of kit: Kit) -> [Part] {
    var parts = [Part(record: kit.identity.record, languages: kit.identity.translations.languages)]
    for plan in kit.plans {
      parts.append(Part(record: plan.record, languages: plan.translations.languages))
      parts += plan.blocks.map { Part(record: $0.record, languages: $0.translations.languages) }
    }
    parts += kit.guides.map { Part(record: $0.record, languages: $0.translations.keys.sorted()) }
    parts += kit.methods.map { Part(record: $0.record, languages: $0.translations.keys.sorted()) }
    parts += kit.resources.map { (resource: Resource) -> Part in
      Part(record: resource.record, languages: resource.words.languages + resource.translations.keys.sorted())
    }
    return parts
  }

  private static func partly(translated plan: Plan, into language: String) -> Diagnostic? {
    let missing = plan.blocks.count { $0.translations.text("title", in: language) == nil }
    guard missing > 0 else { return nil }
    return partly.found(
      in: plan.record, "\(missing) of \(plan.blocks.count) blocks have no title in “\(language)”.")
  }
}
