internal import Glibc
internal import KitCore

/// A person's own editor on a text of ours, in a file that only they can read and that goes away again.
struct EditorSession {
  /// What the file holds at first.
  let start: [UInt8]
  /// What its name ends with, so that the editor knows the format.
  let ending: String

  /// Waits for the editor and gives what the person wrote; `nil` where the editor cannot be started or fails.
  ///
  /// `VISUAL` and `EDITOR` may hold options, as people are used to; the shell splits them, and the file's name reaches
  /// it as an argument and never as text.
  /// - Throws: ``Failure`` where no file can be made.
  func edit() throws -> [UInt8]? {
    var template = Array("/tmp/kitbag-words-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&template, Int32(ending.utf8.count))
    guard descriptor >= 0 else {
      throw Failure(what: "No file could be made for your words: \(String(cString: strerror(errno))).")
    }
    close(descriptor)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let folder = WorkFolder(nil)
    try folder.write(start, toExisting: path)
    guard run(on: path) else { return nil }
    return try folder.readFile(path)
  }

  /// The variables that an editor may need.
  private static let variables = [
    "PATH", "HOME", "USER", "SHELL", "TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "DISPLAY",
    "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "DBUS_SESSION_BUS_ADDRESS",
  ]

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func run(on path: String) -> Bool {
    let editor = Self.variable("VISUAL") ?? Self.variable("EDITOR")
    let words = ["/bin/sh", "-c", "\(editor ?? "vi") \"$1\"", "kitbag", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let settings = Self.variables.compactMap { name in Self.variable(name).map { "\(name)=\($0)" } }
    var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, &environment) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return false } }
    return status == 0
  }
}
