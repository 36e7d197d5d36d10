import Foundation
import KitCore
import Testing

@Suite struct SchemaAgreementTests {
  typealias Document = IndependentValidator.Document

  /// Documents that fit: the smallest and the fullest of each kind, and the smallest with each other key.
  static let good: [Document] = Address.Kind.allCases.flatMap { (kind: Address.Kind) -> [Document] in
    let small = Sample.fitting(kind.shape, isFull: false)
    let full = Sample.fitting(kind.shape, isFull: true)
    var all = [
      Document(name: "\(kind) small", kind: kind, yaml: small.yaml),
      Document(name: "\(kind) full", kind: kind, yaml: full.yaml),
      Document(name: "\(kind) unknown key", kind: kind, yaml: small.setting("no such key", .list([])).yaml),
    ]
    for field in kind.shape.fields where !field.isRequired {
      let value = Sample.fitting(field.value, isFull: true)
      all.append(
        Document(name: "\(kind) with \(field.key)", kind: kind, yaml: small.setting(field.key, value).yaml))
    }
    return all
  }

  /// Documents with one fault: the fullest of each kind, broken in every way at every place.
  static let bad: [Document] = Address.Kind.allCases.flatMap { (kind: Address.Kind) -> [Document] in
    Sample.fitting(kind.shape, isFull: true).broken(as: kind.shape).map {
      Document(name: "\(kind) \($0.fault)", kind: kind, yaml: $0.value.yaml)
    }
  }

  /// The files of all sample kits: data, and front matter.
  static func samples() throws -> [Document] {
    try Kits.samples.flatMap { (name: String) -> [Document] in
      let files = try Kits.sample(name)
      return try files.paths.compactMap { (path: KitPath) -> Document? in
        guard let layout = KitLayout(path), let bytes = files[path] else { return nil }
        let source = try SourceText(bytes)
        var range = source.contents
        if path.ending == "md" {
          guard layout.language == nil, case .found(let yaml, _) = FrontMatter(in: source) else { return nil }
          range = yaml
        } else if path.ending != "yaml" {
          return nil
        }
        return Document(name: "\(name)/\(path)", kind: layout.address.kind, yaml: source[range])
      }
    }
  }

  /// Whether our own check finds no fault that a schema could express.
  static func accepts(_ document: Document) throws -> Bool {
    let path = try KitPath("test.yaml")
    let read = try YAMLDocument.read(Array(document.yaml.utf8))
    let record = Record(document.kind.shape, read.root, path: path, source: read.source, address: .kit)
    let beyondSchemas: Set<String> = ["duplicate-id", "bad-date"]
    return !ShapeCheck.diagnostics(of: record).contains {
      $0.severity == .error && !beyondSchemas.contains($0.rule)
    }
  }

  @Test func `what fits is accepted by us and by another validator`() throws {
    let documents = try Self.good + Self.samples()
    #expect(documents.count >= 60)
    for (document, isAccepted) in zip(documents, try IndependentValidator.accepts(documents)) {
      #expect(isAccepted, "the other refuses \(document.name): \(document.yaml)")
      #expect(try Self.accepts(document), "we refuse \(document.name): \(document.yaml)")
    }
  }

  @Test func `what is broken is refused by us and by another validator`() throws {
    #expect(Self.bad.count >= 200)
    for (document, isAccepted) in zip(Self.bad, try IndependentValidator.accepts(Self.bad)) {
      #expect(!isAccepted, "the other accepts \(document.name): \(document.yaml)")
      #expect(try !Self.accepts(document), "we accept \(document.name): \(document.yaml)")
    }
  }

  @Test func `every key of every shape is broken at least once`() {
    for kind in Address.Kind.allCases {
      for field in kind.shape.fields {
        let full = Sample.fitting(kind.shape, isFull: true)
        guard full[field.key] != nil else { continue }
        #expect(Self.bad.contains { $0.name.hasPrefix("\(kind) \(field.key)") }, "\(kind) \(field.key)")
      }
    }
  }

  @Test func `the schemas in the repository are the ones that the model gives`() throws {
    let folder = Kits.repository.appending(path: "schemas")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == Address.Kind.allCases.map { $0.schemaFileName }.sorted())
    for kind in Address.Kind.allCases {
      let text = try String(contentsOf: folder.appending(path: kind.schemaFileName), encoding: .utf8)
      #expect(
        text == kind.shape.schema.prettyText, "Run “kitbag schema --write schemas” after changing the model.")
    }
  }

  @Test(arguments: Kits.samples)
  func `every data file of a sample kit tells editors its schema`(name: String) throws {
    let files = try Kits.sample(name)
    for path in files.paths where path.ending == "yaml" {
      guard let layout = KitLayout(path) else { continue }
      let up = String(repeating: "../", count: path.names.count + 1)
      let line = "# yaml-language-server: $schema=\(up)schemas/\(layout.address.kind.schemaFileName)\n"
      let bytes = try #require(files[path])
      #expect(String(decoding: bytes.prefix(line.utf8.count), as: UTF8.self) == line, "\(path)")
    }
  }

  @Test(arguments: Address.Kind.allCases)
  func `schemas refer to nothing outside of themselves`(kind: Address.Kind) {
    let words = kind.shape.schema.compactText.components(separatedBy: "\"$ref\":\"").dropFirst()
    #expect(words.allSatisfy { $0.hasPrefix("#/") })
  }

  @Test func `every schema and every key in it has a description`() {
    for kind in Address.Kind.allCases {
      let schema = kind.shape.schema
      #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
      #expect(schema["$id"]?.text?.hasSuffix(kind.schemaFileName) == true)
      for part in [schema] + (schema["$defs"]?.members ?? []).map({ $0.value }) {
        #expect(part["description"]?.text?.isEmpty == false)
        for member in part["properties"]?.members ?? [] {
          #expect(member.value["description"]?.text?.isEmpty == false, "\(kind) \(member.name)")
        }
      }
    }
  }
}
