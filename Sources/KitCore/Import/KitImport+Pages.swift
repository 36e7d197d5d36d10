/// Pages without times, which become guides, handouts and checklists, and files that go along as they are.
extension KitImport {
  mutating func writeProse(_ page: ForeignPage) {
    needFields(of: page, but: ["licence", "license"])
    let target = place(of: page.path)
    if target.hasPrefix("resources/") {
      let fields = [
        YAMLField("title", .text(title(of: page))),
        YAMLField("kind", .text(ImportSorting.kind(of: page.path) ?? "handout")),
      ]
      writePage(page, sections: page.sections, fields: fields, to: target)
    } else {
      writeGuide(page, sections: page.sections, to: target)
    }
  }

  mutating func writeGuide(_ page: ForeignPage, sections: [ForeignPage.Section], to target: String) {
    let fields = [YAMLField("title", .text(title(of: page))), YAMLField("role", .text("facilitator"))]
    writePage(page, sections: sections, fields: fields, to: target)
  }

  mutating func writePage(
    _ page: ForeignPage, sections: [ForeignPage.Section], fields: [YAMLField], to target: String
  ) {
    var text = ForeignText(from: page.path, to: target, places: sorting.places)
    var sections = sections
    // The title stands in the front matter; the same words as first heading would stand there twice.
    if let first = sections.firstIndex(where: { $0.level == 1 }), sections[first].title == page.title,
      sections.count(where: { $0.level == 1 }) == 1
    {
      sections[first].level = 0
    }
    let body = text.body(of: sections)
    for note in text.notes + page.faults { need(note, at: page.path) }
    write(ImportedFile.markdown(.mapping(fields), body: body), to: target)
  }

  mutating func writeChecklists() {
    for (place, page, list) in sorting.checklists {
      var text = ForeignText(from: page.path, to: place, places: sorting.places)
      write(list.value(title: title(of: page), role: "host", text: &text), to: place)
      need("Say whose list it is; it is the host's for now. Check the days.", at: place)
      if list.otherLines > 0 {
        need("Only its boxes were taken over; other lines were left out: \(list.otherLines).", at: page.path)
      }
      for note in text.notes { need(note, at: page.path) }
    }
  }

  /// A page's title, fit for a kit and never empty.
  func title(of page: ForeignPage) -> String {
    var text = ForeignText(from: page.path, to: "kit.yaml", places: [:])
    let words = text.words(page.title.oneLine)
    return words.isEmpty ? "Untitled" : words
  }
}

extension ForeignPage.Section {
  /// Whether nothing stands under no heading.
  var isEmpty: Bool { title.isEmpty && lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}
