import Foundation

/// An ssh server of this test: the system's `sshd`, run by the person who runs the test, on the loopback.
package final class TestSSHServer {
  /// Whether there is one to run here.
  package static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: program) }
  private static let program = "/usr/sbin/sshd"

  private let process: ServerProcess
  private let folder: TestFolder
  /// Where it listens.
  package let port: Int
  /// Whose account it is.
  package let user = NSUserName()

  /// Starts a server with a new key, which lets in the key `id` of the folder.
  package init(in folder: TestFolder) throws {
    self.folder = folder
    port = try FreePort.find()
    // The superuser's sshd wants this empty folder, which the system makes when it starts its own.
    if getuid() == 0 { mkdir("/run/sshd", 0o755) }
    for name in ["host", "id", "other"] { try Self.makeKey(folder(name)) }
    try folder.write(folder.text("id.pub") ?? "", to: "authorized")
    try folder.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder("host"))
      AuthorizedKeysFile \(folder("authorized"))
      PidFile none
      UsePAM no
      StrictModes no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin prohibit-password
      SetEnv GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
      LogLevel QUIET
      """, to: "sshd.conf")
    process = try ServerProcess([Self.program, "-D", "-f", folder("sshd.conf")])
    try FreePort.waitUntilOpen(port)
    try know(key: "host")
  }

  /// Writes the file of known servers, with the key that is named, or without any.
  package func know(key: String?) throws {
    let line = key.flatMap { folder.text($0 + ".pub") }.map { "[127.0.0.1]:\(port) \($0)" }
    try folder.write(line ?? "", to: "known")
  }

  /// The fingerprint of the server's key, as ssh itself writes it.
  package func fingerprint() throws -> String {
    let outcome = try SystemGit.run(
      "/usr/bin/env", ["ssh-keygen", "-lf", folder("host.pub")], in: folder.path)
    return outcome.text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  private static func makeKey(_ path: String) throws {
    let words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", path]
    let outcome = try SystemGit.run("/usr/bin/env", words, in: "/")
    guard outcome.status == 0 else { throw SystemGit.Failure(description: outcome.errors) }
  }
}
