import Archive
import Foundation
import Testing

@Suite struct ArchiveWriterTests {
  private let files = [
    ArchiveFile(path: "mimetype", bytes: Array("application/x".utf8), method: .stored),
    ArchiveFile(path: "a/é.txt", bytes: Array(String(repeating: "welcome ", count: 500).utf8)),
    ArchiveFile(path: "empty", bytes: []),
  ]

  @Test func `what is written is read back`() throws {
    let bytes = try ArchiveWriter.write(files)
    #expect(try ArchiveReader.read(bytes).map(\.path) == files.map(\.path))
    #expect(try ArchiveReader.read(bytes).map(\.bytes) == files.map(\.bytes))
    #expect(try ArchiveReader.read(bytes).first?.method == .stored)
    #expect(bytes.count < 1000)
    #expect(try ArchiveReader.read(try ArchiveWriter.write([])) == [])
  }

  @Test func `another program reads it and finds nothing wrong`() throws {
    let bytes = try ArchiveWriter.write(files)
    let script = """
      import io, sys, zipfile
      z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
      assert z.testzip() is None
      for i in z.infolist():
          print(i.filename, i.file_size, i.date_time, i.external_attr >> 16, len(i.extra), i.create_system)
      """
    let said = try HostileZip.run("/usr/bin/env", ["python3", "-c", script], input: bytes)
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
    let rest = "(1980, 1, 1, 0, 0, 0) 33188 0 3"
    #expect(
      String(decoding: said, as: UTF8.self)
        == "mimetype 13 \(rest)\na/é.txt 4000 \(rest)\nempty 0 \(rest)\n", "\(lines)")
  }

  @Test func `the time zone does not come in`() throws {
    let before = try ArchiveWriter.write(files)
    let old = ProcessInfo.processInfo.environment["TZ"]
    setenv("TZ", "Pacific/Kiritimati", 1)
    tzset()
    defer {
      if let old { setenv("TZ", old, 1) } else { unsetenv("TZ") }
      tzset()
    }
    #expect(try ArchiveWriter.write(files) == before)
  }

  @Test(arguments: ["../a", "/a", "a\\b", "", ".git/config", "a//b"])
  func `a name that no reader would take is not written`(_ name: String) {
    #expect(throws: ArchiveProblem.self) { try ArchiveWriter.write([ArchiveFile(path: name, bytes: [])]) }
  }

  @Test func `two names of one file are not written`() {
    let twice = [ArchiveFile(path: "a", bytes: []), ArchiveFile(path: "A", bytes: [])]
    #expect(throws: ArchiveProblem.namesMeet("a", "A")) { try ArchiveWriter.write(twice) }
  }
}

@Suite struct SHA256Tests {
  @Test func `sums are those of the standard`() {
    #expect(
      SHA256(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `sums are those of the system's own program, at every length around a block`() throws {
    for length in [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 100_000] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
      let said = try HostileZip.run("/usr/bin/env", ["sha256sum"], input: bytes)
      #expect(String(decoding: said, as: UTF8.self).prefix(64) == SHA256(of: bytes).hex, "\(length)")
    }
  }
}
