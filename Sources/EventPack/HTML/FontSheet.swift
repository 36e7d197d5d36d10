internal import CPackAssets

/// The letters of a pack: "Kitbag Sans" in four styles.
package enum FontSheet {
  /// One style of the family, as bytes.
  package struct Face: Sendable {
    /// The file's name without an ending.
    package let name: String
    /// Its style.
    package let isBold: Bool, isItalic: Bool
    /// For paper.
    package let trueType: [UInt8]
    /// For pages.
    package let woff2: [UInt8]
  }

  /// All styles: regular, italic, bold, bold italic.
  package static var faces: [Face] {
    (0..<4).map { (index: Int32) -> Face in
      let face = packFontFace(index)
      return Face(
        name: String(cString: face.name), isBold: face.isBold == 1, isItalic: face.isItalic == 1,
        trueType: bytes(face.trueType), woff2: bytes(face.woff2))
    }
  }

  /// The text of the family's licence.
  package static var licence: [UInt8] { bytes(packFontLicence()) }

  /// A style sheet that holds the letters themselves: a page on a USB stick may not fetch fonts in every browser.
  static let sheet: [UInt8] = {
    var sheet: [UInt8] = []
    sheet.reserveCapacity(150_000)
    for face in faces {
      sheet +=
        "@font-face{font-family:\"Kitbag Sans\";font-style:\(face.isItalic ? "italic" : "normal");".utf8
      sheet += "font-weight:\(face.isBold ? 700 : 400);font-display:swap;src:url(data:font/woff2;base64,".utf8
      sheet += base64(face.woff2)
      sheet += ") format(\"woff2\")}\n".utf8
    }
    return sheet
  }()

  private static func bytes(_ asset: PackAsset) -> [UInt8] {
    Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }

  /// Bytes as 64 letters of ASCII (RFC 4648).
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 3 * 4 + 4)
    var index = 0
    while index < bytes.count {
      let left = bytes.count - index
      let group =
        Int(bytes[index]) << 16 | (left > 1 ? Int(bytes[index + 1]) << 8 : 0)
        | (left > 2 ? Int(bytes[index + 2]) : 0)
      output.append(letters[group >> 18])
      output.append(letters[group >> 12 & 63])
      output.append(left > 1 ? letters[group >> 6 & 63] : UInt8(ascii: "="))
      output.append(left > 2 ? letters[group & 63] : UInt8(ascii: "="))
      index += 3
    }
    return output
  }
}
