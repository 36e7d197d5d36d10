import KitCore
import Testing

@Suite struct ContactDetailTests {
  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ContactDetail.all(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    "jo.bloggs@leeds.gov.uk", "a+b@host.org", "zoë@host.fr", "first_last@sub.host.co.uk",
  ])
  func `an e-mail address is found with its place`(address: String) {
    #expect(found("Write to \(address).") == [address])
    #expect(found("<mailto:\(address)>, or") == [address])
  }

  @Test(arguments: [
    "someone@example.org", "x@council.example", "git@github.com:group/kit.git", "https://me@host.org/kit.git",
    "logo@2x.png", "@handle", "a @ b", "ssh://git@host.org/kit", "x@y", "user@10.0.0.1",
  ])
  func `what is nobody's e-mail address is left alone`(text: String) {
    #expect(found("See \(text) here").isEmpty)
  }

  @Test(arguments: [
    "07911 123456", "0113 555 0182", "+44 7911 123456", "+44 (0)20 7123 4567", "(020) 7123 4567",
    "01632-555-123",
  ])
  func `a British telephone number is found`(number: String) {
    let plain = number.hasPrefix("(") ? String(number.dropFirst()) : number
    #expect(found("Call \(number) today") == [plain])
  }

  @Test(arguments: [
    "0800 123 4567", "0300 123 4567", "020 7946 0018", "07700 900123", "2026-03-12 09:30", "01-02-2026 12",
    "sha 0a07911123456", "1.07911123456", "0", "007", "+1 212 555 0100", "01632 960123",
  ])
  func `other numbers are left alone`(text: String) {
    #expect(found("It is \(text) there").isEmpty)
  }

  @Test func `a megabyte of at signs and zeros is searched at once`() {
    #expect(found(String(repeating: "a@0 ", count: 50_000)).isEmpty)
    #expect(found(String(repeating: "0", count: 200_000)).isEmpty)
    #expect(found(String(repeating: "a", count: 200_000) + "@").isEmpty)
  }
}

@Suite struct ContactColumnTests {
  @Test(arguments: [
    "Name,E-mail,Council", "name;email address", "\"Name\",\"Mobile number\"", "id\ttel",
    "Contact Email\r\nx", "Telephone",
  ])
  func `a table's contact column is found`(table: String) {
    #expect(ContactColumn.inTable(Array(table.utf8)).count == 1)
  }

  @Test(arguments: ["Item,Quantity", "hotel,nights", "", "telling,said", "Name\nemail"])
  func `other columns are left alone`(table: String) {
    #expect(ContactColumn.inTable(Array(table.utf8)).isEmpty)
  }

  @Test func `a contact member is found at any depth, once`() {
    let text =
      #"[{"name": "A", "contact": {"e-mail" : "x"}}, {"contact": {"e-mail": "email", "note": "phone"}}]"#
    #expect(ContactColumn.inJSON(Array(text.utf8)).map(\.name) == ["e-mail"])
  }

  @Test(arguments: [#"{"a": "#, #"{"a\"#, #"""#, "", #"{"e\""#])
  func `a document that is cut off ends the search`(text: String) {
    #expect(ContactColumn.inJSON(Array(text.utf8)).isEmpty)
  }
}

@Suite struct ReportedSpeechTests {
  private func kinds(_ text: String) -> [ReportedSpeech.Kind] { ReportedSpeech.all(in: text).map(\.kind) }

  @Test(arguments: [
    "A council put it as “we stopped too late”.", "It was \"never again\".", "‘not us, them’",
  ])
  func `words in quotation marks are speech`(text: String) {
    #expect(kinds(text) == [.quotation])
  }

  @Test(arguments: [
    "It's the members' choice.", "The \"retro\" went well.", "“unclosed words here", "5\" and more",
  ])
  func `an apostrophe or a single marked word is not`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: [
    "The chief executive said so.", "According to finance, yes.", "Our host was late.", "J.S. agreed.",
    "X told us more.",
  ])
  func `words that tell who spoke are found`(text: String) {
    #expect(kinds(text) == [.attribution])
  }

  @Test(arguments: ["Two officers from Leeds stayed.", "We lost 3 unitary councils.", "four people left"])
  func `a number under five of people is a small cell`(text: String) {
    #expect(kinds(text) == [.smallCell])
  }

  @Test(arguments: [
    "Fourteen people came.", "Two rounds were enough.", "The U.K. average, e.g. 12 people.", "",
  ])
  func `plain accounts are left alone`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test func `very many opening marks are searched at once`() {
    #expect(kinds(String(repeating: "“ ‘ ", count: 20_000)).isEmpty)
  }
}
