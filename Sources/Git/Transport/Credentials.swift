/// A program of ours that git may ask for an account's name and password.
///
/// The secret itself never passes through this module: git starts the program with its question (which names the
/// server) as the one argument, and reads one line from its output.
package struct Credentials: Hashable, Sendable {
  /// The program's absolute path.
  package var program: String
  /// Variables that only this program needs, such as the path of a pipe; never a secret.
  package var environment: [String: String]

  /// A program to ask.
  package init(program: String, environment: [String: String] = [:]) {
    self.program = program
    self.environment = environment
  }
}
