/// An annotated tag: a name with a message, given by somebody at some time.
package struct Tag: Hashable, Sendable {
  /// Its own name as an object.
  package let id: ObjectID
  /// The name that it gives, without `refs/tags/`.
  package let name: String
  /// What it stands for.
  package let target: ObjectID
  /// What sort of object that is.
  package let targetKind: ObjectKind
  /// Who gave it; old tags have none.
  package let tagger: Signature?
  /// The message. Make it safe before it is shown.
  package let message: String
}

/// An annotated tag that is to be made.
package struct NewTag: Hashable, Sendable {
  /// The name that it gives, without `refs/tags/`.
  package var name: String
  /// What it stands for, and what sort of object that is.
  package var target: ObjectID, kind: ObjectKind
  /// Who gives it, and when.
  package var tagger: Signature
  /// The message; a final line end is added if there is none.
  package var message: String

  /// A tag to be made.
  package init(name: String, target: ObjectID, kind: ObjectKind, tagger: Signature, message: String) {
    self.name = name
    (self.target, self.kind) = (target, kind)
    self.tagger = tagger
    self.message = message
  }

  func bytes() throws(GitError) -> [UInt8] {
    var bytes = Array("object \(target)\ntype \(kind.rawValue)\ntag \(name)\ntagger ".utf8)
    bytes += tagger.line
    bytes += "\n\n".utf8
    try CommitText.appendMessage(message, to: &bytes)
    return bytes
  }
}

extension ObjectBatch {
  /// Adds an annotated tag; what it stands for must be stored, or come with it.
  ///
  /// - Throws: `invalid` for a bad name or message; `tooLarge`.
  package mutating func add(tag: NewTag) throws(GitError) -> ObjectID {
    _ = try RefName.tag(tag.name)
    return try add(tag.bytes(), as: .tag)
  }

  /// The tag of this name with its text, if it is one of the batch.
  ///
  /// - Throws: `corrupt`.
  package func tag(_ id: ObjectID) throws(GitError) -> (tag: Tag, bytes: [UInt8])? {
    guard contains(id), let item = items.first(where: { $0.id == id }), item.kind == .tag else { return nil }
    return (try Tag(parsing: item.bytes, id: id), item.bytes)
  }
}

extension Tag {
  /// Reads the bytes of a tag.
  ///
  /// - Throws: `corrupt` when its target is not well formed.
  init(parsing bytes: [UInt8], id: ObjectID) throws(GitError) {
    var headers = Headers(bytes)
    let object = headers.next("object").flatMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
    let kind = headers.next("type").flatMap { ObjectKind(rawValue: String(decoding: $0, as: UTF8.self)) }
    guard let object, let kind else {
      throw GitError(.corrupt, "it names no object", operation: "read a tag", path: id.description)
    }
    let (fields, message) = headers.rest()
    self.init(
      id: id, name: String(decoding: fields["tag"] ?? [], as: UTF8.self), target: object, targetKind: kind,
      tagger: fields["tagger"].map { Signature(parsing: $0, encoding: .utf8) },
      message: String(decoding: message, as: UTF8.self))
  }
}

extension Repository {
  /// An annotated tag.
  ///
  /// - Throws: `notFound`; `invalid` when the id names something else; `corrupt`.
  package func tag(_ id: ObjectID) throws(GitError) -> Tag {
    try Tag(parsing: try read(id, as: .tag, limit: 1 << 20), id: id)
  }

  /// The version that an id stands for, through any tags.
  ///
  /// - Throws: `invalid` when there is none behind it, or more than 8 tags in a row.
  package func version(behind id: ObjectID) throws(GitError) -> ObjectID {
    var id = id
    for _ in 0...8 {
      switch try header(of: id).kind {
      case .commit: return id
      case .tag: id = try tag(id).target
      case .blob, .tree:
        throw GitError(.invalid, "it is not a version", operation: "read a tag", path: id.description)
      }
    }
    throw GitError(.invalid, "tags are nested too deep", operation: "read a tag", path: id.description)
  }

  /// Gives `target` the name `refs/tags/<name>`; annotated when there is a tagger, else the ref alone.
  ///
  /// - Returns: what the ref names.
  /// - Throws: `exists` when the name is given already, even to the same; `invalid` for a bad name or message.
  @discardableResult
  package func createTag(
    _ name: String, of target: ObjectID, tagger: Signature? = nil, message: String = ""
  ) throws(GitError) -> ObjectID {
    let ref = try RefName.tag(name)
    let kind = try header(of: target).kind
    var named = target
    if let tagger {
      let tag = NewTag(name: name, target: target, kind: kind, tagger: tagger, message: message)
      named = try write(try tag.bytes(), as: .tag)
    }
    do throws(GitError) {
      try move(ref, from: nil, to: named)
    } catch {
      guard error.kind == .stale else { throw error }
      throw GitError(.exists, "the name is given already", operation: "make a tag", path: ref.text)
    }
    return named
  }

  /// Every tag: its name without `refs/tags/`, and what its ref names, in order of name.
  ///
  /// - Throws: `corrupt`, `tooLarge`.
  package func tags() throws(GitError) -> [(name: String, target: ObjectID)] {
    try refs(under: "refs/tags/").map { (String($0.name.shortText), $0.target) }
  }
}
