internal import Glibc

/// Where other programs lie on this machine.
enum Programs {
  /// The absolute path of a program that `PATH` leads to; `nil` where there is none.
  static func path(of name: String, in environment: [String: String]) -> String? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      if isProgram("\(folder)/\(name)") { return "\(folder)/\(name)" }
    }
    return nil
  }

  /// Whether this may be run.
  static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }
}
