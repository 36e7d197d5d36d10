internal import KitCore

/// A picture of the kit as it goes into a pack: only what is needed to show it.
enum StagedPicture {
  /// Whether a file is a picture that a page can show, by its ending.
  static func isPicture(_ path: KitPath) -> Bool {
    ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(path.ending)
  }

  /// The picture without what its camera or its program wrote into it: place, time, names, comments.
  ///
  /// - Returns: The bytes, or why the picture cannot go into a pack, as a phrase.
  static func cleaned(_ bytes: [UInt8], _ path: KitPath) -> Result<[UInt8], Refusal> {
    switch path.ending {
    case "png": png(bytes)
    case "jpg", "jpeg": jpeg(bytes)
    case "svg": svg(bytes)
    case "gif":
      bytes.starts(with: Array("GIF8".utf8))
        ? .success(bytes) : .failure(Refusal(reason: "it is no GIF picture"))
    default: webp(bytes)
    }
  }

  /// Why a picture cannot go into a pack.
  struct Refusal: Error, Equatable {
    /// A phrase: `it is no PNG picture`.
    let reason: String
  }

  /// The most points of a picture: an A3 page at 300 to the inch has 17 million.
  private static let mostPoints = 50_000_000

  private static func png(_ bytes: [UInt8]) -> Result<[UInt8], Refusal> {
    let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: mark), bytes.count > 33 else {
      return .failure(Refusal(reason: "it is no PNG picture"))
    }
    let (points, overflow) = bytes.number(at: 16, 4).multipliedReportingOverflow(by: bytes.number(at: 20, 4))
    if overflow || points > mostPoints { return .failure(Refusal(reason: "it has too many points")) }
    var output = mark
    var index = 8
    while index + 12 <= bytes.count {
      let length = bytes.number(at: index, 4)
      let end = index + 12 + length
      guard end <= bytes.count else { return .failure(Refusal(reason: "it is cut off")) }
      let name = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
      if !["tEXt", "zTXt", "iTXt", "eXIf", "tIME"].contains(name) { output += bytes[index..<end] }
      index = end
      if name == "IEND" { break }
    }
    return .success(output)
  }

  /// A JPEG without the segments that tell of camera, place and program; colours and the picture stay.
  private static func jpeg(_ bytes: [UInt8]) -> Result<[UInt8], Refusal> {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return .failure(Refusal(reason: "it is no JPEG picture")) }
    var output: [UInt8] = [0xFF, 0xD8]
    var index = 2
    while index + 4 <= bytes.count, bytes[index] == 0xFF {
      let mark = bytes[index + 1]
      if mark == 0xFF {
        index += 1
        continue
      }
      if mark == 0xDA { return .success(output + bytes[index...]) }
      let end = index + 2 + bytes.number(at: index + 2, 2)
      guard end <= bytes.count, end >= index + 4 else { return .failure(Refusal(reason: "it is cut off")) }
      if (0xC0...0xCF).contains(mark), ![0xC4, 0xC8, 0xCC].contains(mark), index + 9 <= bytes.count,
        bytes.number(at: index + 5, 2) * bytes.number(at: index + 7, 2) > mostPoints
      {
        return .failure(Refusal(reason: "it has too many points"))
      }
      let isAboutTheCamera = (0xE1...0xEF).contains(mark) && mark != 0xE2 && mark != 0xEE || mark == 0xFE
      if !isAboutTheCamera { output += bytes[index..<end] }
      index = end
    }
    return .failure(Refusal(reason: "it holds no picture"))
  }

  private static func webp(_ bytes: [UInt8]) -> Result<[UInt8], Refusal> {
    guard bytes.count > 16, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8)
    else {
      return .failure(Refusal(reason: "it is no WebP picture"))
    }
    let text = String(decoding: bytes[12..<16], as: UTF8.self)
    // The plain forms hold nothing but the picture; the extended form may hold anything.
    return text == "VP8X"
      ? .failure(Refusal(reason: "it may hold more than a picture; save it as PNG")) : .success(bytes)
  }

  /// A drawing that runs nothing and fetches nothing.
  private static func svg(_ bytes: [UInt8]) -> Result<[UInt8], Refusal> {
    guard let text = String(validating: bytes, as: UTF8.self)?.lowercased() else {
      return .failure(Refusal(reason: "it is no UTF-8 text"))
    }
    let bad = [
      "<script", "<!entity", "<!doctype", "<foreignobject", "javascript:", "@import", "<iframe", "<embed",
      "<object", "<image", "<metadata", "url(http", "url(//", "url('http", "url(\"http",
    ]
    if let found = bad.first(where: { text.contains($0) }) {
      return .failure(Refusal(reason: "the drawing holds “\(found)”, which a pack does not carry"))
    }
    for part in text.split(separator: "<") {
      let words = part.split { $0.isWhitespace || $0 == "/" }
      if words.contains(where: { $0.hasPrefix("on") && $0.contains("=") }) {
        return .failure(Refusal(reason: "the drawing would run a program"))
      }
      if words.contains(where: {
        ($0.hasPrefix("href=") || $0.hasPrefix("xlink:href=")) && !$0.dropFirst(5).contains("=\"#")
          && !$0.hasPrefix("href=\"#")
      }) {
        return .failure(Refusal(reason: "the drawing refers to something outside itself"))
      }
    }
    return .success(bytes)
  }
}

extension [UInt8] {
  /// A number of so many bytes, the greatest first; zero beyond the end.
  fileprivate func number(at index: Int, _ count: Int) -> Int {
    guard index + count <= self.count else { return 0 }
    return self[index..<index + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
