internal import Git
internal import KitCore

/// Writing group.yaml, and what in a kit belongs to one group alone.
enum GroupFile {
  /// A new group.yaml.
  ///
  /// - Throws: ``FranchiseError/unreadableFile(_:reason:)`` where a value cannot be written.
  static func write(
    id: String, _ request: ForkRequest, kit: Kit, parameters: [(name: String, value: YAMLValue)]
  ) throws -> [UInt8] {
    var fields = [
      YAMLField("kit", .text(kit.identity.id?.rawValue ?? "")),
      YAMLField("address", .text(request.master.text)),
    ]
    fields.append(YAMLField("version", .plain(kit.identity.version)))
    do {
      var document = try YAMLDocument.read(Array("id: \(id)\n".utf8))
      document = try document.setting(.text(request.group), at: ["name"])
      document = try document.setting(.text(request.area ?? request.group), at: ["area"])
      document = try document.setting(.mapping(fields), at: ["master"])
      if !parameters.isEmpty {
        let values = parameters.map { YAMLField($0.name, $0.value) }
        document = try document.setting(.mapping(values), at: ["parameters"])
      }
      return document.bytes
    } catch let fault as YAMLEditFault {
      throw FranchiseError.unreadableFile("group.yaml", reason: fault.message)
    }
  }

  /// The values that a group.yaml gives to parameters; none where it cannot be read.
  static func parameters(in bytes: [UInt8]?) -> [String: String] {
    let entries = bytes.flatMap { try? YAMLDocument.read($0).root }?["parameters"]?.mapping?.entries ?? []
    return Dictionary(
      entries.compactMap { entry in
        guard let name = entry.key.text, let text = entry.value.text, !text.isEmpty else { return nil }
        return (name, text)
      }
    ) { first, _ in first }
  }

  /// Whether a file belongs to one group alone, so that a fork of that group's kit begins without it.
  static func isLocal(_ path: String) -> Bool {
    ["group.yaml", "customisations.yaml", "network.yaml"].contains(path) || path.hasPrefix("events/")
      || path.hasPrefix("debriefs/")
  }

  /// Whether a part belongs to one group alone.
  static func isLocal(_ name: PartName) -> Bool {
    switch name {
    case .part(let address): [.group, .customisations, .network, .event, .debrief].contains(address.kind)
    case .file(let path): isLocal(path)
    }
  }

  /// The parts that a group fills by itself, as addresses in the kit's order.
  static func localParts(of kit: Kit) -> [String] {
    let policy = kit.identity.policy.filter { $0.status == .local }.map(\.part)
    let blocks = kit.plans.flatMap { (plan: Plan) -> [String] in
      plan.blocks.filter { $0.status == .local }.map { "\(plan.address)#\($0.id)" }
    }
    return policy + blocks.filter { !policy.contains($0) }
  }
}
