import Foundation
import Testing

@Suite struct ProgramTests {
  @Test func `the version is one line`() throws {
    let run = try ProgramRun(["--version"])
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [[], ["--help"], ["-h"], ["help"]])
  func `help lists every command`(arguments: [String]) throws {
    let run = try ProgramRun(arguments)
    #expect(run.status == 0)
    for command in ["check", "show", "merge-file"] { #expect(run.text.contains("  \(command) ")) }
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [("chek", "check"), ("shwo", "show"), ("SHOW", "show")])
  func `a mistyped command suggests the nearest`(typed: String, meant: String) throws {
    let run = try ProgramRun([typed])
    #expect(run.status == 64)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains("There is no command '\(typed)'"))
    #expect(run.errors.contains("Did you mean 'kitbag \(meant)'?"))
  }

  @Test(arguments: [
    (["help", "nope"], "There is no command 'nope'."), (["help", "chek"], "Did you mean 'kitbag check'?"),
    (["git-driver", "instal"], "Did you mean 'kitbag git-driver install'?"),
    (["help", "git-driver", "bogus"], "There is no command 'bogus' of 'kitbag git-driver'."),
    (["compare", "one"], "Next: 'kitbag compare --help' shows how it is used."),
    (["merge-file"], "kitbag: Missing expected argument '<base>'."),
    (["check", "--formt", "x"], "kitbag: Unknown option '--formt'"),
    (["check", "--format", "x"], "kitbag: The value 'x' is invalid for '--format <format>'"),
  ])
  func `wrong usage is told in one form`(arguments: [String], words: String) throws {
    let run = try ProgramRun(arguments)
    #expect(run.status == 64)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first?.hasPrefix("kitbag: ") == true)
    #expect(
      lines.last?.hasPrefix("Next: ") == true || lines.last?.contains("Did you mean") == true, "\(run.errors)"
    )
    let json = try ProgramRun(arguments + ["--json"])
    #expect(json.status == 64)
    #expect(json.text.contains("\"status\": 64"))
  }

  @Test func `every command has lines to type, its statuses and the shared options`() throws {
    for command in Self.commands {
      let run = try ProgramRun(["help"] + command)
      #expect(run.status == 0)
      #expect(run.text.contains("\nEXIT STATUS:\n  0   "), "\(command)")
      let isGroup = run.text.contains("\nCOMMANDS:\n")
      for option in isGroup ? [] : ["-C <dir>", "--json", "-q, --quiet", "-v, --verbose"] {
        #expect(run.text.contains("  \(option)"), "\(command) lacks \(option)")
      }
      #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.text)")
      for line in examples(in: run.text) {
        #expect(line.hasPrefix("kitbag " + command.joined(separator: " ")), "\(line)")
      }
    }
    for command in [["compare"], ["merge-file"], ["check"], ["git-driver"]] {
      #expect(try !examples(in: ProgramRun(["help"] + command).text).isEmpty)
    }
  }

  @Test func `every line in the help can be typed`() throws {
    let folder = try TestFolder()
    let lines = try ([[]] + Self.commands).flatMap { try examples(in: ProgramRun(["help"] + $0).text) }
    #expect(lines.count > 20)
    // What leads to the web stays away from it; what follows the line is its meaning.
    for line in lines where !line.contains("https:") {
      let typed = line.components(separatedBy: "  ")[0]
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.currentDirectoryURL = folder.url
      shell.environment = [
        "PATH": "/usr/bin:/bin", "HOME": folder.url.path, "LLVM_PROFILE_FILE": "/dev/null",
      ]
      shell.arguments = [
        "-c", "kitbag() { \"$0\" \"$@\"; }; " + typed + " >/dev/null 2>&1", ProgramRun.program.path,
      ]
      shell.standardInput = FileHandle.nullDevice
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationReason == .exit && ![64, 70].contains(shell.terminationStatus), "\(typed)")
    }
  }

  /// Every command that some help lists, by its words.
  private static let commands: [[String]] = listed(under: [])

  private static func listed(under command: [String]) -> [[String]] {
    let help = (try? ProgramRun(["help"] + command).text) ?? ""
    let groups = help.components(separatedBy: "\n\n").drop { !$0.hasPrefix("OPTIONS:") }.dropFirst()
    let names = groups.flatMap { $0.components(separatedBy: "\n").dropFirst() }
      .filter { $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLetter == true && !$0.hasPrefix("  See ") }
      .compactMap { $0.split(separator: " ").first.map { command + [String($0)] } }
    return names.flatMap { [$0] + listed(under: $0) }
  }

  private func examples(in help: String) -> [String] {
    guard let start = help.range(of: "\nEXAMPLES:\n") else { return [] }
    return help[start.upperBound...].components(separatedBy: "\n").prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  kitbag") }.map { String($0.dropFirst(2)) }
  }

  @Test func `the manual page holds every command and can be read by man`() throws {
    let run = try ProgramRun(["manual"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix(".TH KITBAG 1 "))
    for command in Self.commands {
      let name = (["kitbag"] + command).joined(separator: " ").replacing("-", with: "\\-")
      #expect(run.text.contains("\n.SS \(name)\n"), "\(command)")
    }
    // A line that begins with a dot is a request; all of ours are known ones.
    let requests = run.text.split(separator: "\n").filter { $0.hasPrefix(".") }.map {
      $0.prefix { $0 != " " }
    }
    #expect(Set(requests).isSubset(of: [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"]))
  }

  @Test func `an unknown option is wrong usage`() throws {
    let run = try ProgramRun(["--bogus"])
    #expect(run.status == 64)
    #expect(run.errors.contains("--bogus"))
  }

  @Test func `what was typed is shown without its escapes`() throws {
    let run = try ProgramRun(["\u{1B}[2Jgone\u{202E}"])
    #expect(run.status == 64)
    #expect(run.errors.contains("^[[2Jgone<U+202E>"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test(arguments: [["--version"], ["--help"]])
  func `a reader that goes away or a full disk gives a plain exit status`(arguments: [String]) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    let command = "\"$0\" \"$@\" >/dev/full 2>/dev/null; a=$?; { \"$0\" \"$@\"; b=$?; } | true; exit $a"
    shell.arguments = ["-c", command, ProgramRun.program.path] + arguments
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationReason == .exit)
    #expect(shell.terminationStatus == 1)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions for a shell are made`(shell: String) throws {
    let run = try ProgramRun(["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.text.contains("kitbag"))
    #expect(run.text.contains("check"))
  }
}
