internal import Children
internal import Glibc

/// The installed `pandoc`, which turns text documents of office programs into Markdown.
///
/// It runs as a child in its own sandbox, in which it reads nothing but the document: no other file, no address of the
/// web, no filter or template. It gets a fixed list of arguments, an environment of ours, and limits.
struct OfficeText: Sendable {
  /// The program, by its full path.
  let program: String

  /// The endings of documents that it is asked to read, with what it calls them.
  static let formats = ["docx": "docx", "odt": "odt", "rtf": "rtf"]
  private static let patience: Duration = .seconds(30)

  /// Looks for the program in the folders of a search path; `nil` where it is not installed.
  init?(searching path: String) {
    let folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    guard let found = folders.map({ $0 + "/pandoc" }).first(where: { access($0, X_OK) == 0 }) else {
      return nil
    }
    program = found
  }

  /// The document as Markdown; `nil` where the program cannot read it.
  ///
  /// - Throws: `CancellationError`.
  func markdown(of document: [UInt8], ending: String) async throws -> [UInt8]? {
    guard let format = Self.formats[ending], let file = Self.scratch(holding: document) else { return nil }
    defer { unlink(file) }
    let child = Child(
      program: program,
      arguments: ["--sandbox", "--from=\(format)", "--to=gfm", "--wrap=none", "--", file],
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"],
      limits: ChildLimits(
        fileBytes: 1 << 20, processorSeconds: 60, memoryBytes: 2 << 30, outputBytes: 16 << 20))
    let outcome: ChildOutcome<FirstWords, Bool>
    do throws(ChildError) {
      outcome = try await child.run(messages: FirstWords()) { _ in
        do { try await ContinuousClock().sleep(for: Self.patience) } catch { return nil }
        return true
      }
    } catch {
      if error == .cancelled { throw CancellationError() }
      return nil
    }
    return outcome.code == 0 && outcome.stop == nil && !outcome.output.isEmpty ? outcome.output : nil
  }

  /// A file of ours that holds these bytes; its path.
  private static func scratch(holding bytes: [UInt8]) -> String? {
    var name = Array(((Surroundings.environment["TMPDIR"] ?? "/tmp") + "/kitbag-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        unlink(name)
        return nil
      }
      rest = rest.dropFirst(max(0, count))
    }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
