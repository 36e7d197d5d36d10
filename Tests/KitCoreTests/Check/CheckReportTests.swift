import KitCore
import Testing

@Suite struct CheckReportTests {
  private let report = CheckReport(
    [
      Diagnostic(
        .error, "steps-do-not-sum", path: "plans/a.yaml", place: SourcePlace(line: 12, column: 5),
        address: .plan(KitID(wellFormed: "a")), message: "The steps take 65 minutes, but 60 are planned.",
        remedy: "Change the minutes."),
      Diagnostic(.warning, "contact-detail", path: "b ü.md", message: "An address\u{1B}[2J stands here."),
      Diagnostic(.information, "unknown-key", message: "Nobody knows it."),
    ], kit: "small")

  @Test func `people read files, places, severities as words, remedies and what next`() {
    let text = report.text()
    #expect(
      text.hasPrefix(
        """
        plans/a.yaml
          12:5     error: The steps take 65 minutes, but 60 are planned.
                   Change the minutes. [steps-do-not-sum]
        """))
    #expect(text.contains("The kit as a whole\n"))
    #expect(text.hasSuffix("What next: mend the errors first, from the top;\nnothing was changed."))
    #expect(text.contains("1 error, 1 warning, 1 note."))
  }

  @Test func `no line is wider than the terminal, and none can move its cursor`() {
    for width in [40, 60, 80] {
      let lines = report.text(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { TextLayout.width(of: $0) <= width })
    }
    #expect(!report.text().contains("\u{1B}"))
  }

  @Test func `quiet leaves out what is not grave, but counts it`() {
    let text = report.text(leastSeverity: .error)
    #expect(!text.contains("contact-detail"))
    #expect(text.contains("1 warning"))
  }

  @Test func `a kit without faults is ready`() {
    #expect(CheckReport([], kit: "a").text() == "Nothing is wrong. The kit is ready to use.")
  }

  @Test func `programs get counts and every diagnostic`() {
    #expect(report.json["errors"]?.whole == 1)
    #expect(report.json["diagnostics"]?[0]?["line"]?.whole == 12)
    #expect(report.json["diagnostics"]?[0]?["address"]?.text == "plan:a")
  }

  @Test func `SARIF has what a forge needs`() throws {
    let sarif = report.sarif(version: "1.2.3")
    #expect(sarif["version"]?.text == "2.1.0")
    let run = try #require(sarif["runs"]?[0])
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
    let results = try #require(run["results"]?.elements)
    #expect(results.count == 3)
    for result in results {
      #expect(["error", "warning", "note"].contains(result["level"]?.text ?? ""))
      #expect(result["message"]?["text"]?.text?.isEmpty == false)
      let index = try #require(result["ruleIndex"]?.whole)
      #expect(rules[index]["id"] == result["ruleId"])
      let place = try #require(result["locations"]?[0]?["physicalLocation"])
      #expect(place["artifactLocation"]?["uri"]?.text?.contains(" ") == false)
    }
    let second = results[1]["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]?.text
    #expect(second == "b%20%C3%BC.md")
    let region = results[0]["locations"]?[0]?["physicalLocation"]?["region"]
    #expect(region?["startLine"]?.whole == 12 && region?["startColumn"]?.whole == 5)
  }
}
