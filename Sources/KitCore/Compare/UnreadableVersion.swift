/// Why a version of a file is compared by its lines only.
struct UnreadableVersion: Error {
  /// What a person is told.
  let sentence: String

  /// The data of one version.
  ///
  /// - Throws: ``UnreadableVersion`` where it is no YAML, or holds no fields at all.
  static func value(of bytes: [UInt8], called name: String) throws(UnreadableVersion) -> YAMLValue {
    let value: YAMLValue
    do throws(YAMLFault) {
      value = try YAMLDocument.read(bytes, options: .any).root.value
    } catch {
      throw UnreadableVersion("the \(name) version cannot be read (\(error.brief))")
    }
    switch value {
    case .mapping, .sequence, .marked: return value
    case .literal(""): return .mapping([])
    default:
      throw UnreadableVersion("the \(name) version is not made of fields such as “title: …”")
    }
  }

  /// - Throws: ``UnreadableVersion`` where only one of two versions has a list of blocks, and the other something in its place.
  static func check(_ before: YAMLValue, _ after: YAMLValue) throws(UnreadableVersion) {
    for (one, other, name) in [(before, after, "new"), (after, before, "old")]
    where one.isPlan && !other.isPlan {
      if let odd = other["blocks"], odd != .nothing {
        throw UnreadableVersion("“blocks” of the \(name) version is no list")
      }
    }
  }

  private init(_ sentence: String) { self.sentence = sentence }
}

extension YAMLValue {
  /// Whether it holds a list of blocks, as a plan does.
  var isPlan: Bool { if case .sequence? = self["blocks"] { true } else { false } }
}

extension YAMLFault {
  /// The line and what is wrong there, as it stands in brackets.
  var brief: String {
    "line \(place.line): " + (message.hasSuffix(".") ? String(message.dropLast()) : message)
  }
}
