import Foundation
import Git
import KitCore

/// `merge CORPUS [--sketch FILE]`: mergers side by side on real merges.
///
/// A corpus holds folders with `base`, `ours`, `theirs` and `merged`, all with one ending, and `meta.json`; folders
/// named `c…` are controls, which git merges cleanly.
enum MergeBench {
  static func run(_ arguments: [String]) throws {
    guard let corpus = arguments.first else {
      print("merge: no corpus given; nothing to score")
      return
    }
    let cases = MergeCase.all(in: corpus)
    guard !cases.isEmpty else {
      print("merge: there is no corpus at \(corpus); nothing to score")
      return
    }
    let controls = cases.count(where: \.isControl)
    print("\(cases.count - controls) conflict cases, \(controls) controls")
    print("merger    resolved    same  same ws   holds   mech resolved / ws  controls      ms")
    for merger in mergers(arguments) { print(MergeScore(of: merger, on: cases).row) }
  }

  private static func mergers(_ arguments: [String]) -> [Merger] {
    var mergers = [
      Merger.git,
      Merger(name: "kitbag") { one in
        let merge = DocumentMerge(MergeFormat(path: one.path)) { base, ours, theirs in
          mergeLines(base: base, ours: ours, theirs: theirs)
        }
        let merged = merge.merge(ThreeWay(base: one.base, ours: one.ours, theirs: one.theirs))
        return merged.isClean ? merged.bytes : nil
      },
    ]
    if let wiggle = Merger.installed("wiggle") {
      mergers.append(.program("wiggle", [wiggle, "-m", "{ours}", "{base}", "{theirs}"]))
    }
    if let index = arguments.firstIndex(of: "--sketch"), index + 1 < arguments.count,
      let python = Merger.installed("python3")
    {
      mergers.append(.program("sketch", [python, arguments[index + 1], "{ours}", "{base}", "{theirs}"]))
    }
    return mergers
  }
}
