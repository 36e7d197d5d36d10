import Foundation
import KitCore
import Testing
import Trials

/// The Y rows of the list of faults: each is refused with its place, and nothing traps.
@Suite struct YAMLFaultTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let line: Int
    let column: Int
    let word: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ line: Int, _ column: Int, _ word: String) {
      self.init(name, Array(text.utf8), line, column, word)
    }

    init(_ name: String, _ bytes: [UInt8], _ line: Int, _ column: Int, _ word: String) {
      (self.name, self.bytes, self.line, self.column, self.word) = (name, bytes, line, column, word)
    }
  }

  static let bad: [Bad] = [
    Bad("anchor", "a: &x 1\n", 1, 4, "&x"),
    Bad("alias", "a: *x\n", 1, 4, "*x"),
    Bad("same key", "a: 1\nb: 2\na: 3\n", 3, 1, "first in line 1, again in line 3"),
    Bad("same key in quotes", "a: 1\n\"a\": 2\n", 2, 1, "first in line 1"),
    Bad("same key in single quotes, nested", "x:\n  - a: 1\n    'a': 2\n", 3, 5, "line 2"),
    Bad("same key in braces", "{a: 1, a: 2}", 1, 8, "line 1"),
    Bad("tag", "a: !!binary xyz\n", 1, 4, "!"),
    Bad("own tag", "a: !thing\n  b: 1\n", 1, 4, "!thing"),
    Bad("directive", "%YAML 1.1\n---\na: 1\n", 1, 1, "%"),
    Bad("two documents", "a: 1\n---\nb: 2\n", 2, 1, "second document"),
    Bad("list as key", "? [a]\n: 1\n", 1, 3, "key"),
    Bad("map as key", "? {a: 1}\n: 1\n", 1, 3, "key"),
    Bad("no key", ": 1\n", 1, 1, "key"),
    Bad("not UTF-8", [0x61, 0x3A, 0x20, 0xFF], 1, 4, "offset 3"),
    Bad("overlong", [0x61, 0x0A, 0xC0, 0xAF], 2, 1, "offset 2"),
    Bad("surrogate", [0xED, 0xA0, 0x80], 1, 1, "offset 0"),
    Bad("cut short", [0x61, 0xE2, 0x82], 1, 2, "offset 1"),
    Bad("Latin-1", [0x61, 0xE9, 0x62], 1, 2, "offset 1"),
    Bad("zero byte", [0x61, 0x3A, 0x0A, 0x00], 2, 1, "offset 3"),
    Bad("UTF-16, little end first", [0xFF, 0xFE, 0x61, 0x00], 1, 1, "UTF-16"),
    Bad("UTF-16, big end first", [0xFE, 0xFF, 0x00, 0x61], 1, 1, "UTF-16"),
    Bad("UTF-16 without mark", [0x61, 0x00, 0x62, 0x00], 1, 2, "zero byte"),
    Bad("bell", "a: \u{7}\n", 1, 4, "offset 3"),
    Bad("delete", "a: x\u{7F}\n", 1, 5, "offset 4"),
    Bad("lone return", "a: 1\rb: 2\n", 1, 5, "offset 4"),
    Bad("tab", "a:\n\tb: 1\n", 2, 1, "indented by a tab"),
    Bad("colon", "a: b: c\n", 1, 5, "colon"),
    Bad("open list", "a: [1, 2\n", 2, 1, "closing"),
    Bad("open quote", "a: \"x\n", 2, 1, "not closed"),
    Bad("at sign", "a: @x\n", 1, 4, "quotes"),
    Bad("parameter without quotes", "a: {{region}}\n", 1, 4, "in quotes"),
    Bad("parameter without quotes, text behind", "b: 1\na: {{region}} and: [more\n", 2, 4, "in quotes"),
  ]

  @Test(arguments: bad)
  func `bad input is refused with its place`(bad: Bad) throws {
    let fault = try #require(throws: YAMLFault.self) { try YAMLDocument.read(bad.bytes) }
    #expect(fault.place == SourcePlace(line: bad.line, column: bad.column))
    #expect(fault.message.contains(bad.word), "\(fault.message)")
    #expect(!fault.remedy.isEmpty)
  }

  @Test func `a bomb of aliases is refused at its first anchor`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let fault = try #require(throws: YAMLFault.self) { try YAMLDocument.read(Array(text.utf8)) }
    #expect(fault.place == SourcePlace(line: 1, column: 5))
    // Where aliases may stand they are never followed: ten lists of nine.
    let document = try YAMLDocument.read(Array(text.utf8), options: .any)
    #expect(document.root["a9"]?.sequence?.items.count == 9)
    #expect(throws: YAMLFault.self) { try YAMLDocument.read(Array("a: *b\n".utf8), options: .any) }
  }

  @Test func `sixty-four levels are read and sixty-five refused`() throws {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
      let fits = String(repeating: open, count: 64) + "x" + String(repeating: close, count: 64)
      let deep = String(repeating: open, count: 65) + "x" + String(repeating: close, count: 65)
      #expect(throws: Never.self, "\(open)") { try YAMLDocument.read(Array(fits.utf8), options: .any) }
      let fault = try #require(throws: YAMLFault.self) {
        try YAMLDocument.read(Array(deep.utf8), options: .any)
      }
      #expect(fault.kind == .tooDeep(limit: 64))
    }
  }

  /// Some 32 KB of each here, a megabyte in the benchmark.
  @Test func `nothing long and nasty traps, on a small stack too`() throws {
    for nasty in NastyYAML.all {
      let bytes = nasty.bytes(about: 32_000)
      let ended = onSmallStack {
        for options in [YAMLOptions.kit, .any] { _ = try? YAMLDocument.read(bytes, options: options) }
      }
      #expect(ended, "\(nasty.name)")
    }
  }

  @Test func `values at the depth limit are compared and freed on a small stack`() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    let ended = onSmallStack {
      let one = try? YAMLDocument.read(Array(text.utf8))
      let other = try? YAMLDocument.read(Array((text + "\n").utf8))
      #expect(one?.root.value == other?.root.value)
    }
    #expect(ended)
  }

  @Test func `a file over the limit is refused unread`() throws {
    let bytes = [UInt8](repeating: 0x20, count: 50_000_000)
    let fault = try #require(throws: YAMLFault.self) { try YAMLDocument.read(bytes) }
    #expect(fault.kind == .tooLarge(bytes: 50_000_000, limit: 4_194_304))
  }

  @Test func `too many values are refused`() throws {
    let fault = try #require(throws: YAMLFault.self) {
      try YAMLDocument.read(Array(("[" + String(repeating: "a,", count: 600_000) + "]").utf8))
    }
    #expect(fault.kind == .tooManyValues(limit: 500_000))
  }

  /// Runs on a thread with 256 KB of stack; whether it ended.
  private func onSmallStack(_ work: @escaping @Sendable () -> Void) -> Bool {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      work()
      done.signal()
    }
    thread.stackSize = 256 * 1024
    thread.start()
    return done.wait(timeout: .now() + 60) == .success
  }
}
