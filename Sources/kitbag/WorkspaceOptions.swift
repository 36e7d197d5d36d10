internal import ArgumentParser
internal import Franchise
internal import Git
internal import Glibc

/// What every command understands that keeps something in a kit's past.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who you are, as 'Name <address>'; else what git knows of you, else your group's role.",
      valueName: "who"))
  var who: String?

  func validate() throws {
    if let who, Identity(parsing: who) == nil {
      throw ValidationError("'\(who)' is no name. Write it like 'Sam Green <sam@example.org>'.")
    }
  }

  /// The conditions under which a command works in a repository with these settings.
  func conditions(_ settings: Settings = Settings()) -> Workspace.Conditions {
    let environment = Surroundings.environment
    let identity =
      who.flatMap { Identity(parsing: $0) }
      ?? Identity.ofPerson(
        home: environment["HOME"], settingsHome: environment["XDG_CONFIG_HOME"], repository: settings)
    return Workspace.Conditions(clock: Surroundings.clock, identity: identity)
  }

  /// Opens the kit in a folder.
  ///
  /// - Throws: `FranchiseError`, `GitError`.
  func open(_ folder: String) async throws -> Workspace {
    let settings = (try? Repository.open(folder))?.settings
    return try await Workspace.open(folder, conditions(settings ?? Settings()))
  }
}

/// What the program takes from where it was started.
enum Surroundings {
  /// The variables that matter to Kitbag and to the git that it calls.
  static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in ChildEnvironment.names {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  /// The computer's clock; `SOURCE_DATE_EPOCH`, seconds since 1970, stands still instead, as other tools have it.
  static var clock: Git.Clock {
    guard let fixed = getenv("SOURCE_DATE_EPOCH"), let seconds = Int64(String(cString: fixed)) else {
      return .system
    }
    return .fixed(seconds)
  }

  /// The folders in which other programs are looked for, with colons between them.
  static var programs: String { getenv("PATH").map { String(cString: $0) } ?? "" }

  /// The folder that the program was started in.
  static var folder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Whether a person sits at both ends.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }
}

extension SharedOptions {
  /// The folder that a command works in, absolute.
  func folder(_ typed: String? = nil) -> String {
    let path = path(typed)
    if path == "." { return Surroundings.folder }
    return path.hasPrefix("/") ? path : Surroundings.folder + "/" + path
  }
}
