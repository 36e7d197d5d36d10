internal import Archive
package import KitCore

/// MANIFEST.json: what a pack was made of, on which terms, and the sum of every file.
package struct Manifest: Sendable {
  /// Where it stands in a pack.
  package static let path = "MANIFEST.json"

  /// The manifest as JSON.
  package let json: JSON

  /// The manifest of these files, which are in the order of their paths.
  init(_ imprint: Imprint, _ files: [PackFile]) {
    let attributions = imprint.attributions.map {
      (entry: (source: String, url: String?, licence: String)) -> JSON in
      .compact([
        ("source", .string(entry.source)), ("url", entry.url.map { .string($0) }),
        ("licence", .string(entry.licence)),
      ])
    }
    let letters: JSON = [
      "source": "Source Sans 3, Adobe; made smaller and renamed Kitbag Sans",
      "url": "https://github.com/adobe-fonts/source-sans",
      "licence": "OFL-1.1",
    ]
    let sums = files.map { (file: PackFile) -> JSON in
      .compact([
        ("path", .string(file.path)),
        ("for", file.audience.map { .string($0.rawValue) }),
        ("bytes", .integer(file.bytes.count)),
        ("sha256", .string(SHA256(of: file.bytes).hex)),
      ])
    }
    json = .compact([
      ("format", 1),
      ("event", .string(imprint.eventID)),
      (
        "kit",
        .compact([
          ("id", .string(imprint.kitID)), ("version", .string(imprint.version)),
          ("name", .string(imprint.kit)),
          ("commit", imprint.commit.map { .string($0) }),
        ])
      ),
      ("private", .boolean(imprint.isPrivate)),
      ("licence", .string(imprint.licence)),
      ("statements", .strings(imprint.statements)),
      ("attributions", .array(attributions + [letters])),
      ("files", .array(sums)),
    ])
  }
}
