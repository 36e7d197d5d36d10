import EventPack

/// Looks where the links and pictures of pages lead, by reading the pages as text.
struct PageLinks {
  private(set) var faults: [String] = []

  init(_ files: [PackFile]) {
    let paths = Set(files.map(\.path))
    var ids: [String: Set<String>] = [:]
    for file in files where file.path.hasSuffix(".html") {
      let all = PageLinks.values(of: " id=\"", in: file.bytes)
      ids[file.path] = Set(all)
      if Set(all).count != all.count { faults.append("an id stands twice in \(file.path)") }
    }
    for file in files where file.path.hasSuffix(".html") {
      let targets =
        PageLinks.values(of: " href=\"", in: file.bytes) + PageLinks.values(of: " src=\"", in: file.bytes)
      for target in targets where !target.contains(":") {
        let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        var names = file.path.split(separator: "/").dropLast().map(String.init)
        for name in parts[0].split(separator: "/") {
          if name == ".." { _ = names.popLast() } else { names.append(String(name)) }
        }
        let path = parts[0].isEmpty ? file.path : names.joined(separator: "/")
        if !paths.contains(path) { faults.append("\(file.path) leads to \(target)") }
        if parts.count > 1, ids[path]?.contains(parts[1]) != true {
          faults.append("\(file.path) leads to \(target)")
        }
      }
    }
  }

  /// What stands between a mark and the next quotation mark, everywhere.
  private static func values(of mark: String, in bytes: [UInt8]) -> [String] {
    let mark = Array(mark.utf8)
    var values: [String] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: mark[0]) {
      index = start + 1
      guard bytes[start...].starts(with: mark) else { continue }
      let first = start + mark.count
      let end = bytes[first...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      values.append(String(decoding: bytes[first..<end], as: UTF8.self))
      index = end
    }
    return values
  }
}
