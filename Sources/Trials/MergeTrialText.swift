/// A document made up for merge trials, as a list of parts that can be edited and written down.
///
/// Every sentence has words that stand nowhere else, so that what was lost, doubled or brought back can be told.
package struct MergeTrialText: Sendable, Equatable {
  /// A part of the document. Its id stays when its words change.
  package struct Part: Sendable, Equatable {
    var id: Int
    var kind: Kind
    /// The sentences of a text, the cells of a row, the words of a heading; the values of a plan's block.
    var words: [[String]]
  }

  package enum Kind: Sendable, Equatable {
    case field, heading, paragraph, item, row, code
    case block(minutes: Int, materials: [String])
  }

  var parts: [Part]
  var isPlan: Bool

  /// The document as a file.
  package var bytes: [UInt8] { Array((isPlan ? plan : markdown).utf8) }

  /// The file's name.
  package var path: String { isPlan ? "plans/trial.yaml" : "guides/trial.md" }

  // MARK: Markdown

  private var markdown: String {
    var text = "---\n"
    let fields = parts.filter { $0.kind == .field }
    for field in fields { text += "field\(field.id): \(sentence(field.words[0]))\n" }
    text += "---\n"
    var last: Kind?
    for part in parts where part.kind != .field {
      let isRun = part.kind == last && (part.kind == .item || part.kind == .row)
      text += isRun ? "" : "\n"
      switch part.kind {
      case .heading: text += "## " + part.words[0].joined(separator: " ") + "\n"
      case .item: text += "- " + prose(part.words) + "\n"
      case .row:
        if !isRun { text += "| what | who |\n| --- | --- |\n" }
        text += "| " + part.words.map { $0.joined(separator: " ") }.joined(separator: " | ") + " |\n"
      case .code: text += "```\n" + part.words.map { $0.joined(separator: " ") + "\n" }.joined() + "```\n"
      default: text += prose(part.words) + "\n"
      }
      last = part.kind
    }
    return text
  }

  private func prose(_ sentences: [[String]]) -> String {
    sentences.map { sentence($0) + "." }.joined(separator: " ")
  }

  private func sentence(_ words: [String]) -> String {
    words.joined(separator: " ")
  }

  // MARK: Plans

  private var plan: String {
    var text = "title: A trial session\nblocks:\n"
    for part in parts {
      guard case .block(let minutes, let materials) = part.kind else { continue }
      text += "  - id: block-\(part.id)\n    title: \(sentence(part.words[0]))\n    minutes: \(minutes)\n"
      if part.words.count > 1 { text += "    notes: >\n      \(prose([part.words[1]]))\n" }
      if !materials.isEmpty {
        text += "    materials:\n" + materials.map { "      - { item: \($0), quantity: 1 }\n" }.joined()
      }
    }
    return text
  }
}
