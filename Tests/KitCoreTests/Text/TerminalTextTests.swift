import KitCore
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("\u{1B}[31mred", "^[[31mred"),
    ("bell\u{7}", "bell^G"),
    ("over\rwritten", "over^Mwritten"),
    ("gone\u{7F}", "gone^?"),
    ("c1\u{9B}31m", "c1<U+009B>31m"),
    ("user\u{202E}txt.exe", "user<U+202E>txt.exe"),
    ("zero\u{200B}width", "zero<U+200B>width"),
    ("tag\u{E0041}", "tag<U+E0041>"),
    ("a\u{2028}b", "a<U+2028>b"),
  ])
  func `a sign that could mislead is shown`(text: String, shown: String) {
    #expect(TerminalText(text).shown == shown)
    #expect(TerminalText(oneLine: text).shown == shown)
  }

  @Test(arguments: ["Croeso i'r grŵp", "👩‍👩‍👧 family", "नमस्ते", "“quotes” – dashes", "e\u{301}"])
  func `ordinary writing stays as it is`(text: String) {
    #expect(TerminalText(text).shown == text)
  }

  @Test func `line breaks stay in a text and show in a name`() {
    #expect(TerminalText("one\ntwo\tthree").shown == "one\ntwo\tthree")
    #expect(TerminalText(oneLine: "one\ntwo").shown == "one^Jtwo")
  }

  @Test func `no unsafe scalar survives`() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TerminalText(oneLine: String(scalar)).shown
      #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
