import Children
import Foundation
import Testing

@Suite struct ChildTests {
  private func child(_ script: String, limits: ChildLimits = .roomy) -> Child {
    Child(program: "sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"], limits: limits)
  }

  private func run(_ child: Child, within longest: Duration = .seconds(60)) async throws -> ChildOutcome<
    FirstWords, String
  > {
    try await child.run(messages: FirstWords()) { _ in
      do { try await ContinuousClock().sleep(for: longest) } catch { return nil }
      return "too slow"
    }
  }

  @Test func `a child's output, words and exit code come back apart`() async throws {
    let outcome = try await run(child("echo out; echo err >&2; exit 7"))
    #expect(outcome.output == Array("out\n".utf8))
    #expect(outcome.messages.text == "err\n")
    #expect(outcome.code == 7)
    #expect(outcome.stop == nil)
  }

  @Test func `a child inherits nothing of our surroundings`() async throws {
    let outcome = try await run(child("env"))
    let names = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
      .map { $0.prefix { $0 != "=" } }
    #expect(Set(names).subtracting(["PATH", "PWD", "OLDPWD", "SHLVL", "_"]).isEmpty)
  }

  @Test func `a child reads what it is fed`() async throws {
    let pieces = Pieces(["one ", "two"])
    let outcome = try await child("cat").run(input: { pieces.next() }, messages: FirstWords()) {
      _ -> String? in nil
    }
    #expect(outcome.output == Array("one two".utf8))
  }

  @Test func `a reason to stop reaches the child's own children`() async throws {
    let note = "\(NSTemporaryDirectory())/kitbag-child-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: note) }
    let outcome = try await run(child("sleep 600 & echo $! > \(note); wait"), within: .seconds(2))
    guard case .watch("too slow") = outcome.stop else {
      Issue.record("stopped because of \(String(describing: outcome.stop))")
      return
    }
    let number = try String(contentsOfFile: note, encoding: .utf8).trimmingCharacters(in: .newlines)
    for _ in 0..<600 where Self.isRunning(number) { try await Task.sleep(for: .milliseconds(100)) }
    #expect(!Self.isRunning(number))
  }

  /// Whether a process is there and not merely unburied.
  private static func isRunning(_ number: String) -> Bool {
    guard let told = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
    else { return false }
    return told.split(separator: ")").last.map { !$0.hasPrefix(" Z") } ?? false
  }

  @Test func `a child that says too much is stopped`() async throws {
    let outcome = try await run(child("yes", limits: .roomy.with(outputBytes: 100_000)))
    guard case .outputTooLarge = outcome.stop else {
      Issue.record("stopped because of \(String(describing: outcome.stop))")
      return
    }
  }

  @Test func `a child cannot write a larger file than allowed`() async throws {
    let file = "\(NSTemporaryDirectory())/kitbag-child-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let outcome = try await run(child("yes > \(file)", limits: .roomy.with(fileBytes: 65_536)))
    #expect(outcome.code != 0)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int == 65_536)
  }

  @Test func `cancelling the task ends the child`() async throws {
    let child = child("sleep 60")
    let task = Task { try await run(child) }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    await #expect(throws: ChildError.cancelled) { try await task.value }
  }
}

extension ChildLimits {
  fileprivate static let roomy = ChildLimits(
    fileBytes: 1 << 26, processorSeconds: 60, memoryBytes: 1 << 28, outputBytes: 1 << 24)

  fileprivate func with(fileBytes: Int? = nil, outputBytes: Int? = nil) -> ChildLimits {
    var limits = self
    limits.fileBytes = fileBytes ?? limits.fileBytes
    limits.outputBytes = outputBytes ?? limits.outputBytes
    return limits
  }
}

/// Texts that are handed out one by one.
private final class Pieces: @unchecked Sendable {
  private var texts: [String]
  private let lock = NSLock()

  init(_ texts: [String]) { self.texts = texts }

  func next() -> [UInt8]? {
    lock.withLock { texts.isEmpty ? nil : Array(texts.removeFirst().utf8) }
  }
}
