import EventPack
import Paper
import Testing

@Suite struct LettersTests {
  @Test func `the family has all letters of the languages of these islands and their neighbours`()
    async throws
  {
    let text = "ŵŷŴŶâêîôûẁẃẅỳ áéíóú ąęłńśźż čěřšťž øåæöäüß ñçğışțăőű –—‘’“”…• → ← ☐ ☑ ✓ £ € ½ ² °"
    let set = try await Machine.typesetter().set(
      [Samples.document("a", title: text, [Samples.words(text)]).forPaper], dress: Machine.dress)
    #expect(set[0].unknownLetters == [])
    #expect(set[0].bytes != nil)
  }
}
