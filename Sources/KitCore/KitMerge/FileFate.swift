/// What became of one file of the base on each side.
struct FileFate {
  /// Its path in the base; `nil` for a file that only a side has.
  var base: String?
  /// Its path on our side; `nil` where it is not there.
  var ours: String?
  /// Its path on their side; `nil` where it is not there.
  var theirs: String?

  /// The fates of all files of three versions, with renamed files followed, in the order of paths.
  static func all(in kits: ThreeWay<[String: [UInt8]]>) -> [FileFate] {
    let oursMatch = FileMatching(old: kits.base, new: kits.ours)
    let theirsMatch = FileMatching(old: kits.base, new: kits.theirs)
    let oursNames = names(oursMatch)
    let theirsNames = names(theirsMatch)
    var fates = kits.base.keys.map { path in
      FileFate(base: path, ours: oursNames[path], theirs: theirsNames[path])
    }
    let added = Set(oursMatch.added).union(theirsMatch.added)
    for path in added {
      fates.append(
        FileFate(
          ours: oursMatch.added.contains(path) ? path : nil,
          theirs: theirsMatch.added.contains(path) ? path : nil))
    }
    return fates.sorted { $0.order < $1.order }
  }

  private static func names(_ match: FileMatching) -> [String: String] {
    var names = Dictionary(match.kept.map { ($0, $0) }) { first, _ in first }
    for rename in match.renamed { names[rename.old] = rename.new }
    return names
  }

  private var order: String { base ?? ours ?? theirs ?? "" }
}
