import Foundation
import TestSupport
import Testing

/// The program against a real ssh server of the test.
@Suite(.enabled(if: TestSSHServer.isPossible))
struct ShellServerTests {
  private let journey: Journey
  private let server: TestSSHServer

  init() throws {
    let network = try Journey.inNetwork()
    server = try TestSSHServer(in: network.folder)
    journey = network
    try settings()
  }

  /// ssh as the person has set it up: a wrapper of their own, as git's settings allow.
  private func settings() throws {
    let words = [
      "/usr/bin/ssh", "-F", "none", "-o", "UserKnownHostsFile=\(journey.folder("known"))", "-o",
      "GlobalKnownHostsFile=none",
      "-i", journey.folder("id"), "-o", "IdentitiesOnly=yes",
    ]
    try journey.folder.write("#!/bin/sh\nexec \(words.joined(separator: " ")) \"$@\"\n", to: "home/bin/ssh")
    chmod(journey.folder("home/bin/ssh"), 0o755)
  }

  /// The journey of a person whose `ssh` knows the test's keys.
  private func person() throws -> Journey {
    let path = SystemGit.environment["PATH"] ?? "/usr/bin:/bin"
    return try Journey(journey.folder, adding: ["PATH": journey.folder("home/bin") + ":" + path])
  }

  private func address(_ kit: String) -> String {
    "ssh://\(server.user)@127.0.0.1:\(server.port)\(journey.folder(kit))"
  }

  @Test func `a group is started over ssh and adopts over ssh`() throws {
    let person = try person()
    try person.must("fork|\(address("london"))|west|--group|West|--set|region=the west")
    #expect(try person.faults("west") == "")
    try person.must("adopt -C west \(address("north")) plan:first-session#icebreaker")
    #expect(person.files("west")?["plans/first-session.yaml"]?.contains("icebreaker") == true)
  }

  /// R8.
  @Test func `an unknown server is refused with its fingerprint, and nothing is made`() throws {
    try server.know(key: nil)
    let outcome = try person().run([
      "fork", address("london"), "west", "--group", "West", "--set", "region=x",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(try server.fingerprint()), "\(outcome.errors)")
    #expect(journey.files("west") == nil)
    #expect(journey.folder.text("known") == "")
    try server.know(key: "other")
    let changed = try person().run([
      "fork", address("london"), "west", "--group", "West", "--set", "region=x",
    ])
    #expect(changed.status == 1)
    #expect(changed.errors.contains(try server.fingerprint()), "\(changed.errors)")
    #expect(journey.files("west") == nil)
  }

  @Test func `what is not there is told over ssh`() throws {
    let outcome = try person().run([
      "fork", address("nowhere"), "west", "--group", "West", "--set", "region=x",
    ])
    #expect(outcome.status == 1)
    #expect(!outcome.errors.contains("fatal:"), "\(outcome.errors)")
    #expect(journey.files("west") == nil)
  }
}
