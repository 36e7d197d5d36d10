/// A colour of a screen.
struct Colour: Equatable {
  /// Red, green and blue, 0 to 255.
  let red: Int, green: Int, blue: Int

  static let white = Colour(red: 255, green: 255, blue: 255)
  /// The ground of dark pages.
  static let night = Colour(red: 20, green: 24, blue: 29)

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#1d70b8`; `nil` for anything else.
  init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), let number = Int(text.dropFirst(), radix: 16),
      number >= 0
    else {
      return nil
    }
    self.init(red: number >> 16, green: number >> 8 & 255, blue: number & 255)
  }

  /// As a style sheet has it.
  var css: String {
    let number = red << 16 | green << 8 | blue
    let text = String(number, radix: 16)
    return "#" + String(repeating: "0", count: 6 - text.utf8.count) + text
  }

  /// How bright it is to the eye, 0 to 1: WCAG's relative luminance, with a polynomial in place of its power.
  private var luminance: Double {
    func linear(_ part: Int) -> Double {
      let value = Double(part) / 255
      return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// How well this colour can be read on another: 1 not at all, 21 best; text needs 4.5.
  func contrast(with other: Colour) -> Double {
    let (bright, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (bright + 0.05) / (dark + 0.05)
  }

  /// The colour, made darker or lighter only as far as text in it needs in order to be read on this ground.
  func readable(on ground: Colour, contrast wanted: Double = 4.7) -> Colour {
    let target = ground.luminance > 0.4 ? 0 : 255
    for step in 0...20 {
      func mixed(_ part: Int) -> Int { part + (target - part) * step / 20 }
      let colour = Colour(red: mixed(red), green: mixed(green), blue: mixed(blue))
      if colour.contrast(with: ground) >= wanted { return colour }
    }
    return Colour(red: target, green: target, blue: target)
  }
}
