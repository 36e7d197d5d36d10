extension Kit {
  /// Whether the kit asks groups to keep the part as it is: a fixed block, or a part of one that is more than layout,
  /// or what its policy fixes.
  package func fixes(_ address: Address) -> Bool {
    for entry in identity.policy where entry.status == .fixed {
      guard let fixed = entry.address else { continue }
      if fixed.contains(address) { return true }
      if let folder = ResourceID(rawValue: fixed.name), fixed.kind == .resource, address.kind == .resource,
        ResourceID(rawValue: address.name)?.isInside(folder) == true
      {
        return true
      }
    }
    guard address.kind == .plan, let id = address.id, let inside = address.inside.first else { return false }
    guard let block = plan(id)?.blocks.first(where: { $0.id.rawValue == inside }), block.status == .fixed
    else {
      return false
    }
    return address.field.first.map { !FixedPartCheck.free.contains($0) } ?? true
  }
}
