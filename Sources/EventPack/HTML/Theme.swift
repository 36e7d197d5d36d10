/// How pages look: the style sheet with the group's colour.
struct Theme {
  /// The colour of links and bars on white, and on dark ground; both can be read there.
  let onLight: Colour, onDark: Colour

  /// A theme with the group's colour, or a blue where it has none.
  init(colour: String?) {
    let base = colour.flatMap { Colour($0) } ?? Colour(red: 0x15, green: 0x4e, blue: 0x8c)
    onLight = base.readable(on: .white)
    onDark = base.readable(on: .night)
  }

  /// The style sheet for a document on this paper.
  func sheet(for paper: PackDocument.Paper) -> String {
    var sheet = ":root{--accent:\(onLight.css);--points:\(paper.points)pt}\n"
    sheet += "@media screen and (prefers-color-scheme:dark){:root{--accent:\(onDark.css)}}\n"
    sheet += StyleSheet.base
    switch paper.form {
    case .pages: sheet += StyleSheet.pages
    case .cards: sheet += StyleSheet.cards
    case .signs: sheet += StyleSheet.signs
    case .slides: sheet += StyleSheet.slides
    }
    if paper.points >= 16 { sheet += StyleSheet.large }
    return sheet + Theme.page(paper)
  }

  /// The sheet of paper and, for cards, how many stand on it.
  private static func page(_ paper: PackDocument.Paper) -> String {
    switch paper.form {
    case .pages:
      let size = paper.size == .a5 && paper.perSheet > 1 ? "A5" : paper.size.rawValue
      return "@page{size:\(size)\(paper.isLandscape ? " landscape" : "");margin:16mm 16mm 18mm}\n"
    case .slides: return "@page{size:A4;margin:14mm}\n"
    case .signs: return "@page{size:\(paper.size.rawValue) landscape;margin:18mm}\n"
    case .cards:
      let (columns, rows, isLandscape) = grid(paper.perSheet)
      let width = (isLandscape ? 297 : 210) - 12
      let height = (isLandscape ? 210 : 297) - 12
      return "@page{size:A4\(isLandscape ? " landscape" : "");margin:6mm}\n"
        + "@media print{.cards{grid-template-columns:repeat(\(columns),\(width / columns)mm)}"
        + ".card{min-height:\(height / rows - 1)mm}}\n"
    }
  }

  /// How cards stand on a sheet of A4.
  private static func grid(_ count: Int) -> (columns: Int, rows: Int, isLandscape: Bool) {
    switch count {
    case ...1: (1, 1, false)
    case 2: (2, 1, true)
    case 3...4: (2, 2, false)
    case 5...6: (2, 3, false)
    case 7...8: (2, 4, false)
    default: (3, (count + 2) / 3, false)
    }
  }
}
