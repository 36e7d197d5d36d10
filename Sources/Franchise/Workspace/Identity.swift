package import Git
internal import Glibc
internal import KitCore

/// Who works here: a name and an address that say who a saved version comes from.
package struct Identity: Hashable, Sendable {
  /// The name; may be that of a role.
  package var name: String
  /// The e-mail address; one that leads nowhere where none is known.
  package var email: String

  /// An identity.
  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }

  /// Kitbag itself, for what nobody did on purpose.
  package static let kitbag = Identity(name: "Kitbag", email: "kitbag@kitbag.invalid")

  /// Reads `Name <address>`, or a name alone.
  package init?(parsing text: String) {
    let name = text.prefix { $0 != "<" }
    let rest = text.dropFirst(name.count + 1).prefix { $0 != ">" }
    let trimmed = name.trimmed
    guard !trimmed.isEmpty else { return nil }
    let id = slug(of: trimmed)
    self.init(
      name: trimmed, email: rest.isEmpty ? "\(id.isEmpty ? "nobody" : id)@kitbag.invalid" : String(rest))
  }

  /// The group that a group.yaml describes, in its role; Kitbag itself where there is none.
  init(ofGroup bytes: [UInt8]?) {
    guard let bytes, let root = (try? YAMLDocument.read(bytes))?.root else {
      self = .kitbag
      return
    }
    guard let name = root["identity"]?["name"]?.text ?? root["name"]?.text, !name.isEmpty else {
      self = .kitbag
      return
    }
    let id = root["id"]?.text.flatMap { KitID(rawValue: $0) }?.rawValue ?? "group"
    self.init(name: name, email: "\(id)@kitbag.invalid")
  }

  /// The signature at the clock's present moment.
  package func signature(_ clock: Clock) -> Signature { Signature(name: name, email: email, clock: clock) }

  /// What the person's own git settings say, read as text: nothing is run and no other file is included.
  ///
  /// - Parameters:
  ///   - home: The person's home folder, if there is one.
  ///   - settingsHome: Where the system keeps settings (`XDG_CONFIG_HOME`), if it is told.
  ///   - repository: The kit's own settings, which come first.
  package static func ofPerson(home: String?, settingsHome: String?, repository: Settings) -> Identity? {
    var name = repository["user.name"]
    var email = repository["user.email"]
    let folder = settingsHome ?? home.map { $0 + "/.config" }
    for path in [home.map { $0 + "/.gitconfig" }, folder.map { $0 + "/git/config" }].compactMap({ $0 }) {
      guard let bytes = SystemFile.read(path, limit: 1 << 20, followingLinks: true),
        let settings = try? Settings(parsing: bytes)
      else { continue }
      name = name ?? settings["user.name"]
      email = email ?? settings["user.email"]
    }
    guard let name, !name.isEmpty else { return nil }
    return Identity(name: name, email: email ?? "nobody@kitbag.invalid")
  }
}
