import KitCore
import Testing

@Suite struct ParameterTextTests {
  static let values = ["region": "Midlands", "host": "{{region}} \\{{ ${x} <b>", "empty": ""]

  @Test(arguments: [
    ("In {{region}} and {{region}}.", "In Midlands and Midlands."),
    ("{{host}}", "{{region}} \\{{ ${x} <b>"),
    ("\\{{region}} is a parameter", "{{region}} is a parameter"),
    ("{{{region}}}", "{Midlands}"),
    ("[{{empty}}]", "[]"),
    ("{{unknown}} stays", "{{unknown}} stays"),
    ("{{ region }} {{Region}} {{}} {{", "{{ region }} {{Region}} {{}} {{"),
    ("{{re\ngion}} {{a {{region}}", "{{re\ngion}} {{a Midlands"),
    ("{{region}}{{region}}", "MidlandsMidlands"),
    ("é{{region}}😀", "éMidlands😀"),
    ("{% raw %}{{region | upcase}}{% endraw %}", "{% raw %}{{region | upcase}}{% endraw %}"),
  ])
  func `values are put in once, as data`(text: String, expected: String) {
    #expect(ParameterText(text).substituting(Self.values) == expected)
  }

  @Test func `a use without a value is reported with the nearest name`() throws {
    let text = ParameterText("{{regoin}} {{venue}} {{ Region }} {{zebra}} {{region}} {{local_term}}")
    let faults = text.faults(values: Self.values, declared: ["region", "venue", "local-term"])
    #expect(
      faults.map(\.kind) == [
        .unknown("regoin"), .unset("venue"), .malformed(" Region "), .unknown("zebra"),
        .malformed("local_term"),
      ])
    #expect(faults.map(\.suggestion) == ["region", nil, "region", nil, "local-term"])
    #expect(faults.map(\.range.lowerBound) == [0, 11, 21, 34, 55])
    #expect(text.names == ["regoin", "venue", "zebra", "region"])
  }

  @Test func `uses in a YAML value have the places of the file, however it is quoted`() throws {
    let source = try SourceText(Array("a: {{x}}\nb: \"Say \\\"{{region}}\\\" \\\\{{no}}\"\n".utf8))
    let text = ParameterText(source, in: source.contents)
    #expect(text.uses.map { source[$0.range] } == ["{{x}}", "{{region}}", "\\{{"])
    #expect(source.place(at: text.uses[1].range.lowerBound) == SourcePlace(line: 2, column: 11))
  }

  @Test func `a name has at most 64 letters`() {
    let longest = String(repeating: "a", count: 64)
    #expect(ParameterText("{{\(longest)}}").names == [longest])
    #expect(ParameterText("{{\(longest)a}}").names.isEmpty)
    #expect(ParameterText.isName("venue-usual"))
    for bad in ["", "Région", "а", "a b", "a_b", "a\u{200B}"] { #expect(!ParameterText.isName(bad)) }
  }

  @Test(arguments: ["{", "{{", "{{a", "}}", "\\{{", "{{ "])
  func `a text of nothing but braces is looked through quickly`(piece: String) {
    let text = ParameterText(String(repeating: piece, count: 20_000))
    #expect(text.names.isEmpty)
  }
}
