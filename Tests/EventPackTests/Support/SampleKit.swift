import EventPack
import Foundation
import KitCore

/// The sample kits of this repository, with an event for each of their plans.
enum SampleKit {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every kit with every plan: `lgdss-peer-group/half-day`.
  static let all: [String] = {
    let kits = repository.appending(path: "kits")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: kits.path)) ?? []
    return names.sorted().flatMap { (kit: String) -> [String] in
      let plans =
        (try? FileManager.default.contentsOfDirectory(atPath: kits.appending(path: "\(kit)/plans").path))
        ?? []
      return plans.sorted().map { "\(kit)/\($0.dropLast(5))" }
    }
  }()

  /// The files of a kit by their paths.
  static func files(_ name: String) throws -> [String: [UInt8]] {
    let folder = repository.appending(path: "kits/\(name)")
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = Array(try Data(contentsOf: file))
      }
    }
    return files
  }

  /// A kit with one event, `demo`, in which every parameter without a default has its example.
  ///
  /// - Parameters:
  ///   - name: Kit and plan, `lgdss-peer-group/half-day`.
  ///   - more: Lines to add to the event's file.
  ///   - changed: Files to put in place of the kit's.
  static func request(
    _ name: String, event more: String = "", changing changed: [String: String] = [:], reversed: Bool = false
  ) throws -> PackRequest {
    let parts = name.split(separator: "/").map(String.init)
    var files = try files(parts[0])
    for (path, text) in changed { files[path] = Array(text.utf8) }
    let plain = try there(KitReading.read(admitted(files, reversed)).kit)
    var event = """
      title: A meeting of ours
      plan: \(parts[1])
      kit version: \(plain.identity.version)
      date: 2026-03-12
      start: "13:30"
      time zone: Europe/London
      setting: \(plain.plans.first { $0.id.rawValue == parts[1] }?.setting.rawValue ?? "in-person")
      host: Northborough Council
      venue:
        name: Town Hall
        address: 1 Market Square, Northborough
        step free: yes
        travel: Ten minutes on foot from the station.
      join link: https://meet.example.org/peer
      capacity: 24
      roles:
        facilitator: [Ada Quillfeather]
      accessibility: { contact: host, deadline: 2026-02-26 }
      parking lot: [What about the member portal?]

      """
    if !more.contains("parameters:") {
      let unset = plain.identity.parameters.filter { $0.fallback == nil }
      if !unset.isEmpty {
        event += "parameters:\n" + unset.map { "  \($0.name): \"\($0.example ?? "ours")\"\n" }.joined()
      }
    }
    files["events/demo.yaml"] = Array((event + more).utf8)
    let kit = try there(KitReading.read(admitted(files, reversed)).kit)
    return PackRequest(
      kit: kit, event: try there(kit.events.first), commit: String(repeating: "a", count: 40),
      time: 1_767_323_045)
  }

  private static func admitted(_ files: [String: [UInt8]], _ reversed: Bool) -> KitFiles {
    let pairs = files.sorted { ($0.key < $1.key) != reversed }.map { (path: $0.key, bytes: $0.value) }
    return KitFiles.admitting(pairs).files
  }

  private struct Missing: Error {}

  private static func there<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }
}
