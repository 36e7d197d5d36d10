package import KitCore

/// What came of many edits.
package struct YAMLTrialTally: CustomStringConvertible {
  /// Files read, files that were refused, edits made, and edits refused.
  package private(set) var files = 0
  package private(set) var unread = 0
  package private(set) var made = 0
  package private(set) var refused: [String] = []

  /// Laws that were broken, and differences from the independent reader; must stay empty.
  package private(set) var broken: [String] = []

  package init() {}

  /// Edits that were tried.
  package var tried: Int { made + refused.count + broken.count }

  /// Checks that a file is read and written alike, then makes edits one upon the other.
  ///
  /// - Throws: ``YAMLOracle/Fault``.
  package mutating func `try`(
    _ bytes: [UInt8], seed: UInt64, edits: Int, options: YAMLOptions, _ oracle: YAMLOracle
  ) throws {
    files += 1
    guard var document = try? YAMLDocument.read(bytes, options: options) else {
      unread += 1
      if try oracle.reads(bytes) { report("only the independent reader reads this", seed, bytes, bytes) }
      return
    }
    if document.bytes != bytes { report("reading and writing changes bytes", seed, bytes, document.bytes) }
    if let difference = try oracle.difference(bytes, from: document.root.value) {
      report("read otherwise: \(difference)", seed, bytes, bytes)
      return
    }
    var dice = Dice(seed: seed ^ 0x5EED)
    for _ in 0..<edits {
      guard let trial = YAMLEditTrial(of: document, &dice) else { continue }
      switch trial.outcome {
      case .refused(let fault):
        refused.append(
          "seed \(seed): \(trial.story): \(fault.message)\n\(String(decoding: document.bytes, as: UTF8.self))"
        )
      case .broken(let law): report("\(trial.story): \(law)", seed, document.bytes, [])
      case .made(let edited, let expected):
        if let difference = try oracle.difference(edited.bytes, from: expected) {
          report("\(trial.story): \(difference)", seed, document.bytes, edited.bytes)
          return
        }
        made += 1
        document = edited
      }
    }
  }

  private mutating func report(_ what: String, _ seed: UInt64, _ before: [UInt8], _ after: [UInt8]) {
    let texts = [before, after].map { (bytes: [UInt8]) -> String in String(decoding: bytes, as: UTF8.self) }
    broken.append("seed \(seed): \(what)\n--- before\n\(texts[0])\n--- after\n\(texts[1])\n---")
  }

  package var description: String {
    var text =
      "\(files) files (\(unread) not read), \(made) edits made and checked, \(refused.count) refused, "
    text += "\(broken.count) broken"
    for one in broken.prefix(5) { text += "\n\(one)" }
    return text
  }
}
