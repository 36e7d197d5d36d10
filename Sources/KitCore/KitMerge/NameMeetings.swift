/// Finds files of a merged kit that would be one file on some computer, and keeps what arrives apart from ours.
enum NameMeetings {
  /// Turns an arriving name that meets another into a question, so that no file overwrites another.
  ///
  /// Names meet that are equal but for capitals and the form of accents, and a file with a folder of its name.
  /// Until it is answered the file keeps the name that our side has for it, or stays out; the other side's answer,
  /// and "both", give it a free name.
  static func settle(_ parts: inout [MergedFile]) {
    var taken: Set<String> = []
    var folders: Set<String> = []
    let ours = parts.indices.filter { parts[$0].hasOurName }
    for index in ours + parts.indices.filter({ !parts[$0].hasOurName }) {
      let key = meetingKey(parts[index].path)
      let above = Self.folders(of: key)
      let meets = taken.contains(key) || folders.contains(key) || above.contains { taken.contains($0) }
      if meets, !parts[index].hasOurName {
        let isBelowFile = above.contains { taken.contains($0) }
        let wish = isBelowFile ? parts[index].path.replacing("/", with: "-") : parts[index].path
        let free = freeName(wish) { (name: String) -> Bool in
          !taken.contains(meetingKey(name)) && !folders.contains(meetingKey(name))
        }
        taken.insert(meetingKey(free))
        parts[index].nameClash = question(parts[index], free)
        continue
      }
      taken.insert(key)
      folders.formUnion(above)
    }
  }

  private static func question(_ file: MergedFile, _ free: String) -> KitClash {
    KitClash(
      path: file.path, address: file.path + "@name", kind: .namesMeet,
      texts: ThreeWay(base: nil, ours: file.ourName.map { Array($0.utf8) }, theirs: Array(free.utf8)),
      suggestion: .theirs)
  }

  /// `cards/apples-2.md` for `cards/apples.md`, or with the first number that is free.
  private static func freeName(_ path: String, isFree: (String) -> Bool) -> String {
    let slash = path.lastIndex(of: "/")
    let stemEnd = path.lastIndex(of: ".").flatMap { dot in dot > slash ?? path.startIndex ? dot : nil }
    let (stem, ending) = (path[..<(stemEnd ?? path.endIndex)], path[(stemEnd ?? path.endIndex)...])
    var number = 2
    while !isFree("\(stem)-\(number)\(ending)") { number += 1 }
    return "\(stem)-\(number)\(ending)"
  }

  /// Equal for names that a file system may take for one; as ``KitPath/meetingKey``, for any path.
  private static func meetingKey(_ path: String) -> String { path.uppercased().lowercased() }

  private static func folders(of key: String) -> [String] {
    key.indices.filter { key[$0] == "/" }.map { String(key[..<$0]) }
  }
}

extension MergedFile {
  /// Whether the file keeps the name that our side has for it.
  fileprivate var hasOurName: Bool { path == ourName }
}
