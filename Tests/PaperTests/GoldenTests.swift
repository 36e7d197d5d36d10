import EventPack
import Foundation
import Testing

/// The look of paper: pages as grey pictures against kept ones, with room for another version of the program that
/// paints them. `KITBAG_KEEP_PICTURES=1` in the environment keeps new ones; look at them before you commit them.
@Suite struct GoldenTests {
  @Test(arguments: Samples.all)
  func `the first page looks as it did when it was last looked at`(document: PackDocument) async throws {
    let folder = try TestFolder()
    let file = try folder.write(try await document.set(), to: "a.pdf")
    let size = document.paper.size == .a3 ? "24" : "36"
    try Tool("pdftoppm", ["-gray", "-r", size, "-f", "1", "-l", "1", "-singlefile", file, folder("a")])
    let made = try Picture(Data(contentsOf: URL(filePath: folder("a.pgm"))))
    let kept = Self.kept.appending(path: "\(document.id.replacing("/", with: "--")).pgm.gz")
    if ProcessInfo.processInfo.environment["KITBAG_KEEP_PICTURES"] != nil {
      try Tool("gzip", ["-9nc", folder("a.pgm")]).output.write(to: kept)
    }
    let golden = try Picture(try Tool("gzip", ["-dc", kept.path]).output)
    #expect(made.width == golden.width && made.height == golden.height)
    #expect(
      made.distance(to: golden) < 1.5, "the pages differ by \(made.distance(to: golden)) of 255 on average")
  }

  @Test func `a page with other words looks different`() async throws {
    let folder = try TestFolder()
    var pictures: [Picture] = []
    for (name, text) in [
      ("a", "Welcome to all."), ("b", "A much longer sentence that fills the line to its end."),
    ] {
      let document = Samples.document("x", title: "Card", paper: .init(size: .a5), [Samples.words(text)])
      let file = try folder.write(try await document.set(), to: "\(name).pdf")
      try Tool("pdftoppm", ["-gray", "-r", "36", "-singlefile", file, folder(name)])
      pictures.append(try Picture(Data(contentsOf: URL(filePath: folder("\(name).pgm")))))
    }
    #expect(pictures[0].distance(to: pictures[1]) > 0.2)
  }

  private static let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/Pictures")
}

/// A grey picture as `pdftoppm -gray` writes it: "P5", width, height, 255, one byte a point.
private struct Picture {
  let width: Int
  let height: Int
  let points: [UInt8]

  init(_ file: Data) throws {
    let head = file.split(separator: 0x0A, maxSplits: 3)
    let size = String(decoding: try #require(head.dropFirst().first), as: UTF8.self).split(separator: " ")
    width = try #require(size.first.flatMap { Int($0) })
    height = try #require(size.last.flatMap { Int($0) })
    points = Array(try #require(head.last)).suffix(width * height)
  }

  /// How far the points differ on average, 0 to 255; where a page is blurred by a point, that is little.
  func distance(to other: Picture) -> Double {
    guard points.count == other.points.count, !points.isEmpty else { return 255 }
    let sum = zip(points, other.points).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(points.count)
  }
}
