import Foundation

/// A real merge: three versions and what people made of them.
struct MergeCase {
  let name: String
  let ending: String
  let base: [UInt8]
  let ours: [UInt8]
  let theirs: [UInt8]
  let merged: [UInt8]

  /// Whether git merges it cleanly.
  var isControl: Bool { name.split(separator: "/").last?.hasPrefix("c") == true }
  var path: String { "file." + ending }

  /// The cases in a folder, in the order of their names.
  static func all(in folder: String) -> [MergeCase] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix("/meta.json") }.sorted().compactMap { meta in
      let name = String(meta.dropLast("/meta.json".count))
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)) ?? []
      guard let ending = files.first(where: { $0.hasPrefix("base.") })?.dropFirst("base.".count) else {
        return nil
      }
      func read(_ version: String) -> [UInt8] {
        FileManager.default.contents(atPath: "\(folder)/\(name)/\(version).\(ending)").map { Array($0) } ?? []
      }
      return MergeCase(
        name: name, ending: String(ending), base: read("base"), ours: read("ours"), theirs: read("theirs"),
        merged: read("merged"))
    }
  }

  /// By how many words a result is not exactly the base with both sides' changes.
  func distance(of result: [UInt8]) -> Int {
    let (base, ours, theirs, text) = (
      Self.words(base), Self.words(ours), Self.words(theirs), Self.words(result)
    )
    var off = 0
    for word in Set(base.keys).union(ours.keys).union(theirs.keys).union(text.keys) {
      let old = base[word, default: 0]
      let (mine, other) = (ours[word, default: 0] - old, theirs[word, default: 0] - old)
      let change = text[word, default: 0] - old
      let sum = mine + other
      let one = mine * other > 0 ? (abs(mine) > abs(other) ? mine : other) : sum
      off += max(min(sum, one) - change, 0) + max(change - max(sum, one), 0)
    }
    return off
  }

  /// How often each word and each mark stands in a text.
  private static func words(_ bytes: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { counts[String(word), default: 0] += 1 }
      word.removeAll()
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if isWordPart(scalar) {
        word.append(scalar)
      } else {
        end()
        if !scalar.properties.isWhitespace { counts[String(scalar), default: 0] += 1 }
      }
    }
    end()
    return counts
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }
}
