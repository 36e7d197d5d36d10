/// The full name of a ref, well formed: `refs/heads/main`.
///
/// Nothing that a person or a repository says reaches git as a revision: only an `ObjectID` or a `RefName` does.
package struct RefName: Hashable, Sendable {
  /// The whole name, which starts with `refs/`, in printable ASCII or other UTF-8 without control characters.
  package let text: String

  /// The checked name.
  ///
  /// The rules are those of `git check-ref-format`, a bit narrower: it starts with `refs/` and has a third part,
  /// is at most 200 bytes long, and no part starts with `-`.
  /// - Throws: `invalid` with the name.
  package init(_ text: String) throws(GitError) {
    guard Self.isWellFormed(text) else {
      throw GitError(.invalid, "\"\(text)\" is not the name of a ref", operation: "name a ref")
    }
    self.text = text
  }

  private init(known text: String) { self.text = text }

  /// `refs/heads/main`: the group's kit.
  package static let main = RefName(known: "refs/heads/main")

  /// `refs/heads/<name>`.
  ///
  /// - Throws: `invalid`.
  package static func branch(_ name: String) throws(GitError) -> RefName { try RefName("refs/heads/" + name) }

  /// `refs/tags/<name>`.
  ///
  /// - Throws: `invalid`.
  package static func tag(_ name: String) throws(GitError) -> RefName { try RefName("refs/tags/" + name) }

  /// `refs/kitbag/<name>`: what Kitbag keeps for itself.
  ///
  /// - Throws: `invalid`.
  package static func kitbag(_ name: String) throws(GitError) -> RefName {
    try RefName("refs/kitbag/" + name)
  }

  /// The part after `refs/heads/`, `refs/tags/` or the like: `main`.
  package var shortText: Substring {
    text.split(separator: "/", maxSplits: 2).last ?? Substring(text)
  }

  private static func isWellFormed(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count <= 200, text.hasPrefix("refs/"), bytes.last != UInt8(ascii: "."),
      !text.contains(".."), !text.contains("@{")
    else { return false }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return false }
    for part in parts {
      guard let first = part.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else {
        return false
      }
      guard !part.elementsEqual("@".utf8), !Substring(part).hasSuffix(".lock") else { return false }
    }
    return bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) }
  }

  private static let forbidden: [UInt8] = Array("~^:?*[\\".utf8)
}

extension RefName: CustomStringConvertible {
  /// The whole name.
  package var description: String { text }
}

extension RefName: Comparable {
  /// Order by bytes.
  package static func < (left: RefName, right: RefName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
