/// What a folder takes on the disk.
enum FolderSize {
  /// The bytes of all plain files below a folder, links not followed; stops counting once above `limit`.
  static func bytes(of folder: String, upTo limit: Int) -> Int {
    var sum = 0
    var waiting = [folder]
    while let next = waiting.popLast(), sum <= limit {
      for name in FolderListing.names(in: next) {
        guard let status = FileStatus("\(next)/\(name)") else { continue }
        if status.isFolder { waiting.append("\(next)/\(name)") } else { sum += Int(clamping: status.size) }
      }
    }
    return sum
  }
}
