import KitCore
import Testing
import Trials

@Suite struct KitMergeTests {
  /// A line merge that always stops, so that the structured merge is what is tested.
  private let merge = KitMerge { _, _, _ in nil }

  private func kit(_ files: [String: String]) -> [String: [UInt8]] { files.mapValues { Array($0.utf8) } }

  private func merged(
    _ base: [String: String], _ ours: [String: String], _ theirs: [String: String]
  ) -> MergedKit {
    merge.merge(ThreeWay(base: kit(base), ours: kit(ours), theirs: kit(theirs)))
  }

  private func texts(_ files: [String: [UInt8]]) -> [String: String] {
    files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private let card = "## Card\n\nAsk one question.\n\nListen to the answer.\n\nThank the person.\n"

  @Test func `files that one side added, changed or removed are taken`() {
    let result = merged(
      ["guides/a.md": card, "guides/b.md": "Old.\n"],
      ["guides/a.md": card, "guides/b.md": "Old.\n", "guides/ours.md": "Ours.\n"],
      ["guides/a.md": card + "\nSmile.\n", "guides/theirs.md": "Theirs.\n"])
    #expect(result.isClean)
    #expect(
      texts(result.files) == [
        "guides/a.md": card + "\nSmile.\n", "guides/ours.md": "Ours.\n", "guides/theirs.md": "Theirs.\n",
      ])
  }

  @Test func `a renamed file takes the other side's edits along`() {
    let edited = card.replacing("one question", with: "one open question")
    let other = card.replacing("Thank the person", with: "Thank the person warmly")
    let result = merged(
      ["resources/card.md": card], ["resources/cards/ask.md": edited], ["resources/card.md": other])
    #expect(result.isClean)
    #expect(
      texts(result.files)
        == ["resources/cards/ask.md": edited.replacing("Thank the person", with: "Thank the person warmly")])
  }

  @Test func `two new names for one file are a question, and ours stays`() {
    let result = merged(["a.md": card], ["b.md": card], ["c.md": card])
    #expect(result.clashes.map(\.kind) == [.fileRenamedTwice])
    #expect(texts(result.files) == ["b.md": card])
    #expect(texts(result.answered([result.clashes[0].address: .theirs])) == ["c.md": card])
  }

  @Test func `a file removed here and changed there is a question`() {
    let edited = card + "\nMore.\n"
    let gone = merged(["guides/a.md": card], [:], ["guides/a.md": edited])
    #expect(gone.clashes.map(\.kind) == [.fileRemovedAndEdited])
    #expect(gone.clashes.map(\.address) == ["guide:a"])
    #expect(gone.files.isEmpty)
    #expect(texts(gone.answered(["guide:a": .theirs])) == ["guides/a.md": edited])
    let kept = merged(["guides/a.md": card], ["guides/a.md": edited], [:])
    #expect(texts(kept.files) == ["guides/a.md": edited])
    #expect(kept.answered(["guide:a": .theirs]).isEmpty)
    #expect(texts(kept.answered(["guide:a": .both])) == ["guides/a.md": edited])
  }

  @Test func `a file removed here and only spaced out there goes`() {
    let result = merged(["guides/a.md": card], [:], ["guides/a.md": card.replacing("\n\n", with: "\n\n\n")])
    #expect(result.isClean)
    #expect(result.files.isEmpty)
  }

  @Test func `the same change of a picture is agreed and another one is a question`() {
    let base: [String: [UInt8]] = ["resources/a.png": [0, 1]]
    let same = merge.merge(
      ThreeWay(base: base, ours: ["resources/a.png": [0, 2]], theirs: ["resources/a.png": [0, 2]]))
    #expect(same.isClean)
    let other = merge.merge(
      ThreeWay(base: base, ours: ["resources/a.png": [0, 2]], theirs: ["resources/a.png": [0, 3]]))
    #expect(other.clashes.map(\.kind) == [.inside(.wholeFile)])
    #expect(other.files == ["resources/a.png": [0, 2]])
    #expect(other.answered(["resource:a": .theirs]) == ["resources/a.png": [0, 3]])
  }

  @Test func `two new files of one name are one if they are equal and a question if not`() {
    #expect(merged([:], ["guides/a.md": card], ["guides/a.md": card]).isClean)
    let result = merged([:], ["guides/a.md": card], ["guides/a.md": "Other.\n"])
    #expect(result.clashes.map(\.kind) == [.fileAddedTwice])
    #expect(texts(result.files) == ["guides/a.md": card])
  }

  @Test(arguments: [
    ("Guides/A.md", "guides/a.md"), ("a", "a/b.md"), ("a/b.md", "a"),
  ])
  func `names that meet on some computer never overwrite each other`(ours: String, theirs: String) {
    let result = merged([:], [ours: "Ours.\n"], [theirs: "Theirs.\n"])
    #expect(result.clashes.map(\.kind) == [.namesMeet])
    #expect(texts(result.files) == [ours: "Ours.\n"])
    let both = texts(result.answered([result.clashes[0].address: .theirs]))
    #expect(both.count == 2)
    #expect(both[ours] == "Ours.\n")
    #expect(both.values.contains("Theirs.\n"))
  }

  @Test func `a new name that meets a file of ours never overwrites it`() {
    let result = merged(["a.md": card], ["a.md": card, "b.md": "Ours.\n"], ["b.md": card])
    #expect(result.clashes.map(\.kind) == [.namesMeet])
    #expect(texts(result.files) == ["a.md": card, "b.md": "Ours.\n"])
    #expect(texts(result.answered(["b.md@name": .theirs])) == ["b-2.md": card, "b.md": "Ours.\n"])
  }

  @Test func `names that differ in the form of an accent are one name`() {
    let result = merged([:], ["resources/café.md": "Ours.\n"], ["resources/cafe\u{301}.md": "Theirs.\n"])
    #expect(result.clashes.map(\.kind) == [.fileAddedTwice])
    #expect(texts(result.files) == ["resources/café.md": "Ours.\n"])
  }

  @Test func `a question inside a plan has the plan's address`() {
    func plan(_ minutes: Int) -> String {
      "title: A\nblocks:\n  - id: welcome\n    title: Welcome\n    minutes: \(minutes)\n"
    }
    let result = merged(["plans/a.yaml": plan(10)], ["plans/a.yaml": plan(15)], ["plans/a.yaml": plan(20)])
    #expect(result.clashes.map(\.address) == ["plan:a#welcome.minutes"])
    #expect(texts(result.files) == ["plans/a.yaml": plan(15)])
    #expect(texts(result.answered(["plan:a#welcome.minutes": .theirs])) == ["plans/a.yaml": plan(20)])
  }

  @Test(arguments: UInt64(0)..<1000)
  func `the laws of merging hold for whole kits`(seed: UInt64) {
    var random = Dice(seed: seed)
    let base = RandomKit.files(&random)
    let ours = RandomKit.edited(base, &random)
    let theirs = RandomKit.edited(base, &random)
    #expect(merge.merge(ThreeWay(base: base, ours: base, theirs: theirs)).files == theirs)
    #expect(merge.merge(ThreeWay(base: base, ours: ours, theirs: base)).files == ours)
    let same = merge.merge(ThreeWay(base: base, ours: ours, theirs: ours))
    #expect(same.files == ours && same.isClean)
    let result = merge.merge(ThreeWay(base: base, ours: ours, theirs: theirs))
    let swapped = merge.merge(ThreeWay(base: base, ours: theirs, theirs: ours))
    // Which of two files whose names meet is asked about depends on whose they are; whether one is does not.
    #expect(result.isClean == swapped.isClean)
    if result.isClean { #expect(result.files == swapped.files) }
    #expect(Set(result.clashes.map(\.address)).count == result.clashes.count)
    for (path, bytes) in ours where path.contains("new-") { #expect(result.files[path] == bytes) }
  }
}

/// Small kits of whole-file content and random edits to their files.
enum RandomKit {
  static func files(_ random: inout Dice) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for number in 0..<Int.random(in: 1...6, using: &random) {
      files["resources/\(number).md"] = content(number, &random)
    }
    return files
  }

  /// The files after a few of them were added, removed, renamed or changed.
  static func edited(_ files: [String: [UInt8]], _ random: inout Dice) -> [String: [UInt8]] {
    var edited = files
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let path = edited.keys.sorted().randomElement(using: &random) ?? "resources/0.md"
      switch Int.random(in: 0..<4, using: &random) {
      case 0: edited["resources/new-\(random.next() % 1000).md"] = content(9, &random)
      case 1: edited[path] = nil
      case 2:
        if let bytes = edited.removeValue(forKey: path) {
          edited["resources/to-\(random.next() % 5).md"] = bytes
        }
      default: edited[path] = content(8, &random)
      }
    }
    return edited
  }

  private static func content(_ number: Int, _ random: inout Dice) -> [UInt8] {
    let words = ["ask", "wall", "card", "pair", "dot", "read"]
    let lines = (0..<6).map { _ in
      (0..<5).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    return Array(("## Part \(number)\n\n" + lines.joined(separator: "\n\n") + "\n").utf8)
  }
}
