/// What a YAML file may hold, and how much of it.
package struct YAMLOptions: Hashable, Sendable {
  /// Whether `&name` and `*name` may stand in the file. They are never followed, so they cost nothing.
  package var allowsAliases: Bool

  /// Whether `!tag` may stand before a value.
  package var allowsTags: Bool

  /// Whether a key may be something other than one piece of text.
  package var allowsOtherKeys: Bool

  /// The longest file, in bytes.
  package var maximumBytes = 4 * 1_048_576

  /// How deep lists and mappings may be nested.
  package var maximumDepth = 64

  /// How many keys, values, lists and mappings there may be.
  package var maximumNodes = 500_000

  /// What Kitbag's own files may hold: plain data, with nothing that one reader takes otherwise than another.
  package static let kit = YAMLOptions(allowsAliases: false, allowsTags: false, allowsOtherKeys: false)

  /// What may be read of files that Kitbag merges without owning their format.
  ///
  /// Several documents, directives (`%YAML`) and keys that stand twice are refused here too: whoever merges such
  /// a file does so by lines.
  package static let any = YAMLOptions(allowsAliases: true, allowsTags: true, allowsOtherKeys: true)
}
