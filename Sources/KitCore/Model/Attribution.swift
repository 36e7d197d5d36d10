/// Where a part comes from and on which terms.
package struct Attribution: Sendable {
  /// The record in the file.
  package let record: Record
  /// What was used, and whose it is.
  package let source: String
  /// Where it is found on the web.
  package let url: String?
  /// Its SPDX licence, or `none stated`: then it may be linked only.
  package let licence: String
  /// What was changed.
  package let changes: String?
  /// A sentence that the licence demands word for word.
  package let statement: String?

  /// Reads an attribution; what is missing is empty.
  package init(_ record: Record) {
    self.record = record
    source = record.text("source") ?? ""
    url = record.text("url")
    licence = record.text("licence") ?? ""
    changes = record.text("changes")
    statement = record.text("statement")
  }

  /// The licence that stands where a source states none.
  package static let noneStated = "none stated"

  /// What an attribution looks like in a file.
  package static let shape = ObjectShape(
    "attribution", title: "Attribution", "Where something comes from and on which terms it may be used.",
    [
      .required("source", .text, "What was used, and whose it is"),
      .optional("url", .url, "Where it is found on the web"),
      .required(
        "licence", .pattern(.sourceLicence, example: "CC-BY-4.0"),
        "The SPDX id of its licence, or “none stated”: then it may be linked, not copied"),
      .optional("changes", .text, "What was changed"),
      .optional("statement", .text, "A sentence that the licence demands word for word"),
    ])
}
