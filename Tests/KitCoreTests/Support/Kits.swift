import Foundation
import KitCore

/// Kits for tests: the samples of the repository, and small ones made of texts.
enum Kits {
  /// The repository that these tests stand in.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the sample kits in the repository, in alphabetical order.
  static let samples: [String] = {
    let folder = repository.appending(path: "kits")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/kit.yaml").path)
    }
    .sorted()
  }()

  /// The files of a sample kit.
  static func sample(_ name: String) throws -> KitFiles {
    let folder = repository.appending(path: "kits/\(name)")
    var contents: [KitPath: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else {
        continue
      }
      contents[try KitPath(path)] = Array(try Data(contentsOf: file))
    }
    return KitFiles(contents)
  }

  /// A kit of texts by path, with a good kit.yaml unless another is given.
  static func made(_ texts: [String: String]) throws -> KitFiles {
    var contents: [KitPath: [UInt8]] = [try KitPath("kit.yaml"): Array(identity.utf8)]
    for (path, text) in texts { contents[try KitPath(path)] = Array(text.utf8) }
    return KitFiles(contents)
  }

  /// A small good kit.yaml.
  static let identity = """
    kitbag: 1
    id: small
    title: Small kit
    purpose: Show that it can be read.
    version: 1.0.0
    licence: CC-BY-4.0
    owner: london
    attribution: []
    """

  /// A small good plan.
  static let plan = """
    title: Half day
    purpose: Find out where we stand.
    outcomes: By the end everyone knows whom to ask.
    blocks:
      - id: welcome
        title: Welcome
        kind: arrival
        minutes: 10
        purpose: People feel expected.
        lead: host
        steps:
          - { minutes: 10, do: Say hello. }
      - id: walk
        title: Card walk
        kind: activity
        minutes: 40
        purpose: See what we know.
        status: fixed
        because: All regions compare.
        groups: groups of 4
        if short: { cut: yes, by: Leave it out. }
    """
}
