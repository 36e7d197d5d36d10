extension TextPattern.CharacterClass {
  /// `0` to `9`.
  package static let digit = TextPattern.CharacterClass("0-9", ["0"..."9"])
  /// What ids are made of.
  package static let slug = TextPattern.CharacterClass("a-z0-9-", ["a"..."z", "0"..."9", "-"..."-"])
  /// `a` to `z`.
  package static let lowercase = TextPattern.CharacterClass("a-z", ["a"..."z"])
  /// Letters and digits.
  package static let alphanumeric = TextPattern.CharacterClass(
    "A-Za-z0-9", ["A"..."Z", "a"..."z", "0"..."9"])
  /// Letters, digits, dot and hyphen.
  package static let dotted = TextPattern.CharacterClass(
    "A-Za-z0-9.-", ["A"..."Z", "a"..."z", "0"..."9", "."...".", "-"..."-"])
  /// Letters, digits, plus, underscore and hyphen.
  package static let zone = TextPattern.CharacterClass(
    "A-Za-z0-9_+-", ["A"..."Z", "a"..."z", "0"..."9", "_"..."_", "+"..."+", "-"..."-"])
  /// What names of parameters are made of.
  package static let word = TextPattern.CharacterClass(
    "A-Za-z0-9_-", ["A"..."Z", "a"..."z", "0"..."9", "_"..."_", "-"..."-"])
  /// Everything but white space.
  package static let visible = TextPattern.CharacterClass(
    "^ \\t\\r\\n", [" "..." ", "\t"..."\t", "\r"..."\r", "\n"..."\n"], isNegated: true)
  /// Everything but white space, `#` and `/`.
  package static let anchor = TextPattern.CharacterClass(
    "^ \\t\\r\\n#/.", [" "..." ", "\t"..."\t", "\r"..."\r", "\n"..."\n", "#"..."#", "/"..."/", "."..."."],
    isNegated: true)
}

extension TextPattern {
  private static func digits(_ count: ClosedRange<Int>) -> TextPattern { .characters(.digit, count) }

  private static let upTo31: TextPattern = .either([
    .sequence([.exactly("0"), .characters(CharacterClass("1-9", ["1"..."9"]), 1...1)]),
    .sequence([.characters(CharacterClass("12", ["1"..."2"]), 1...1), .characters(.digit, 1...1)]),
    .sequence([.exactly("3"), .characters(CharacterClass("01", ["0"..."1"]), 1...1)]),
  ])

  /// An id: 1 to 64 of `a`–`z`, `0`–`9` and `-`.
  package static let id: TextPattern = .characters(.slug, 1...64)

  /// The name of a commit in git: 40 or more hexadecimal digits.
  package static let commit: TextPattern = .characters(
    CharacterClass("0-9a-f", ["0"..."9", "a"..."f"]), 40...64)

  /// A resource's id: ids with slashes between them.
  package static let resourceID: TextPattern = .sequence([
    id, .repeated(.sequence([.exactly("/"), id]), 0...15),
  ])

  /// A guide, or one of its sections: `facilitating#card-walk`.
  package static let guideReference: TextPattern = .sequence([
    id, .optional(.sequence([.exactly("#"), .characters(.anchor, 1...128)])),
  ])

  /// A semantic version, `1.2.0` or `2.0.0-beta.1`.
  package static let version: TextPattern = {
    let number: TextPattern = .either([
      .exactly("0"),
      .sequence([.characters(CharacterClass("1-9", ["1"..."9"]), 1...1), .characters(.digit, 0...8)]),
    ])
    let tail: TextPattern = .characters(.dotted, 1...64)
    return .sequence([
      number, .exactly("."), number, .exactly("."), number,
      .optional(.sequence([.exactly("-"), tail])), .optional(.sequence([.exactly("+"), tail])),
    ])
  }()

  /// An SPDX identifier of a licence, `CC-BY-4.0`.
  package static let licence: TextPattern = .sequence([
    .characters(.alphanumeric, 1...1), .characters(.dotted, 1...62), .optional(.exactly("+")),
  ])

  /// The licence of a source: an SPDX identifier, or `none stated`.
  package static let sourceLicence: TextPattern = .either([.exactly("none stated"), licence])

  /// A language as BCP 47 writes it, `en` or `en-GB`.
  package static let language: TextPattern = .sequence([
    .characters(.lowercase, 2...3),
    .repeated(.sequence([.exactly("-"), .characters(.alphanumeric, 1...8)]), 0...8),
  ])

  /// A day, `2026-03-12`.
  package static let date: TextPattern = .sequence([
    digits(4...4), .exactly("-"),
    .either([
      .sequence([.exactly("0"), .characters(CharacterClass("1-9", ["1"..."9"]), 1...1)]),
      .sequence([.exactly("1"), .characters(CharacterClass("0-2", ["0"..."2"]), 1...1)]),
    ]), .exactly("-"), upTo31,
  ])

  /// A time of the day on the 24-hour clock, `13:30`.
  package static let clockTime: TextPattern = .sequence([
    .either([
      .sequence([.characters(CharacterClass("01", ["0"..."1"]), 1...1), digits(1...1)]),
      .sequence([.exactly("2"), .characters(CharacterClass("0-3", ["0"..."3"]), 1...1)]),
    ]),
    .exactly(":"), .characters(CharacterClass("0-5", ["0"..."5"]), 1...1), digits(1...1),
  ])

  /// A time zone of the tz database, `Europe/London`.
  package static let timeZone: TextPattern = .sequence([
    .characters(.zone, 1...32), .repeated(.sequence([.exactly("/"), .characters(.zone, 1...32)]), 0...2),
  ])

  /// Days or weeks before or after the event: `T-6w`, `T0`, `T+1d`.
  package static let offset: TextPattern = .either([
    .exactly("T0"),
    .sequence([
      .exactly("T"), .characters(CharacterClass("+-", ["+"..."+", "-"..."-"]), 1...1), digits(1...3),
      .characters(CharacterClass("dw", ["d"..."d", "w"..."w"]), 1...1),
    ]),
  ])

  /// The address of a page.
  package static let url: TextPattern = .sequence([
    .exactly("http"), .optional(.exactly("s")), .exactly("://"), .characters(.visible, 1...2000),
  ])

  /// How people work: alone, in pairs, …, `groups of 4`.
  package static let grouping: TextPattern = .either([
    .exactly("individual"), .exactly("pairs"), .exactly("trios"), .exactly("plenary"),
    .sequence([
      .exactly("groups of "), .characters(CharacterClass("1-9", ["1"..."9"]), 1...1), digits(0...2),
    ]),
  ])

  /// The name of a parameter, as it stands between `{{` and `}}`.
  package static let parameterName: TextPattern = .sequence([
    .characters(CharacterClass("A-Za-z", ["A"..."Z", "a"..."z"]), 1...1), .characters(.word, 0...63),
  ])

  /// A colour as the web writes it, `#1d70b8`.
  package static let colour: TextPattern = .sequence([
    .exactly("#"),
    .characters(CharacterClass("0-9A-Fa-f", ["0"..."9", "A"..."F", "a"..."f"]), 6...6),
  ])

  /// An address of a part, `plan:half-day#welcome.minutes`; the finer rules are those of ``Address``.
  package static let address: TextPattern = .sequence([
    .either([
      .sequence([
        .either(Address.Kind.named.map { .exactly($0.rawValue) }), .exactly(":"), resourceID,
      ]),
      .either(Address.Kind.single.map { .exactly($0.rawValue) }),
    ]),
    .optional(
      .sequence([
        .exactly("#"), .characters(.anchor, 1...128),
        .repeated(.sequence([.exactly("/"), .characters(.anchor, 1...128)]), 0...8),
      ])),
    .optional(
      .sequence([.exactly("."), .characters(CharacterClass("^#", ["#"..."#"], isNegated: true), 1...256)])),
  ])
}
