internal import Git
internal import KitCore

/// Which content of each offer was looked at on this computer. It is no part of the kit's past: looking changes nothing.
struct Looks: Sendable {
  private var seen: [String: ObjectID] = [:]
  private let folder: String

  /// Reads what was noted; nothing where there is none that can be understood.
  init(in gitFolder: String) {
    folder = gitFolder + "/kitbag"
    guard let bytes = SystemFile.read(folder + "/looks", limit: 1 << 20),
      let json = try? JSON(reading: bytes),
      json["format"]?.whole == 1
    else { return }
    for member in json["looks"]?.members ?? [] {
      seen[member.name] = member.value.text.flatMap { ObjectID($0) }
    }
  }

  /// What was looked at last under a name.
  subscript(name: String) -> ObjectID? {
    get { seen[name] }
    set { seen[name] = newValue }
  }

  /// Notes it; where nothing can be written, it is as if nobody had looked.
  func write() {
    let members = seen.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value.description)) }
    let json: JSON = ["format": 1, "looks": .object(members)]
    try? SystemFile.replace(folder + "/looks", with: Array(json.prettyText.utf8), in: folder)
  }
}
