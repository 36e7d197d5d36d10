import EventPack
import Foundation
import Paper
import Testing

@Suite struct SameBytesTests {
  @Test func `another file mask, folder, order and moment make the same PDF`() async throws {
    let one = try await Machine.typesetter().set(Samples.all.map(\.forPaper), dress: Machine.dress)
    let other = try await elsewhere {
      let folder = try TestFolder()
      let setter = try Machine.typesetter(temporary: folder.path)
      return try await setter.set(Samples.all.reversed().map(\.forPaper), dress: Machine.dress)
    }
    let first = try one.map { try $0.paper.get() }
    let second = try other.reversed().map { try $0.paper.get() }
    for (place, document) in Samples.all.enumerated() {
      #expect(first[place] == second[place], "\(document.id) differs")
    }
  }

  @Test func `another file mask, folder and moment make the same office files`()
    async throws
  {
    let documents = OfficeSamples.all
    let one = try await Machine.office().write(documents)
    let other = try await elsewhere {
      let folder = try TestFolder()
      return try await Machine.office(temporary: folder.path).write(documents)
    }
    for (place, document) in documents.enumerated() {
      #expect(try one[place].get() == other[place].get(), "\(document.id).\(document.format) differs")
    }
  }

  /// Runs `body` with another file mask, which is all of our surroundings that a child inherits.
  private func elsewhere<Value>(_ body: () async throws -> Value) async throws -> Value {
    let mask = umask(0o077)
    defer { umask(mask) }
    return try await body()
  }
}
