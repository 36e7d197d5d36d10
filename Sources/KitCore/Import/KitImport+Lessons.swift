/// Lessons that say how long they are taught and practised.
extension KitImport {
  /// All lessons together are one plan; each one's text is a guide.
  mutating func writeLessons() {
    guard !sorting.lessons.isEmpty else { return }
    var ids = UniqueIDs()
    var plan = ImportedPlan(
      title: kitTitle, purpose: sorting.purpose, outcomes: [], blocks: [])
    plan.preWork = words(of: sorting.preWork, from: "setup.md")
    for page in sorting.lessons {
      let lesson = EpisodeLayout(page)
      let target = place(of: page.path)
      var text = ForeignText(from: page.path, to: "plans/\(wish.id).yaml", places: sorting.places)
      var found: [String] = []
      plan.outcomes += lesson.objectives.map { text.words($0) }
      plan.blocks.append(lesson.block(guide: target.fileStem, text: &text, ids: &ids, needs: &found))
      for note in found + text.notes { need(note, at: page.path) }
      needFields(of: page, but: ["teaching", "exercises", "break", "objectives", "questions", "keypoints"])
      if lesson.isBreak {
        let hasText = page.sections.contains { !$0.lines.text.isEmpty }
        if hasText { need("It became a break; its text was left out.", at: page.path) }
        continue
      }
      writeGuide(page, sections: page.sections, to: target)
      need("See which more of the lesson participants may have; it may hold solutions.", at: target)
    }
    writePlan(plan, named: wish.id)
  }

  private func words(of items: [String], from path: String) -> [String] {
    var text = ForeignText(from: path, to: "plans/\(wish.id).yaml", places: sorting.places)
    return items.map { text.words($0) }
  }
}
