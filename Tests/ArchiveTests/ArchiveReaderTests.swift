import Archive
import Foundation
import Testing

@Suite struct ArchiveReaderTests {
  private func problem(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) -> ArchiveProblem? {
    do throws(ArchiveProblem) {
      _ = try ArchiveReader.read(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func `an ordinary archive of another program is read`() throws {
    let bytes = try HostileZip.make(
      """
      z.writestr(info('a/'  , 0o40755), b'')
      z.writestr(info('a/é.txt'), b'one' * 1000)
      z.writestr('b', b'')
      """)
    let files = try ArchiveReader.read(bytes)
    #expect(files.map(\.path) == ["a/é.txt", "b"])
    #expect(files.map(\.bytes.count) == [3000, 0])
  }

  @Test(arguments: [
    ("../out", ArchiveProblem.NameFault.climbs), ("a/../../out", .climbs), ("a//b", .climbs),
    ("./a", .climbs),
    ("/etc/passwd", .absolute), ("C:/out", .absolute), ("a\\\\..\\\\b", .character), ("a/b:c", .character),
    ("a\\nb", .character), ("a\\x1b[2J", .character), (".git/config", .git), ("a/.GIT/hooks/x", .git),
    ("a/.git./x", .git), ("GIT~1/config", .git), ("a/.g\\u200cit/x", .git),
    ("n" + "x/".replicated(600), .text),
  ])
  func `a name that escapes or hides refuses the whole archive`(
    _ name: String, _ fault: ArchiveProblem.NameFault
  )
    throws
  {
    let bytes = try HostileZip.make("z.writestr('good', b'1')\nz.writestr(info('\(name)x'), b'2')")
    guard case .badName(_, fault)? = problem(bytes) else {
      Issue.record("\(String(describing: problem(bytes)))")
      return
    }
  }

  @Test(arguments: [
    "0o120777", "0o60644", "0o20644", "0o10644", "0o140644", "0o104755", "0o102755", "0o101644",
  ])
  func `links, devices and files that run as somebody else are refused`(_ mode: String) throws {
    #expect(problem(try HostileZip.make("z.writestr(info('x', \(mode)), b'/etc/passwd')")) == .notAFile("x"))
  }

  @Test func `names that meet are refused`() throws {
    let same = try HostileZip.make("z.writestr('a', b'1')\nz.writestr('a', b'2')")
    #expect(problem(same) == .nameTwice)
    let capitals = try HostileZip.make("z.writestr('Straße', b'1')\nz.writestr('STRASSE', b'2')")
    #expect(problem(capitals) == .namesMeet("Straße", "STRASSE"))
    let accents = try HostileZip.make("z.writestr('caf\\u00e9', b'1')\nz.writestr('cafe\\u0301', b'2')")
    #expect(problem(accents) == .namesMeet("café", "cafe\u{301}"))
    let folder = try HostileZip.make("z.writestr('a/b', b'1')\nz.writestr('A', b'2')")
    #expect(problem(folder) == .namesMeet("A", "a/b"))
  }

  @Test func `a bomb ends at the limit whatever it says of its size`() throws {
    let bomb = try HostileZip.make("z.writestr('big', bytes(50_000_000))")
    #expect(bomb.count < 100_000)
    #expect(problem(bomb, ArchiveLimits(bytes: 1 << 20)) == .tooLarge(name: "big", limit: 1 << 20))
    // The same with a size of one byte in both places where it stands.
    let size: [UInt8] = [0x80, 0xF0, 0xFA, 0x02]
    let lie = replace(size, by: [1, 0, 0, 0], in: bomb)
    #expect(lie != bomb)
    let found = try #require(problem(lie, ArchiveLimits(bytes: 1 << 20)))
    #expect(found == .damaged || found == .tooLarge(name: "big", limit: 1 << 20))
    let many = try HostileZip.make("for n in range(400): z.writestr(str(n), b'')")
    #expect(problem(many, ArchiveLimits(entries: 399)) == .tooManyEntries(limit: 399))
    #expect(problem(many, ArchiveLimits(entries: 400)) == nil)
    let sum = try HostileZip.make("for n in range(3): z.writestr(str(n), bytes(400))")
    #expect(problem(sum, ArchiveLimits(bytes: 1000)) == .tooLarge(name: "2", limit: 1000))
  }

  @Test func `passwords and other methods are refused plainly`() throws {
    let plain = try HostileZip.make("z.writestr(info('x'), b'text')")
    var locked = plain
    for place in headers(in: plain) { locked[place] |= 1 }
    #expect(problem(locked) == .encrypted("x"))
    let other = try HostileZip.make("z.writestr('x', b'text' * 100, compress_type=zipfile.ZIP_BZIP2)")
    #expect(problem(other) == .unknownMethod("x"))
    let lzma = try HostileZip.make("z.writestr('x', b'text' * 100, compress_type=zipfile.ZIP_LZMA)")
    #expect(problem(lzma) == .unknownMethod("x"))
  }

  @Test func `what is no archive is told so`() {
    for bytes: [UInt8] in [
      [], Array("PK".utf8), Array("# v2 git bundle\n".utf8), [UInt8](repeating: 0x50, count: 99),
    ] {
      #expect(problem(bytes) == .notAnArchive)
    }
  }

  @Test func `a cut-off archive gives nothing`() throws {
    let whole = try ArchiveWriter.write([
      ArchiveFile(path: "a", bytes: Array("some text".utf8)),
      ArchiveFile(path: "b", bytes: [1, 2, 3], method: .stored),
    ])
    for length in 0..<whole.count { #expect(problem(Array(whole.prefix(length))) != nil, "\(length) bytes") }
  }

  @Test func `a changed byte is noticed or changes nothing`() throws {
    let files = [
      ArchiveFile(path: "plans/a.yaml", bytes: Array(String(repeating: "title: One\n", count: 40).utf8)),
      ArchiveFile(path: "b", bytes: Array(0..<200), method: .stored),
    ]
    let whole = try ArchiveWriter.write(files)
    for place in whole.indices {
      for bit in [UInt8(1), 0x80] {
        var changed = whole
        changed[place] ^= bit
        guard let read = try? ArchiveReader.read(changed) else { continue }
        // Names stand beside no sum; content never differs.
        #expect(read.map(\.bytes) == files.map(\.bytes), "byte \(place)")
      }
    }
  }

  private func replace(_ old: [UInt8], by new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for start in 0...(bytes.count - old.count) where Array(bytes[start..<start + old.count]) == old {
      result.replaceSubrange(start..<start + old.count, with: new)
    }
    return result
  }

  /// Where the flags of each entry stand, in both headers.
  private func headers(in bytes: [UInt8]) -> [Int] {
    (0..<bytes.count - 4).compactMap { (start: Int) -> Int? in
      switch Array(bytes[start..<start + 4]) {
      case [0x50, 0x4B, 3, 4]: start + 6
      case [0x50, 0x4B, 1, 2]: start + 8
      default: nil
      }
    }
  }
}

extension String {
  fileprivate func replicated(_ count: Int) -> String { String(repeating: self, count: count) }
}
