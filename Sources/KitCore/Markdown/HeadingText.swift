/// The words of a heading.
package enum HeadingText {
  /// The heading's text without closing marks, and its `{#id}` if it has one.
  package static func split(_ text: String) -> (title: String, id: String?) {
    var scalars = Array(text.unicodeScalars)
    func trim() {
      while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    }
    trim()
    var id: String?
    if scalars.last == "}", let open = scalars.lastIndex(of: "{") {
      let inner = scalars[(open + 1)..<(scalars.count - 1)]
      if let mark = inner.firstIndex(of: "#") {
        var name = String.UnicodeScalarView()
        for scalar in inner[(mark + 1)...] {
          guard scalar != " ", scalar != "." else { break }
          name.append(scalar)
        }
        if !name.isEmpty { id = String(name) }
      }
      if id != nil || inner.first == ":" || inner.first == "." {
        scalars.removeSubrange(open...)
        trim()
      }
    }
    let marks = scalars.reversed().prefix { $0 == "#" }.count
    if marks > 0, marks == scalars.count || scalars[scalars.count - marks - 1] == " " {
      scalars.removeLast(marks)
      trim()
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return (String(view), id)
  }

  /// A name made of a title: lower-case letters, digits and single hyphens; letters of any script stay.
  package static func slug(_ title: String) -> String {
    var slug = String.UnicodeScalarView()
    var pending = false
    for scalar in title.lowercased().unicodeScalars {
      if scalar.isWordPart, scalar != "_" {
        if pending, !slug.isEmpty { slug.append("-") }
        pending = false
        slug.append(scalar)
      } else if scalar != "'", scalar != "’" {
        pending = true
      }
    }
    return String(slug)
  }
}
