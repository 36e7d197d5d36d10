extension ClashQuestion {
  /// The question for programs: `{address, path, title, kind, summary, base, ours, theirs, choices, suggestion?}`.
  ///
  /// A version that is not there has no member. One that is no UTF-8 text stands as `oursBase64` and so on.
  package var json: JSON {
    var members: [(String, JSON?)] = [
      ("address", .string(address)), ("path", .string(path)), ("title", .string(title)),
      ("kind", .string(kindName)), ("summary", .string(summary)),
    ]
    for (name, bytes) in [("base", texts.base), ("ours", texts.ours), ("theirs", texts.theirs)] {
      if let bytes { members.append(JSON.content(name, bytes)) }
    }
    members.append(("choices", .strings(["ours", "theirs"] + (allowsBoth ? ["both"] : []) + ["words"])))
    members.append(("suggestion", suggestion.map { .string($0.word) }))
    return .compact(members)
  }

  /// The kind as programs know it, such as `twoValues` or `fileAddedTwice`.
  package var kindName: String {
    switch kind {
    case .inside(let kind): kind.rawValue
    case .fileRemovedAndEdited: "fileRemovedAndEdited"
    case .fileAddedTwice: "fileAddedTwice"
    case .fileRenamedTwice: "fileRenamedTwice"
    case .namesMeet: "namesMeet"
    }
  }
}

extension ClashAnswer {
  /// The answer as programs know it: `ours`, `theirs`, `both` or `words`.
  fileprivate var word: String {
    switch self {
    case .ours: "ours"
    case .theirs: "theirs"
    case .both: "both"
    case .words: "words"
    }
  }
}

extension JSON {
  /// A member for bytes: as text under its name, or in letters under the name with `Base64`.
  package static func content(_ name: String, _ bytes: [UInt8]) -> (String, JSON?) {
    if let text = String(validating: bytes, as: UTF8.self) { return (name, .string(text)) }
    return (name + "Base64", .string(Base64.text(of: bytes)))
  }
}
