/// How far an exchange has come: one step of it, as often as the other side tells.
package enum TransferProgress: Hashable, Sendable {
  /// The other side works out what to send.
  case preparing(done: Int, of: Int)
  /// Objects arrive; `bytes` is what has arrived so far, where it is known.
  case receiving(done: Int, of: Int, bytes: Int?)
  /// What arrived is put together and checked by git.
  case resolving(done: Int, of: Int)
  /// Our objects are sent; `bytes` is what has been sent so far, where it is known.
  case sending(done: Int, of: Int, bytes: Int?)
  /// What arrived is checked by us: names, sizes, links.
  case admitting
  /// A line that the server sends for people to read; it is safe to show.
  case message(ServerText)

  /// Reads one line that git writes about its progress; `nil` for a line that is none.
  init?(line: String) {
    var text = line[...]
    let isRemote = text.hasPrefix("remote: ")
    if isRemote { text = text.dropFirst(8) }
    guard let colon = text.firstIndex(of: ":"), let counts = Self.counts(in: text[colon...]) else {
      guard isRemote, text.contains(where: { $0 != " " }) else { return nil }
      if text.hasPrefix("Enumerating objects") || text.hasPrefix("Total ") { return nil }
      self = .message(ServerText(Self.withoutTrailingSpace(text)))
      return
    }
    switch text[..<colon] {
    case "Counting objects", "Compressing objects", "Enumerating objects", "Finding sources":
      self = .preparing(done: counts.done, of: counts.all)
    case "Receiving objects", "Unpacking objects", "Indexing objects":
      self = .receiving(done: counts.done, of: counts.all, bytes: Self.bytes(in: text))
    case "Resolving deltas", "Checking connectivity", "Checking objects":
      self = .resolving(done: counts.done, of: counts.all)
    case "Writing objects": self = .sending(done: counts.done, of: counts.all, bytes: Self.bytes(in: text))
    default: return nil
    }
  }

  private static func withoutTrailingSpace(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The two numbers of `(421/1000)`.
  private static func counts(in text: Substring) -> (done: Int, all: Int)? {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return nil
    }
    let parts = text[text.index(after: open)..<close].split(separator: "/")
    guard parts.count == 2, let done = Int(parts[0]), let all = Int(parts[1]), done >= 0, all >= done else {
      return nil
    }
    return (done, all)
  }

  /// The bytes of `, 1.21 MiB`.
  private static func bytes(in text: Substring) -> Int? {
    guard let close = text.firstIndex(of: ")") else { return nil }
    let words = text[close...].dropFirst(3).split(separator: " ")
    guard words.count >= 2, let number = Double(words[0]), number >= 0, number < 1e9 else { return nil }
    let units: [Substring: Double] = ["bytes": 1, "KiB": 1024, "MiB": 1_048_576, "GiB": 1_073_741_824]
    let unit = words[1].prefix { $0.isLetter }
    return units[unit].map { Int(number * $0) }
  }
}
