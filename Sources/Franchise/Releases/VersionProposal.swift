internal import KitCore

/// Which number a release should have, by what changed.
///
/// Groups read the first number as “decide anew”, the second as “something more”, the third as “better words”. The
/// page “Releases” says why.
package struct VersionProposal: Hashable, Sendable {
  /// How much a change asks of groups.
  package enum Weight: Int, Comparable, Hashable, Sendable {
    /// Wording.
    case words
    /// Something is new, or runs otherwise.
    case more
    /// Something that groups build on is gone or fixed otherwise.
    case anew

    /// Whether the left weight asks for less.
    package static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  /// The version without `v`.
  package let version: String
  /// How much the heaviest change asks of groups; `nil` for the first release.
  package let weight: Weight?
  /// The sentence of the change that decides; `nil` for the first release.
  package let because: String?

  /// Weighs the changes since the last release.
  ///
  /// - Parameters:
  ///   - changes: What changed since, with nothing that is a group's alone.
  ///   - last: The last release; `nil` for none.
  ///   - written: The version that kit.yaml has now, which counts where it is higher.
  ///   - kits: The kit then and now, for what it fixes.
  init(_ changes: [Change], since last: KitVersion?, written: KitVersion?, _ kits: [Kit]) {
    guard let last else {
      self.init(version: written?.text ?? "0.1.0", weight: nil, because: nil)
      return
    }
    var heaviest = Weight.words
    var because = changes.first?.sentence
    for change in changes {
      let weight = Self.weight(of: change, kits)
      if weight > heaviest { (heaviest, because) = (weight, change.sentence) }
    }
    let next = last.next(heaviest)
    let wins = written.map { $0 > next } ?? false
    self.init(version: wins ? written?.text ?? next.text : next.text, weight: heaviest, because: because)
  }

  private init(version: String, weight: Weight?, because: String?) {
    (self.version, self.weight, self.because) = (version, weight, because)
  }

  private static func weight(of change: Change, _ kits: [Kit]) -> Weight {
    let address = PartName(change).address
    if let address, kits.contains(where: { $0.fixes(address) }) { return .anew }
    switch change.kind {
    case .removed, .renamed:
      // What groups refer to by its name: files, blocks, parameters, roles.
      let isNamed = change.wholeFile != nil || address?.kind == .plan && address?.field.isEmpty == true
      if isNamed && change.what.hasPrefix("was “") { return .words }
      if isNamed || address?.kind == .kit && ["parameters", "roles"].contains(address?.field.first ?? "") {
        return .anew
      }
      return change.kind == .renamed ? .words : .more
    case .reworded: return .words
    case .added, .changed, .moved, .retimed: return .more
    }
  }
}

extension KitVersion {
  /// The version after this one for changes of a weight. Before 1.0.0 the second number counts as the first, and the
  /// third as the second. After a trial comes what it was a trial of.
  func next(_ weight: VersionProposal.Weight) -> KitVersion {
    let core = text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".").compactMap { Int($0) }
    guard core.count == 3 else { return self }
    if isTrial { return KitVersion("\(core[0]).\(core[1]).\(core[2])") ?? self }
    let numbers =
      switch (weight, core[0] == 0) {
      case (.anew, false): [core[0] + 1, 0, 0]
      case (.more, false), (.anew, true): [core[0], core[1] + 1, 0]
      case (.words, _), (.more, true): [core[0], core[1], core[2] + 1]
      }
    return KitVersion(numbers.map(String.init).joined(separator: ".")) ?? self
  }
}
