/// The typesetter as it is found on a machine.
package enum TypesetterEngine: Hashable, Sendable {
  /// The Python of a private environment that holds the module, by its absolute path. One process sets all documents.
  case module(python: String)
  /// The program of this absolute path, started once for each document.
  case program(String)

  /// Looks for the private environment first, since its version is fixed and makes the same bytes everywhere, then for
  /// the program in `PATH`.
  ///
  /// - Parameters:
  ///   - program: Kitbag's own absolute path, beside which the private environment lies: `../lib/kitbag/typst` where it
  ///     is installed, `typst` in the folder of a build.
  ///   - environment: The caller's; `KITBAG_TYPST` may name the environment's folder.
  package static func find(beside program: String, environment: [String: String]) -> TypesetterEngine? {
    for folder in folders(beside: program, environment: environment) {
      let python = "\(folder)/bin/python3"
      if Programs.isProgram(python) { return .module(python: python) }
    }
    return Programs.path(of: "typst", in: environment).map { .program($0) }
  }

  private static func folders(beside program: String, environment: [String: String]) -> [String] {
    var folders: [String] = []
    if let named = environment["KITBAG_TYPST"], named.hasPrefix("/") { folders.append(named) }
    let steps = program.split(separator: "/").dropLast()
    // The program in bin/, or in a folder of a build such as .build/<machine>/debug/.
    folders.append("/" + (steps.dropLast() + ["lib", "kitbag", "typst"]).joined(separator: "/"))
    for depth in 0..<min(3, steps.count) {
      folders.append("/" + (steps.dropLast(depth) + ["typst"]).joined(separator: "/"))
    }
    return folders
  }
}
