/// Gives each section of a document a name of its own.
struct SectionNames {
  private var counts: [String: Int] = [:]
  private var taken: Set<String> = []

  /// The name for the next section, from its id or its title.
  mutating func next(for text: String, isGiven: Bool) -> String {
    let plain = isGiven ? text : HeadingText.slug(text)
    let name = plain.isEmpty ? "section" : plain
    var count = counts[name, default: 0]
    var candidate = name
    repeat {
      count += 1
      candidate = count == 1 ? name : "\(name)-\(count)"
    } while taken.contains(candidate)
    counts[name] = count
    taken.insert(candidate)
    return candidate
  }
}
