import Testing

@testable import Git

@Test func `Git builds`() {}
