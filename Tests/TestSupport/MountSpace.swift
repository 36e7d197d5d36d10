import Foundation

/// A name space in which a test may mount what it likes.
package enum MountSpace {
  /// Whether mounting works; in some containers not even root may.
  package static func isAllowed() throws -> Bool {
    let folder = TestFolder("mount")
    return try run("mount -t tmpfs -o size=64k none \"$1\"", folder.path).status == 0
  }

  /// Runs a shell script there; `$1` is `folder`, `$2` is `program`.
  package static func run(
    _ script: String, _ folder: String, program: String = Scenario.program("GitScenario")
  ) throws -> SystemGit.Outcome {
    let arguments = ["unshare", "-m", "/bin/sh", "-ec", script, "sh", folder, program]
    return try SystemGit.run("/usr/bin/env", arguments, in: "/tmp")
  }
}
