import Testing

@testable import KitCore

@Test func `KitCore builds`() {}
