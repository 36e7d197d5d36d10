package import Git
package import KitCore

/// One step in the review of an offer: somebody said something, took it, or declined it.
package struct ReviewStep: Hashable, Sendable {
  /// What was done.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Something was said.
    case commented
    /// All of it, or the parts that are named, went into the kit.
    case accepted
    /// It was not taken, for the reason that is given.
    case declined
  }

  /// Where it stands in the review: each step has one more than the highest that its author knew. Two steps at the same
  /// time have the same number.
  package var number: Int
  /// What was done.
  package var kind: Kind
  /// The offer.
  package var offer: String
  /// The exact content that it is about.
  package var content: ObjectID
  /// Who did it.
  package var who: Identity
  /// When, by their clock, in seconds since 1970.
  package var time: Int64
  /// What was said, or why; may be empty.
  package var text: String
  /// The parts that were taken, as addresses; none for the whole.
  package var parts: [String]
  /// The parts that the maintainers put into words of their own.
  package var own: [String]

  /// Whether it ends the review of that content.
  package var isAnswer: Bool { kind != .commented }

  /// A step.
  package init(
    number: Int, kind: Kind, offer: String, content: ObjectID, who: Identity, time: Int64, text: String = "",
    parts: [String] = [], own: [String] = []
  ) {
    self.number = number
    self.kind = kind
    self.offer = offer
    self.content = content
    self.who = who
    self.time = time
    self.text = text
    self.parts = parts
    self.own = own
  }
}

extension ReviewStep {
  static let format = 1

  /// The step for programs and for the log.
  package var json: JSON {
    .compact([
      ("format", .integer(Self.format)), ("number", .integer(number)), ("step", .string(kind.rawValue)),
      ("offer", .string(offer)), ("content", .string(content.description)), ("who", .string(who.name)),
      ("address", .string(who.email)), ("time", .integer(Int(time))), ("text", .string(text)),
      ("parts", parts.isEmpty ? nil : .strings(parts)), ("own", own.isEmpty ? nil : .strings(own)),
    ])
  }

  /// Reads what `json` wrote; `nil` for anything else, and for what is larger than a step ever is.
  init?(_ json: JSON) {
    guard json["format"]?.whole == Self.format, let number = json["number"]?.whole,
      (1...1_000_000).contains(number), let kind = json["step"]?.text.flatMap({ Kind(rawValue: $0) }),
      let offer = json["offer"]?.text, KitID(rawValue: offer) != nil,
      let content = json["content"]?.text.flatMap({ ObjectID($0) }), let who = json["who"]?.text,
      let address = json["address"]?.text, let time = json["time"]?.whole, let text = json["text"]?.text,
      who.utf8.count <= 500, address.utf8.count <= 500, text.utf8.count <= 100_000
    else { return nil }
    func names(_ key: String) -> [String] {
      (json[key]?.elements ?? []).prefix(1_000).compactMap(\.text).filter { $0.utf8.count <= 1_000 }
    }
    self.init(
      number: number, kind: kind, offer: offer, content: content, who: Identity(name: who, email: address),
      time: Int64(time), text: text, parts: names("parts"), own: names("own"))
  }
}
