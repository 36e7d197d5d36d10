/// Gives each heading of a document a name of its own.
struct Anchors {
  private var taken: Set<String> = []

  /// The name for the next heading, as like the wanted one as can be; `section` where nothing is wanted.
  mutating func next(for wanted: String) -> String {
    let stem = wanted.isEmpty ? "section" : wanted
    var name = stem
    var count = 1
    while !taken.insert(name).inserted {
      count += 1
      name = "\(stem)-\(count)"
    }
    return name
  }
}
