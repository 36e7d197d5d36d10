import CPackAssets
import EventPack
import Foundation
import KitCore
import Paper
import Testing

/// What these tests need of the machine; `make test` puts it there.
enum Machine {
  /// The typesetter.
  static func engine() throws -> TypesetterEngine {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let program = bundle?.bundlePath ?? CommandLine.arguments[0]
    return try #require(
      TypesetterEngine.find(beside: program, environment: ProcessInfo.processInfo.environment),
      "there is no typesetter; 'make test' sets it up")
  }

  /// The fonts of packs.
  static let fonts: [PaperFile] = (0..<4).map { (index: Int32) -> PaperFile in
    let face = packFontFace(index)
    let bytes = UnsafeBufferPointer(start: face.trueType.bytes, count: face.trueType.count)
    return PaperFile(path: "fonts/\(String(cString: face.name)).ttf", bytes: Array(bytes))
  }

  static func typesetter(temporary: String = NSTemporaryDirectory()) throws -> Typesetter {
    Typesetter(engine: try engine(), fonts: fonts, temporary: temporary)
  }

  static func office(temporary: String = NSTemporaryDirectory()) throws -> OfficeWriter {
    let pandoc = try #require(
      OfficeWriter.findPandoc(in: ProcessInfo.processInfo.environment), "there is no pandoc")
    return OfficeWriter(pandoc: pandoc, temporary: temporary)
  }

  static let dress = PaperDress(
    event: "Peer group in Yorkshire and Humber · 12 March 2026, 13:30 to 16:30 · Northborough Council",
    kit: "Peer group on the Local Government Digital Service Standard 1.0.0 · CC BY 4.0")
}

extension PackDocument {
  /// As the typesetter takes it.
  var forPaper: PaperDocument { PaperDocument(id: id, json: Array(json.compactText.utf8)) }

  /// Sets this document alone.
  func set(with typesetter: Typesetter? = nil, files: [PaperFile] = []) async throws -> [UInt8] {
    let setter = try typesetter ?? Machine.typesetter()
    let done = try await setter.set([forPaper], dress: Machine.dress, files: files)
    return try done[0].paper.get()
  }
}
