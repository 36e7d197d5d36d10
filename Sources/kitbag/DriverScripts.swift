internal import Git
internal import Glibc

/// What git runs to merge and to compare, as lines for a shell.
///
/// The program is found again where it was moved, and where it is gone or fails git's own way takes over with a word
/// about it: a merge must never keep one side in silence.
struct DriverScripts {
  /// The full path of the program that the drivers were installed with.
  let program: String

  /// The two commands, for a repository's settings.
  var commands: DriverSetup.Commands { DriverSetup.Commands(merge: merge, diff: diff) }

  private static let remedy =
    "'kitbag git-driver install' puts it right; 'git config --remove-section merge.kitbag' and '… diff.kitbag' end it"

  /// Finds the program: where it was, or else on the path.
  private var find: String { "k=\(Self.quoted(program)); [ -x \"$k\" ] || k=$(command -v kitbag);" }

  /// Any status but 0 (merged) and 1 (clashes) means that Kitbag could not do it, and that the file is as it was.
  private var merge: String {
    let ask = "s=127; [ -z \"$k\" ] || { \"$k\" git-driver merge %O %A %B %L %P; s=$?; };"
    let tell =
      "echo \"kitbag: could not merge\" %P\"; git merges its lines instead. \(Self.remedy).\" >&2;"
    return "\(find) \(ask) [ $s -le 1 ] && exit $s; \(tell) "
      + "git merge-file -q -L ours -L base -L theirs --marker-size=%L %A %O %B"
  }

  /// git adds the path, both files and more as arguments.
  private var diff: String {
    let ask = "[ -n \"$k\" ] && \"$k\" git-driver diff \"$@\" && return;"
    let tell = "echo \"kitbag: could not compare $1; these are git's lines. \(Self.remedy).\" >&2;"
    return
      "f() { \(find) \(ask) \(tell) [ -z \"$5\" ] || git diff --no-index --no-ext-diff -- \"$2\" \"$5\"; "
      + "[ $? -le 1 ]; }; f"
  }

  /// A word for a shell.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}

/// Where this program is, for commands that other programs run later.
enum ProgramPath {
  /// The full path of the running program, so that it is found whatever `PATH` says then.
  static var full: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return "kitbag" }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
