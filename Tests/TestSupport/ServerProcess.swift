import Foundation

/// A program that runs beside a test and ends with it.
///
/// Not Foundation's `Process`: that takes a program for ended when it closes what it inherited, as `sshd` does, and
/// then waits for it on the one thread that all others need.
package final class ServerProcess {
  private let process: pid_t
  private let input: Int32
  private let output: Int32

  /// Starts the program, found in `PATH`, with pipes of its own, which no other child inherits.
  package init(_ words: [String], environment: [String: String] = SystemGit.environment) throws {
    var (toServer, fromServer): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toServer) == 0, pipe(&fromServer) == 0 else {
      throw SystemGit.Failure(description: "no pipes")
    }
    for end in toServer + fromServer { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toServer[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromServer[1], 1)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var started: pid_t = 0
    let code = posix_spawnp(&started, words[0], &actions, nil, &arguments, &variables)
    close(toServer[0])
    close(fromServer[1])
    (process, input, output) = (started, toServer[1], fromServer[0])
    guard code == 0 else { throw SystemGit.Failure(description: "\(words[0]) did not start: \(code)") }
  }

  deinit {
    close(input)
    close(output)
    guard process > 0 else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// The number that the program prints first, such as its port.
  package func firstNumber() -> Int? {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(output, &bytes, bytes.count)
    return Int(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).prefix { $0.isNumber })
  }
}
