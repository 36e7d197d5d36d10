/// Some of the changes that one version of a kit has against another: whole files, or parts of files.
package struct KitChoice: Sendable {
  /// Why something that was chosen cannot be taken.
  package enum Problem: Error, Hashable, Sendable {
    /// Neither version has it; what was probably meant.
    case unknown(String, nearest: String?)
    /// Both versions have the same there.
    case unchanged(String)
    /// The part makes no sense without the rest of its file.
    case notAlone(String, file: String)
  }

  /// What was chosen: addresses as people type them, or paths of files that have none.
  package let names: [String]

  /// A choice.
  package init(_ names: [String]) { self.names = names }

  /// The older version, changed only in what was chosen.
  ///
  /// A renamed file is taken under its new name where it is chosen as a whole; of a part of it only that part is taken.
  /// - Parameters:
  ///   - newer: The version that has the changes.
  ///   - older: The version that they are changes of.
  /// - Throws: ``Problem`` for the first name that cannot be taken.
  package func taken(
    from newer: [String: [UInt8]], over older: [String: [UInt8]]
  ) throws(Problem) -> [String: [UInt8]] {
    let files = FileMatching(old: older, new: newer)
    let oldNames = Dictionary(files.renamed.map { ($0.new, $0.old) }) { first, _ in first }
    var result = older
    for name in names {
      let before = result
      if let address = try? Address(parsing: name), !address.inside.isEmpty || !address.field.isEmpty {
        try take(address, name, newer, &result, oldNames)
      } else {
        try take(wholeFile: name, newer, &result, oldNames)
      }
      // Chosen twice, or inside something that was chosen, too: then it was taken already.
      if before == result, !isTaken(name, newer, result, older, oldNames) { throw .unchanged(name) }
    }
    return result
  }

  /// The addresses of everything that can be chosen: files first, then their parts.
  package static func names(in newer: [String: [UInt8]], _ older: [String: [UInt8]]) -> [String] {
    var names: [String] = []
    var parts: [String] = []
    for path in Set(newer.keys).union(older.keys).sorted() where newer[path] != older[path] {
      let file = name(of: path)
      names.append(file)
      guard let address = try? Address(parsing: file) else { continue }
      for bytes in [newer[path], older[path]].compactMap({ $0 }) {
        for part in PartTransfer(path: path).parts(of: bytes) {
          let full = part.field.reduce(part.inside.reduce(address) { $0.part($1) }) { $0.field($1) }
          parts.append(full.description)
        }
      }
    }
    var seen: Set<String> = []
    return (names + parts).filter { seen.insert($0).inserted }
  }

  /// What people call a file: its address, or its path where it has none.
  package static func name(of path: String) -> String {
    guard let checked = try? KitPath(path), let layout = KitLayout(checked) else { return path }
    return layout.address.description
  }

  private func take(
    wholeFile name: String, _ newer: [String: [UInt8]], _ result: inout [String: [UInt8]],
    _ oldNames: [String: String]
  ) throws(Problem) {
    var paths = Set(newer.keys).union(result.keys).filter { $0 == name || Self.name(of: $0) == name }
    if paths.isEmpty, name.hasPrefix("resource:") {
      // A folder of resources stands for all in it.
      paths = Set(newer.keys).union(result.keys).filter { Self.name(of: $0).hasPrefix(name + "/") }
    }
    guard !paths.isEmpty else {
      throw .unknown(name, nearest: NearestMatch.of(name, among: Self.names(in: newer, result)))
    }
    for path in paths {
      result[path] = newer[path]
      if let old = oldNames[path] { result[old] = nil }
      // The old name of a file that has another one now stands for both.
      for (new, old) in oldNames where old == path { result[new] = newer[new] }
    }
  }

  private func take(
    _ address: Address, _ name: String, _ newer: [String: [UInt8]], _ result: inout [String: [UInt8]],
    _ oldNames: [String: String]
  ) throws(Problem) {
    let file = address.file.description
    let paths = Set(newer.keys).union(result.keys).filter { Self.name(of: $0) == file }.sorted()
    guard !paths.isEmpty else {
      throw .unknown(name, nearest: NearestMatch.of(name, among: Self.names(in: newer, result)))
    }
    var isKnown = false
    for path in paths {
      guard let source = newer[path] else { continue }
      let target = result[path] != nil ? path : oldNames[path] ?? path
      guard let old = result[target] else { throw .notAlone(name, file: file) }
      do throws(PartTransfer.Problem) {
        result[target] = try Self.transfer(address, path, from: source, into: old)
        isKnown = true
      } catch {
        if error == .notAlone { throw .notAlone(name, file: file) }
      }
    }
    guard isKnown else {
      throw .unknown(name, nearest: NearestMatch.of(name, among: Self.names(in: newer, result)))
    }
  }

  /// Takes the part, or where that cannot stand alone the nearest part around it that can.
  private static func transfer(
    _ address: Address, _ path: String, from source: [UInt8], into target: [UInt8]
  ) throws(PartTransfer.Problem) -> [UInt8] {
    let transfer = PartTransfer(path: path)
    var (inside, field) = (address.inside, address.field)
    // Places in lists are counted, and counting differs between versions: the list is taken as a whole.
    if let number = field.firstIndex(where: { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), number > 0
    {
      field = Array(field[..<number])
    }
    while true {
      do throws(PartTransfer.Problem) {
        return try transfer.taking(inside, field, from: source, into: target)
      } catch {
        guard error == .notAlone else { throw error }
        if field.count > 1 {
          field.removeLast()
        } else if !field.isEmpty, !inside.isEmpty {
          field = []
        } else if inside.count > 1 {
          inside.removeLast()
        } else {
          throw error
        }
      }
    }
  }

  /// Whether a name that brought nothing new had been taken with an earlier one.
  private func isTaken(
    _ name: String, _ newer: [String: [UInt8]], _ result: [String: [UInt8]], _ older: [String: [UInt8]],
    _ oldNames: [String: String]
  ) -> Bool {
    guard result != older, let alone = try? KitChoice([name]).taken(from: newer, over: older) else {
      return false
    }
    return alone != older
  }
}
