import Testing

@Test func `kitbag builds`() {}
