internal import Franchise
internal import Glibc
internal import KitCore

/// Asks a person at a terminal, question by question.
struct QuestionDialogue {
  let output: Output

  /// The answers that the person gave; fewer than there are questions where they stopped early.
  ///
  /// - Throws: ``Failure`` where no file for own words can be made.
  func ask(_ pending: PendingUpdate) throws -> [String: ClashAnswer] {
    var answers: [String: ClashAnswer] = [:]
    let open = pending.open
    output.print("The update to \(pending.version) needs you. Your kit's files are untouched meanwhile.")
    for (place, question) in open.enumerated() {
      output.print("")
      for line in QuestionSheet(question: question).lines(number: place + 1, of: open.count) {
        output.print(line)
      }
      switch try choice(question) {
      case .answer(let answer): answers[question.address] = answer
      case .later: continue
      case .stop: return answers
      }
    }
    return answers
  }

  private enum Choice {
    case answer(ClashAnswer)
    case later
    case stop
  }

  private func choice(_ question: Question) throws -> Choice {
    let sheet = QuestionSheet(question: question)
    let answers = sheet.answers
    let own = answers.count + 1
    output.print("")
    for (place, entry) in answers.enumerated() { output.print("  \(place + 1)  \(entry.words)") }
    if sheet.allowsOwnWords { output.print("  \(own)  write your own words") }
    output.print("  l  later        q  stop here")
    while true {
      Output.prompt("Your choice: ")
      guard let typed = readLine() else { return .stop }
      switch typed.trimmed.lowercased() {
      case "l", "": return .later
      case "q": return .stop
      case "\(own)" where sheet.allowsOwnWords:
        if let words = try ownWords(question) { return .answer(.words(words)) }
      case let typed:
        if let number = Int(typed), answers.indices.contains(number - 1) {
          return .answer(answers[number - 1].answer)
        }
        output.print("Type one of the numbers, l or q.")
      }
    }
  }

  /// Opens the person's editor on their text; `nil` where they left it as it was or the editor failed.
  private func ownWords(_ question: Question) throws -> [UInt8]? {
    let texts = question.clash.texts
    let start = (texts.ours ?? texts.theirs) ?? []
    guard let words = try EditorSession(start: start, ending: Self.ending(of: question.clash.path)).edit()
    else {
      output.print("The editor could not be used. Set EDITOR to one that you like, or use '--own'.")
      return nil
    }
    if words == start {
      output.print("The text is as it was, so nothing was answered.")
      return nil
    }
    return words
  }

  private static func ending(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[$0...]) }.flatMap { $0.contains("/") ? nil : $0 } ?? ".txt"
  }
}
