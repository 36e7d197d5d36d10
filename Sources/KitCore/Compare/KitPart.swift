/// What a file is in a kit, judged by its path alone.
struct KitPart {
  /// The address of the file; `nil` for a file that a kit does not know.
  let address: String?
  /// What people call such a file.
  let noun: String

  private static let folders: [(folder: String, kind: String, noun: String)] = [
    ("plans/", "plan", "plan"), ("guides/", "guide", "guide"), ("methods/", "method", "method card"),
    ("resources/", "resource", "resource"), ("checklists/", "checklist", "checklist"),
    ("rounds/", "round", "round"), ("events/", "event", "event"), ("debriefs/", "debrief", "debrief"),
  ]
  private static let single: [String: String] = [
    "kit.yaml": "kit", "network.yaml": "network", "group.yaml": "group",
    "customisations.yaml": "customisations",
  ]

  init(path: String) {
    if let name = Self.single[path] {
      (address, noun) = (name, name)
      return
    }
    guard let match = Self.folders.first(where: { path.hasPrefix($0.folder) }) else {
      (address, noun) = (nil, "file")
      return
    }
    var name = path.dropFirst(match.folder.count)
    if let dot = name.lastIndex(of: "."), !name[dot...].contains("/") { name = name[..<dot] }
    (address, noun) = (match.kind + ":" + name, match.noun)
  }
}
