extension LocalWords {
  /// The words of the group that a kit belongs to.
  ///
  /// The values of parameters and the group's own name and area always count. Everything else — hosts, venues, people,
  /// single words of names — counts unless the master says it, too: then it is nobody's own.
  /// - Parameters:
  ///   - kit: The group's kit, with group.yaml and events.
  ///   - master: The files of the master's newest version.
  package init(of kit: Kit, master: [String: [UInt8]] = [:]) {
    var own = Self.parameters(of: kit)
    var names: [LocalWord?] = []
    if let group = kit.group {
      own += [LocalWord(group.name, .group("name")), LocalWord(group.area, .group("area"))].compactMap { $0 }
      names += Self.names(of: group)
    }
    for event in kit.events { names += Self.names(of: event) }
    let known = LocalWords(names.compactMap { $0 })
    let said = known.said(in: master)
    self.init(own + known.words.filter { !said.contains($0.folded) })
  }

  /// What the group and its events put in for the parameters; not what the kit puts in by itself, and no bare numbers.
  private static func parameters(of kit: Kit) -> [LocalWord] {
    let declared = Dictionary(kit.identity.parameters.map { ($0.name, $0) }) { first, _ in first }
    let values = (kit.group?.parameters ?? []) + kit.events.flatMap(\.parameters)
    return values.compactMap { (value: (name: String, text: String)) -> LocalWord? in
      guard let parameter = declared[value.name], parameter.kind != .number,
        parameter.fallback != value.text
      else { return nil }
      return LocalWord(value.text, .parameter(value.name))
    }
  }

  private static func names(of group: Group) -> [LocalWord?] {
    let hosts = group.hostRota.map { LocalWord($0, .group("host rota")) }
    let terms = group.localTerms.map { LocalWord($0.text, .group("local terms")) }
    let others = [
      LocalWord(group.fork ?? "", .group("fork")), LocalWord(group.look.name ?? "", .group("look")),
      LocalWord(group.identityName ?? "", .group("identity")),
    ]
    return hosts + terms + others + parts(of: group.name, .group("name"))
      + parts(of: group.area, .group("area"))
      + group.hostRota.flatMap { parts(of: $0, .group("host rota")) }
  }

  private static func names(of event: Event) -> [LocalWord?] {
    let id = event.id.rawValue
    func word(_ text: String?, _ key: String) -> LocalWord? {
      text.flatMap { LocalWord($0, .event(id, key)) }
    }
    var names = [word(event.title, "title"), word(event.host, "host"), word(event.joinLink, "join link")]
    names += parts(of: event.host, .event(id, "host"))
    for role in event.roles {
      for person in role.people {
        names += [word(person, "roles")] + parts(of: person, .event(id, "roles"))
      }
    }
    guard let venue = event.venue else { return names }
    let lines = venue.address.split { $0 == "," || $0.isNewline }.map { word(String($0), "venue") }
    names += [word(venue.name, "venue"), word(venue.address, "venue")] + lines
    names += (venue.rooms + [venue.travel, venue.wifi].compactMap { $0 }).map { word($0, "venue") }
    return names + parts(of: venue.name, .event(id, "venue")) + parts(of: venue.address, .event(id, "venue"))
  }

  /// The single words of a name that may stand for it: with a capital, and not short.
  private static func parts(of name: String, _ source: LocalWord.Source) -> [LocalWord?] {
    let bytes = Array(name.utf8)
    let words = FoldedWord.all(in: bytes)
    guard words.count > 1 else { return [] }
    return words.map { (word: FoldedWord) -> LocalWord? in
      let text = String(decoding: bytes[word.range], as: UTF8.self)
      guard text.unicodeScalars.count >= 4, text.first?.isUppercase == true else { return nil }
      return LocalWord(text, source)
    }
  }

  /// Which of the words a master says in its own files; where it lists its groups and rounds does not count.
  private func said(in master: [String: [UInt8]]) -> Set<[String]> {
    var said: Set<[String]> = []
    for (path, bytes) in master where path != "network.yaml" && !path.hasPrefix("rounds/") {
      guard path.hasSuffix(".md") || path.hasSuffix(".yaml") else { continue }
      said.formUnion(wordsSaid(in: bytes))
    }
    return said
  }
}
