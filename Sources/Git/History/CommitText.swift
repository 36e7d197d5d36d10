/// Reads and writes the bytes of a commit.
enum CommitText {
  /// Reads a commit. Tree and parents must be right; all else is read as well as it can be.
  ///
  /// - Throws: `corrupt` when tree or parents are not well formed.
  static func parse(_ bytes: [UInt8], id: ObjectID) throws(GitError) -> Commit {
    var headers = Headers(bytes)
    func fault(_ what: String) -> GitError {
      GitError(.corrupt, what, operation: "read a version", path: id.description)
    }
    guard let tree = headers.next("tree").flatMap({ ObjectID(String(decoding: $0, as: UTF8.self)) }) else {
      throw fault("it names no tree")
    }
    var parents: [ObjectID] = []
    while let line = headers.next("parent") {
      guard let parent = ObjectID(String(decoding: line, as: UTF8.self)) else {
        throw fault("the name of a parent is not well formed")
      }
      guard parents.count < 64 else { throw fault("it has more than 64 parents") }
      parents.append(parent)
    }
    let rest = headers.rest()
    let encoding = TextEncoding(
      named: rest.fields["encoding"].map { String(decoding: $0, as: UTF8.self) } ?? "")
    return Commit(
      id: id, tree: tree, parents: parents,
      author: Signature(parsing: rest.fields["author"] ?? [], encoding: encoding),
      committer: Signature(parsing: rest.fields["committer"] ?? [], encoding: encoding),
      message: encoding.decode(rest.message))
  }

  /// The bytes of a commit.
  ///
  /// - Throws: `invalid` for a NUL in the message, or the same parent twice.
  static func write(_ commit: NewCommit) throws(GitError) -> [UInt8] {
    guard Set(commit.parents).count == commit.parents.count else {
      throw GitError(.invalid, "a parent is there twice", operation: "make a version")
    }
    var bytes: [UInt8] = Array("tree \(commit.tree)\n".utf8)
    for parent in commit.parents { bytes += "parent \(parent)\n".utf8 }
    bytes += "author ".utf8
    bytes += commit.author.line
    bytes += "\ncommitter ".utf8
    bytes += commit.committer.line
    bytes += "\n\n".utf8
    try appendMessage(commit.message, to: &bytes)
    return bytes
  }

  /// Adds a message with a line end at its end.
  static func appendMessage(_ message: String, to bytes: inout [UInt8]) throws(GitError) {
    guard !message.utf8.contains(0) else {
      throw GitError(.invalid, "the message holds a NUL", operation: "make a version")
    }
    bytes += message.utf8
    if !message.utf8.isEmpty, message.utf8.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }
}

/// A cursor over the header lines of a commit or a tag.
struct Headers {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of the next line if it has the given name.
  mutating func next(_ name: String) -> ArraySlice<UInt8>? {
    let start = Array((name + " ").utf8)
    guard bytes[place...].starts(with: start) else { return nil }
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    defer { place = min(end + 1, bytes.endIndex) }
    return bytes[(place + start.count)..<end]
  }

  /// The remaining fields (the first of each name; continued lines are left out), and what follows the empty line.
  func rest() -> (fields: [String: ArraySlice<UInt8>], message: ArraySlice<UInt8>) {
    var fields: [String: ArraySlice<UInt8>] = [:]
    var start = place
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let line = bytes[start..<end]
      start = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      guard let space = line.firstIndex(of: UInt8(ascii: " ")), space > line.startIndex else { continue }
      let name = String(decoding: line[..<space], as: UTF8.self)
      if fields[name] == nil { fields[name] = line[(space + 1)...] }
    }
    return (fields, bytes[start...])
  }
}
