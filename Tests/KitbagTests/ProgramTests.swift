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
