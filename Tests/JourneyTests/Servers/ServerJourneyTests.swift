import Foundation
import TestSupport
import Testing

/// The program against real servers: nginx with git's http backend over https, and sshd.
@Suite struct ServerJourneyTests {
  /// A network whose kits lie on a web server, which asks who comes.
  private func online(asksWho: Bool = true) throws -> (journey: Journey, server: TestWebServer) {
    let network = try Journey.inNetwork()
    let server = try TestWebServer(in: network.folder, asksWho: asksWho)
    for name in ["london", "north"] {
      _ = try SystemGit.run(
        "/usr/bin/env", ["git", "clone", "--quiet", "--bare", name, "served/\(name).git"],
        in: network.folder.path)
    }
    let journey = try Journey(network.folder, adding: ["GIT_SSL_CAINFO": network.folder("cert.pem")])
    return (journey, server)
  }

  /// Lets the person's git know a password, as its own helper does.
  private func remember(_ password: String, _ journey: Journey) throws {
    let helper = "!f() { echo username=\(TestWebServer.user); echo password='\(password)'; }; f"
    try journey.folder.write("[credential]\n\thelper = \"\(helper)\"\n", to: "home/.gitconfig")
  }

  /// Whether a word stands in any file of a kit, its past's settings too.
  private func holds(_ word: String, _ kit: String, _ journey: Journey) throws -> Bool {
    let all = try FileManager.default.subpathsOfDirectory(atPath: journey.folder(kit))
    return all.contains { path in
      String(decoding: journey.folder.read("\(kit)/\(path)") ?? [], as: UTF8.self).contains(word)
    }
  }

  @Test(.enabled(if: TestWebServer.isPossible))
  func `a group is started over https with a password that shows nowhere`() throws {
    let (journey, server) = try online()
    let master = server.address("london.git")
    let fork = ["fork", master, "west", "--group", "West", "--set", "region=the west"]
    let nobody = try journey.run(fork)
    #expect(nobody.status == 1)
    #expect(journey.files("west") == nil)
    try remember("wrong battery", journey)
    let wrong = try journey.run(fork + ["--verbose"])
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("password") || wrong.errors.contains("let in"), "\(wrong.errors)")
    #expect(!(wrong.text + wrong.errors).contains("battery"))
    #expect(journey.files("west") == nil)
    try remember(TestWebServer.password, journey)
    let done = try journey.run(fork + ["--verbose"])
    #expect(done.status == 0, "\(done.errors)")
    #expect(!(done.text + done.errors).contains("horse"))
    #expect(try !holds("horse", "west", journey))
    #expect(journey.files("west")?["group.yaml"]?.contains(master) == true)
    #expect(try journey.faults("west") == "")
    #expect(!server.requests.contains("horse"))
  }

  @Test(.enabled(if: TestWebServer.isPossible))
  func `a sister's part comes over https from where the network says`() throws {
    let (journey, server) = try online()
    try remember(TestWebServer.password, journey)
    try journey.folder.write(
      "groups:\n  - { id: north, name: North, area: North, fork: \(server.address("north.git")) }\n",
      to: "south/network.yaml")
    try journey.must("save -C south")
    try journey.must("adopt -C south north plan:first-session#icebreaker")
    #expect(
      journey.files("south")?["plans/first-session.yaml"]
        == journey.files("north")?["plans/first-session.yaml"])
    let refused = try journey.run([
      "adopt", "-C", "south", server.address("nobody.git"), "plan:first-session",
    ])
    #expect(refused.status == 1 && !refused.errors.contains("horse"), "\(refused.errors)")
    #expect(try journey.faults("south") == "")
  }

  @Test(.enabled(if: TestWebServer.isPossible))
  func `pieces that are missing come back over https`() throws {
    let (journey, server) = try online(asksWho: false)
    try journey.must("fork|\(server.address("london.git"))|west|--group|West|--set|region=the west")
    let script = """
      cd west/.git && mkdir packs && mv objects/pack/* packs/ 2> /dev/null
      for pack in packs/*.pack; do git unpack-objects -q < $pack; done; rm -rf packs
      id=$(git rev-parse main~1:kit.yaml) && rm -f objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-)
      """
    _ = try SystemGit.run("/bin/sh", ["-c", script], in: journey.folder.path)
    let found = try journey.run(["doctor", "-C", "west"])
    #expect(found.text.contains("1 missing piece"), "\(found.text)\(found.errors)")
    try journey.must("doctor -C west --repair")
    #expect(try journey.faults("west") == "")
  }

  @Test(.enabled(if: TestWebServer.isPossible))
  func `a server that nobody vouches for, or that is not there, is told and nothing is made`() throws {
    let (journey, server) = try online(asksWho: false)
    let stranger = try Journey(journey.folder)
    for address in [
      server.address("london.git"), "https://localhost:1/x.git", "https://kitbag.invalid/x.git",
    ] {
      let outcome = try stranger.run(["fork", address, "west", "--group", "West", "--set", "region=x"])
      #expect(outcome.status == 1, "\(address)")
      #expect(!outcome.errors.contains("fatal:"), "\(outcome.errors)")
      #expect(journey.files("west") == nil)
    }
  }

  /// R13, through the whole program: the connection ends after every so many bytes of what arrives.
  @Test(.enabled(if: TestWebServer.isPossible))
  func `a connection that is cut anywhere leaves nothing half-done, and the next try works`() throws {
    let (journey, server) = try online(asksWho: false)
    // Something that does not get smaller on the way, so that there is much to cut.
    var random = Seeded(7)
    let bytes = (0..<400_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    try journey.folder.write(bytes, to: "work/resources/map.bin")
    let script = """
      git clone --quiet served/london.git work.git && mv work/resources/map.bin work.git/resources/ && cd work.git
      git add . && git commit -qm map && git push --quiet ../served/london.git HEAD:main
      git push --quiet ../served/north.git +HEAD:main
      """
    let made = try SystemGit.run("/bin/sh", ["-ec", script], in: journey.folder.path)
    try #require(made.status == 0, "\(made.errors)")
    let before = try journey.state("south")
    let step = SweepPoints.isWhole ? 65_536 : 131_072
    for count in stride(from: 1_500, to: 420_000, by: step) {
      let proxy = try CuttingProxy(to: server.port, after: count, in: journey.folder)
      let fork = try journey.run([
        "fork", proxy.address("london.git"), "west", "--group", "West", "--set", "region=x",
      ])
      #expect(fork.status == 1, "\(count)")
      #expect(journey.files("west") == nil, "\(count)")
      let adopt = try journey.run([
        "adopt", "-C", "south", proxy.address("north.git"), "resource:question-card",
      ])
      #expect(adopt.status == 1, "\(count)")
      #expect(try journey.state("south") == before, "\(count)")
      #expect(journey.leftovers("south").isEmpty, "\(count)")
    }
    try journey.must("fork|\(server.address("london.git"))|west|--group|West|--set|region=x|--from|0.1.0")
    try journey.must("adopt -C south \(server.address("north.git")) guide:facilitating#welcome")
    #expect(try journey.faults("west") == "")
    #expect(try journey.faults("south") == "")
  }
}

/// A proxy that ends every connection once so many bytes have come back through it.
final class CuttingProxy {
  private let process: ServerProcess
  private let port: Int

  init(to port: Int, after count: Int, in folder: TestFolder) throws {
    try folder.write(Self.script, to: "proxy.py")
    process = try ServerProcess(["python3", "-I", folder("proxy.py"), String(port), String(count)])
    guard let own = process.firstNumber() else { throw SystemGit.Failure(description: "no proxy") }
    self.port = own
  }

  func address(_ name: String) -> String { "https://localhost:\(port)/\(name)" }

  private static let script = """
    import socket, sys, threading
    port, budget = int(sys.argv[1]), [int(sys.argv[2])]
    lock = threading.Lock()
    def pump(one, other, counts):
        try:
            while True:
                data = one.recv(4096)
                if not data: break
                if counts:
                    with lock:
                        data = data[:max(0, budget[0])]
                        budget[0] -= len(data)
                    if not data: break
                other.sendall(data)
        except OSError: pass
        for end in (one, other):
            try: end.shutdown(socket.SHUT_RDWR)
            except OSError: pass
    def serve(client):
        server = socket.create_connection(('127.0.0.1', port))
        threading.Thread(target=pump, args=(client, server, False), daemon=True).start()
        pump(server, client, True)
    listener = socket.create_server(('127.0.0.1', 0))
    print(listener.getsockname()[1], flush=True)
    def accept():
        while True:
            client, _ = listener.accept()
            threading.Thread(target=serve, args=(client,), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()
    """
}
