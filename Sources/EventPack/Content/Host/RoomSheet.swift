internal import KitCore

/// The room: how it is laid out, block by block, and what makes it possible for everyone to take part.
struct RoomSheet {
  let occasion: Occasion

  /// The documents: layout and access.
  var documents: [PackDocument] { [layout, access] }

  private var layout: PackDocument {
    var draft = Draft()
    if let venue = occasion.event.venue {
      var facts: [PackBlock.Fact] = [
        .fact("Where", "\(occasion.line(venue.name)), \(occasion.line(venue.address))")
      ]
      if !venue.rooms.isEmpty {
        facts.append(.fact("Rooms", venue.rooms.map(occasion.line).joined(separator: ", ")))
      }
      if let opens = venue.opens { facts.append(.fact("Opens", opens)) }
      if let closes = venue.closes { facts.append(.fact("Closes", closes)) }
      draft.add(.facts(facts))
    }
    if let layout = occasion.plan.roomLayout {
      draft.heading(2, occasion.isOnline ? "How the online room is set up" : "How the room is laid out")
      draft.add(PackBlock.prose(occasion.fill(layout)))
    }
    let rows = occasion.blocks.compactMap { (entry: OccasionBlock) -> [[PackBlock]]? in
      let own = occasion.isOnline ? entry.block.spaceOnline ?? entry.block.space : entry.block.space
      let tracks = entry.block.tracks.compactMap { (track: Track) -> String? in
        track.space.map { "\(occasion.line(track.title)): \(occasion.line($0))" }
      }
      guard own != nil || !tracks.isEmpty || entry.block.rooms ?? 1 > 1 else { return nil }
      let space = ([own.map(occasion.line)].compactMap { $0 } + tracks).map { PackBlock.text($0) }
      return [
        [.text(entry.start.description)], [.text(occasion.line(entry.block.title))], space,
        [.text(entry.block.rooms.map(String.init) ?? "1")],
      ]
    }
    if !rows.isEmpty {
      draft.heading(2, "Block by block")
      draft.add(
        .table(
          PackTable(
            caption: [.text("What the room looks like at what time")],
            columns: [
              .init([.text("From")]), .init([.text("Block")], share: 3), .init([.text("Space")], share: 5),
              .init([.text("Rooms")], alignment: .right),
            ], rows: rows)))
    }
    return PackDocument(
      id: "host/room", audience: .host, title: occasion.isOnline ? "Online room" : "Room layout",
      summary: "What the room looks like, block by block.", language: occasion.language, blocks: draft.blocks)
  }

  private var access: PackDocument {
    var draft = Draft()
    if let venue = occasion.event.venue {
      draft.heading(2, "The building")
      let known: [(String, String?)] = [
        ("Step-free way in", venue.stepFree), ("Hearing loop", venue.hearingLoop),
        ("Accessible toilet", venue.accessibleToilet), ("Quiet room", venue.quietRoom),
        ("Getting there", venue.travel), ("Wifi", venue.wifi),
      ]
      draft.add(
        .list(
          start: nil,
          known.map { (name: String, text: String?) -> PackBlock.Item in
            .init(
              [
                .paragraph([
                  .strong([.text(name + ". ")]),
                  .text(text.map(occasion.line) ?? "Not known yet: find out and tell people."),
                ])
              ],
              isDone: false)
          }))
    }
    let blocks = occasion.blocks.filter { !$0.block.access.isEmpty }
    if !blocks.isEmpty {
      draft.heading(2, "In the session")
      for entry in blocks {
        draft.heading(
          3, "\(entry.start)  \(occasion.line(entry.block.title))", anchor: entry.block.id.rawValue)
        draft.add(.tasks(entry.block.access.map(occasion.line)))
      }
    }
    draft.heading(2, "What people told you")
    draft.text(
      "Keep what people told you about access and food in a list of its own, away from this pack. Arrange each thing, tell each person what has been arranged, and delete the list when its time has come."
    )
    return PackDocument(
      id: "host/access", audience: .host, title: "Access checklist",
      summary: "What makes it possible for everyone to take part.", language: occasion.language,
      blocks: draft.blocks)
  }
}
