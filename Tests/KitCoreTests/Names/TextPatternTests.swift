import Foundation
import KitCore
import Testing

@Suite struct TextPatternTests {
  static let patterns: [TextPattern] = [
    .id, .resourceID, .guideReference, .version, .licence, .sourceLicence, .language, .date, .clockTime,
    .timeZone,
    .offset, .url, .grouping, .parameterName, .colour, .address,
  ]

  static let texts: [String] = [
    "", "a", "A", "half-day", "cards/user-needs", "a//b", "/a", "a/", "g#s", "g#", "#s", "1.2.0", "1.2",
    "01.2.0",
    "2.0.0-beta.1", "1.0.0+x", "1.0.0-", "CC-BY-4.0", "none stated", "none", "MIT", "en", "en-GB", "EN",
    "cym", "engl",
    "2026-03-12", "2026-13-01", "2026-1-1", "2026-02-31", "2026-00-10", "2026-10-00", "2026-10-32", "13:30",
    "24:00",
    "9:30", "23:59", "12:60", "Europe/London", "UTC", "Etc/GMT+1", "a b", "T0", "T-6w", "T+1d", "T-6", "T6w",
    "T-1000d",
    "https://example.org/a", "http://x", "ftp://x", "https://a b", "individual", "groups of 4", "groups of 0",
    "groups of 1000", "groups of", "pairs", "region", "1region", "horizon-years", "#1d70b8", "#12", "1d70b8",
    "kit", "plan:half-day#welcome.minutes", "plan", "plan:", "kit:x", "resource:a/b", "plan:a#b.c.d", "x:y",
    "plan:a#b/c", "plan:a#", "plan:a.", "kit.purpose", "plan:a#b.if short",
  ]

  @Test func `a pattern and its regular expression agree`() throws {
    for pattern in Self.patterns {
      let expression = try NSRegularExpression(pattern: pattern.regularExpression)
      for text in Self.texts {
        let range = NSRange(text.startIndex..., in: text)
        let isMatch = expression.firstMatch(in: text, range: range)?.range == range
        #expect(pattern.matches(text) == isMatch, "\(text) with \(pattern.regularExpression)")
      }
    }
  }

  @Test func `every pattern takes something and refuses something`() {
    for pattern in Self.patterns {
      #expect(Self.texts.contains { pattern.matches($0) }, "\(pattern.regularExpression)")
      #expect(Self.texts.contains { !pattern.matches($0) }, "\(pattern.regularExpression)")
    }
  }

  @Test func `a hostile text is refused without going through every way to read it`() {
    let slow: TextPattern = .repeated(.repeated(.characters(.lowercase, 1...40), 1...40), 1...40)
    #expect(!slow.matches(String(repeating: "a", count: 400) + "!"))
  }
}
