import Foundation
import KitCore
import Testing

@Suite struct SchemaCommandTests {
  @Test func `a schema is printed by its name`() throws {
    let run = try ProgramRun(["schema", "plan"])
    #expect(run.status == 0)
    #expect(run.text == Plan.shape.schema.prettyText)
    #expect(run.errors.isEmpty)
  }

  @Test func `all schemas are printed as one value`() throws {
    let all = try JSON(reading: ProgramRun(["schema"]).output)
    #expect(all.members?.map { $0.name } == Address.Kind.allCases.map { $0.rawValue })
  }

  @Test func `schemas are written into a folder, over older ones`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kitbag-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for _ in 1...2 { #expect(try ProgramRun(["schema", "--write", folder.path]).status == 0) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == Address.Kind.allCases.map { $0.schemaFileName }.sorted())
    let text = try String(contentsOf: folder.appending(path: "kit.schema.json"), encoding: .utf8)
    #expect(text == KitIdentity.shape.schema.prettyText)
  }

  @Test func `a name that is no schema is wrong usage, with what was meant`() throws {
    let run = try ProgramRun(["schema", "plna"])
    #expect(run.status == 64)
    #expect(run.errors.contains("Did you mean “plan”?"))
  }

  @Test func `a folder that cannot be written fails with its path`() throws {
    let run = try ProgramRun(["schema", "--write", "/dev/null/x"])
    #expect(run.status == 1)
    #expect(run.errors.contains("/dev/null/x"))
  }
}
