/// One step from a version of the format to the next, without loss.
///
/// There are none yet, for the first version is the only one. A step gives the files as the next version
/// wants them and touches no byte that it need not; unknown keys and comments stay.
package struct FormatMigration: Sendable {
  /// The version that it reads; it writes the next one.
  package let from: Int
  /// What changes, in a sentence for people.
  package let summary: String
  /// Gives the files of the next version.
  package let apply: @Sendable (KitFiles) -> KitFiles

  /// Makes a step.
  package init(from: Int, summary: String, apply: @escaping @Sendable (KitFiles) -> KitFiles) {
    self.from = from
    self.summary = summary
    self.apply = apply
  }

  /// All steps, oldest first.
  package static let all: [FormatMigration] = []

  /// The steps from `version` to this program's format, in order; `nil` where one is missing.
  package static func way(from version: Int, among steps: [FormatMigration] = all) -> [FormatMigration]? {
    guard version < formatVersion else { return version == formatVersion ? [] : nil }
    var way: [FormatMigration] = []
    for number in version..<formatVersion {
      guard let step = steps.first(where: { $0.from == number }) else { return nil }
      way.append(step)
    }
    return way
  }
}
