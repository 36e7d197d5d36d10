import Foundation
import KitCore
import Testing

@Suite struct KitFormatPageTests {
  /// Every shape that stands in a file, each once.
  static let shapes: [ObjectShape] = Address.Kind.allCases.reduce(into: []) { all, kind in
    collect(kind.shape, into: &all)
  }

  private static func collect(_ shape: ObjectShape, into all: inout [ObjectShape]) {
    if all.contains(where: { $0.name == shape.name }) { return }
    all.append(shape)
    for field in shape.fields { collect(field.value, into: &all) }
  }

  private static func collect(_ value: ValueShape, into all: inout [ObjectShape]) {
    switch value {
    case .object(let inner): collect(inner, into: &all)
    case .list(let inner, _), .mapping(_, let inner): collect(inner, into: &all)
    default: break
    }
  }

  private func page() throws -> String {
    let file = Kits.repository.appending(path: "Sources/KitCore/KitCore.docc/KitFormat.md")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func `the page on the format names every key and every word of the model`() throws {
    let page = try page()
    for shape in Self.shapes {
      for field in shape.fields {
        #expect(page.contains("`\(field.key)`"), "\(shape.name): \(field.key)")
        guard case .choice(let words) = field.value else { continue }
        for word in words { #expect(page.contains(word), "\(shape.name), \(field.key): \(word)") }
      }
    }
  }

  @Test func `shapes with one name are one shape, and no key stands twice`() {
    #expect(Set(Self.shapes.map { $0.name }).count == Self.shapes.count)
    for shape in Self.shapes {
      #expect(Set(shape.fields.map { $0.key }).count == shape.fields.count, "\(shape.name)")
      for rule in shape.rules {
        switch rule {
        case .needs(let needed, let key, _): #expect(shape.field(needed) != nil && shape.field(key) != nil)
        case .oneOf(let keys): #expect(keys.allSatisfy { shape.field($0) != nil })
        case .notBoth(let one, let other): #expect(shape.field(one) != nil && shape.field(other) != nil)
        }
      }
    }
  }

  @Test func `a file with very many faults is told of a thousand and of how many more`() throws {
    let tasks = (0..<3000).map { "  - { id: t\($0), when: soon, task: x }" }.joined(separator: "\n")
    let list = "title: A\nrole: host\ntasks:\n\(tasks)\n"
    let found = KitReading.read(try Kits.made(["checklists/host.yaml": list])).diagnostics
    #expect(found.count == ShapeCheck.limit + 1)
    #expect(found.first { $0.rule == "too-many" }?.message.hasPrefix("2000 more") == true)
  }
}
