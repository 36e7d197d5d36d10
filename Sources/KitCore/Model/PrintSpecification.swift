/// How a resource is printed.
package struct PrintSpecification: Sendable, Hashable {
  /// A size of paper.
  package enum Size: String, Sendable, Hashable, CaseIterable {
    case a3 = "A3"
    case a4 = "A4"
    case a5 = "A5"
    case a6 = "A6"
  }

  /// The size of the paper.
  package let size: Size
  /// How many go on one sheet.
  package let perSheet: Int
  /// Whether it needs colour.
  package let isColour: Bool
  /// Printed sides of a sheet, 1 or 2.
  package let sides: Int

  /// Reads how something is printed; A4, one on a sheet, black, one side where nothing is said.
  package init(_ record: Record) {
    size = record.choice("size") ?? .a4
    perSheet = record.integer("per sheet") ?? 1
    isColour = record.boolean("colour") ?? false
    sides = record.integer("sides") ?? 1
  }

  /// What it looks like in a file.
  package static let shape = ObjectShape(
    "print", title: "Print", "How it is printed.",
    [
      .optional("size", .choice(of: Size.self), "The size of the paper", default: "A4"),
      .optional("per sheet", .integer(1...64), "How many go on one sheet", default: "1"),
      .optional("colour", .boolean, "Whether it needs colour", default: "no"),
      .optional("sides", .integer(1...2), "Printed sides of a sheet", default: "1"),
    ])
}
