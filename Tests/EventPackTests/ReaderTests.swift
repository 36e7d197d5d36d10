import EventPack
import Foundation
import KitCore
import Testing

/// Programs that others wrote read what packs hold.
@Suite struct ReaderTests {
  @Test(arguments: [
    ("2026-03-12", "Europe/London", "+00:00"), ("2026-03-28", "Europe/London", "+00:00"),
    ("2026-03-29", "Europe/London", "+01:00"), ("2026-10-24", "Europe/London", "+01:00"),
    ("2026-10-25", "Europe/London", "+00:00"), ("2026-07-01", "Europe/Dublin", "+01:00"),
    ("2026-07-01", "Europe/Berlin", "+02:00"), ("2026-07-01", "UTC", "+00:00"),
    ("2026-12-01", "Europe/Helsinki", "+02:00"),
  ])
  func `a calendar library reads the same moment, by its own rules and by those in the file`(
    day: String, zone: String, offset: String
  ) throws {
    let title = "Grŵp; „Half-day“, all \\ of it\nsecond line ☕ " + String(repeating: "long ", count: 30)
    let date = try #require(CalendarDay(day))
    let rule = try #require(TimeZoneRule(zone))
    let file = CalendarFile(
      uid: "demo@leeds.kitbag", sequence: 3, stamp: (date, 60), zone: rule, day: date, start: 810, end: 990,
      title: title,
      description: "One\r\nTwo", location: "Town Hall, Leeds", url: nil)
    let read = try #require(try Readers.calendar([file.bytes]).first)
    #expect(read["start"]?.text == "\(day)T13:30:00\(offset)")
    #expect(read["end"]?.text == "\(day)T16:30:00\(offset)")
    let hours = Int(offset.dropFirst().prefix(2)) ?? 0
    #expect(read["offsets"]?.elements?.compactMap(\.whole) == (zone == "UTC" ? [] : [hours * 3600]))
    #expect(read["summary"]?.text == title)
    #expect(read["description"]?.text == "One\nTwo")
    #expect(read["sequence"]?.whole == 3)
  }

  @Test func `the calendar files of all sample kits are read, and none names people`() throws {
    let files = try SampleKit.all.map { (name: String) -> [UInt8] in
      let content = try PackContent(try SampleKit.request(name))
      return try #require(content.files.first { $0.path == "participants/event.ics" }).bytes
    }
    let read = try Readers.calendar(files)
    #expect(read.count == files.count)
    for event in read {
      #expect(event["people"]?.elements?.isEmpty == true)
      #expect(event["start"]?.text == "2026-03-12T13:30:00+00:00")
    }
  }

  @Test func `unzip and Python read the ZIP file`() throws {
    let pack = try Pack(try PackContent(try SampleKit.request("northern-chatham-house/meeting")))
    let folder = try Readers.Folder()
    let zip = folder.url.appending(path: "pack.zip")
    try Data(try pack.zip()).write(to: zip)
    #expect(try Readers.run("/usr/bin/unzip", ["-tqq", zip.path]).status == 0)
    let script =
      "import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(len(z.namelist()))"
    let listed = try Readers.run("/usr/bin/env", ["python3", "-c", script, zip.path])
    #expect(listed.text == "\(pack.files.count)\n")
  }

  @Test(arguments: [
    "lgdss-peer-group/half-day", "northern-chatham-house/meeting", "fascinated-and-frustrated/online",
  ])
  func `tidy finds nothing wrong with any page`(name: String) throws {
    let folder = try Readers.Folder()
    let pages = try folder.write(try Pack(try PackContent(try SampleKit.request(name))))
    #expect(pages.count > 25)
    let told = try Readers.run("/usr/bin/tidy", ["-q", "-e", "--show-body-only", "no"] + pages.map(\.path))
    #expect(told.status == 0, "\(told.text.prefix(2000))")
  }

  @Test func `axe finds nothing in the way of anybody, in light and dark, and nothing sticks out on a phone`()
    throws
  {
    let folder = try Readers.Folder()
    var request = try SampleKit.request(
      "lgdss-peer-group/half-day",
      changing: [
        "group.yaml":
          "id: leeds\nname: Leeds\narea: Leeds\nmaster: { kit: lgdss-peer-group, version: 1.0.0 }\nlook: { colour: \"#ffcc00\" }\n"
      ])
    request.attendees = [Attendee(name: "Zebedee Marchbanks", organisation: "Eastwick Council")]
    let pages = try folder.write(try Pack(try PackContent(request)))
    let told = try Readers.run(Readers.python, [Readers.script("axe.py"), folder.url.path])
    #expect(told.text == "pages \(pages.count * 2)\n", "\(told.text.prefix(3000))")
    let other = try Readers.Folder()
    let tracks = try other.write(
      try Pack(try PackContent(try SampleKit.request("northern-chatham-house/meeting"))))
    let more = try Readers.run(Readers.python, [Readers.script("axe.py"), other.url.path, "light"])
    #expect(more.text == "pages \(tracks.count)\n", "\(more.text.prefix(3000))")
  }
}
