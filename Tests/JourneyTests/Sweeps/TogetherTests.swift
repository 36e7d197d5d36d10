import Foundation
import TestSupport
import Testing

/// X6, X8, X10, X15, X20: other programs in the same folder, disks that can only be read, indexes that lie.
@Suite struct TogetherTests {
  private func shell(_ script: String, _ journey: Journey) throws -> SystemGit.Outcome {
    var variables = journey.variables
    variables["KITBAG"] = Scenario.program("kitbag")
    return try SystemGit.run("/bin/bash", ["-c", script], in: journey.folder("south"), adding: variables)
  }

  /// X8.
  @Test func `many who save and keep at once lose nothing`() throws {
    let journey = try Journey.inNetwork()
    let outcome = try shell(
      """
      for writer in 1 2 3 4; do
        (for turn in 1 2 3; do
          echo "$writer $turn" > notes-$writer-$turn.md
          "$KITBAG" save --as Ada || exit 1
          "$KITBAG" keep guide:facilitating --because "Writer $writer, turn $turn." --as Bea || exit 1
        done) & pids="$pids $!"
      done
      for pid in $pids; do wait $pid || exit 9; done
      """, journey)
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
    let saved = try SystemGit(journey.folder("south"))("ls-tree", "-r", "--name-only", "main")
    #expect(saved.split(separator: "\n").isEmpty == false)
    for writer in 1...4 {
      for turn in 1...3 { #expect(saved.contains("notes-\(writer)-\(turn).md")) }
    }
    #expect(try journey.must("doctor -C south").contains("Nothing is wrong."))
    #expect(try journey.faults("south") == "")
  }

  /// Plain git commits, tidies up and goes back while Kitbag saves and undoes: every word of both is in the past.
  @Test func `plain git in the same folder at the same time costs nobody a word`() throws {
    let journey = try Journey.inNetwork()
    let outcome = try shell(
      """
      (for turn in $(seq 1 12); do
        echo "git $turn" > git-$turn.md
        git add git-$turn.md 2>/dev/null && git commit -qm "git $turn" 2>/dev/null
        test $turn = 6 && git gc --quiet --prune=now 2>/dev/null
      done) &
      for turn in $(seq 1 6); do
        echo "kitbag $turn" > kitbag-$turn.md
        "$KITBAG" save --as Ada > /dev/null 2>&1
        "$KITBAG" undo --as Ada > /dev/null 2>&1
        "$KITBAG" undo --as Ada > /dev/null 2>&1
      done
      wait
      "$KITBAG" status > /dev/null && "$KITBAG" save --as Ada
      """, journey)
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
    let git = SystemGit(journey.folder("south"))
    let past = try git("log", "--all", "--format=", "--name-only", "-m", "--root")
    for turn in 1...12 where git.isWritten("git-\(turn).md") { #expect(past.contains("git-\(turn).md")) }
    for turn in 1...6 { #expect(past.contains("kitbag-\(turn).md"), "\(turn)") }
    #expect(try journey.faults("south") == "")
    #expect(try journey.must("doctor -C south").contains("Nothing is wrong."))
  }

  /// Somebody types while files are written: what gave way to another version was saved before.
  @Test func `an editor that saves all the time never loses a word`() throws {
    let journey = try Journey.inNetwork()
    let outcome = try shell(
      """
      (for turn in 1 2 3 4; do
        "$KITBAG" save --as Ada > /dev/null 2>&1
        "$KITBAG" undo --as Ada > /dev/null 2>&1
      done; touch ../done) &
      turn=0 typed=
      while [ ! -e ../done ]; do
        now=$(cat notes.md 2> /dev/null || true)
        [ "$now" = "$typed" ] || echo "$typed" >> ../displaced
        turn=$((turn + 1)) typed="typed $turn"
        echo "$typed" > notes.new && mv notes.new notes.md
        sleep 0.02
      done
      git rev-list --all --objects | cut -d' ' -f1 > ../past
      touch ../displaced
      while read -r words; do
        [ -z "$words" ] || grep -q "$(echo "$words" | git hash-object --stdin)" ../past || echo "lost: $words"
      done < ../displaced
      cat notes.md
      """, journey)
    #expect(!outcome.text.contains("lost:"), "\(outcome.text)\(outcome.errors)")
    #expect(outcome.text.hasPrefix("typed "), "\(outcome.text)\(outcome.errors)")
    try journey.must("save -C south")
    #expect(try journey.faults("south") == "")
  }

  /// X6.
  @Test(.enabled(if: geteuid() == 0, "needs leave to mount"))
  func `a folder that can only be read is read, and nothing else`() throws {
    guard try MountSpace.isAllowed() else { return }
    let journey = try Journey.inNetwork()
    try journey.folder.write("Ours.\n", to: "south/notes.md")
    let before = try journey.state("south")
    let script = """
      mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"
      for verb in status changes operations check show; do "$2" $verb -C "$1" > /dev/null || echo "$verb failed"; done
      "$2" doctor -C "$1"
      for verb in save undo "restore guide:facilitating" "release 9.0.0"; do
        "$2" $verb -C "$1" --as Ada 2>&1 && echo "$verb was done"
      done; true
      """
    let outcome = try MountSpace.run(script, journey.folder("south"), program: Scenario.program("kitbag"))
    #expect(!outcome.text.contains("failed") && !outcome.text.contains("was done"), "\(outcome.text)")
    #expect(outcome.text.contains("Nothing is wrong."), "\(outcome.text)\(outcome.errors)")
    #expect(outcome.text.contains("can only be read"), "\(outcome.text)")
    #expect(try journey.state("south") == before)
  }

  /// X4.
  @Test(.enabled(if: geteuid() == 0, "needs leave to mount"))
  func `a disk that is full says so, keeps the old kit, and takes the next try`() throws {
    guard try MountSpace.isAllowed() else { return }
    let journey = try Journey.inNetwork()
    let script = """
      mkdir "$1/disk" && mount -t tmpfs -o size=2m none "$1/disk" && cp -a "$1/south" "$1/disk/kit" && cd "$1/disk/kit"
      head -c 200000 /dev/urandom > resources/plan.bin
      before=$(git rev-parse main)
      dd if=/dev/zero of=../fill bs=1k status=none 2> /dev/null || true
      "$2" save --as Ada 2>&1 && echo "was done"
      test "$before" = "$(git rev-parse main)" && git fsck --strict --no-dangling && rm ../fill
      "$2" save --as Ada && git fsck --strict --no-dangling && "$2" doctor
      """
    let outcome = try MountSpace.run(script, journey.folder.path, program: Scenario.program("kitbag"))
    #expect(outcome.text.contains("The disk is full."), "\(outcome.text)\(outcome.errors)")
    #expect(!outcome.text.contains("was done"), "\(outcome.text)")
    #expect(outcome.text.hasSuffix("Nothing is wrong.\n"), "\(outcome.text)\(outcome.errors)")
  }

  /// X15: git's index is a memory of ours and git's; a wrong one costs time, never a word.
  @Test(arguments: [
    "rm -f .git/index", "echo nonsense > .git/index", "cp ../old-index .git/index", ": > .git/index",
  ])
  func `an index that is gone, damaged or old changes no answer`(damage: String) throws {
    let journey = try Journey.inNetwork()
    let outcome = try shell("cp .git/index ../old-index", journey)
    #expect(outcome.status == 0)
    try journey.edit("south/checklists/host.yaml", "thank", "praise")
    try journey.must("save -C south")
    try journey.folder.write("Ours.\n", to: "south/notes.md")
    let right = try journey.must("status -C south --json")
    _ = try shell(damage, journey)
    #expect(try journey.must("status -C south --json") == right)
    try journey.must("save -C south")
    try journey.must("undo -C south")
    #expect(try SystemGit(journey.folder("south"))("status", "--porcelain") == "")
    #expect(journey.files("south")?["notes.md"] == nil)
  }

  /// X12: whoever's clock is years off comes where the work came, not where the clock says.
  @Test func `clocks that are ten years off change no order`() throws {
    let journey = try Journey.inNetwork()
    for (step, seconds) in [1_384_380_800, 2_015_532_800, 1_700_000_000].enumerated() {
      let person = try Journey(journey.folder, adding: ["SOURCE_DATE_EPOCH": String(seconds)])
      try person.folder.write("Step \(step).\n", to: "london/notes.md")
      try person.must("save -C london")
      try person.must("release -C london 0.\(step + 2).0")
    }
    let steps = try journey.must("operations -C london --json")
    let order = ["0.4.0", "0.3.0", "0.2.0"].compactMap { steps.range(of: "Release \($0)")?.lowerBound }
    #expect(order.count == 3 && order == order.sorted(), "\(steps)")
    try journey.must("fork|london|west|--group|West|--set|region=the west")
    #expect(journey.files("west")?["notes.md"] == "Step 2.\n")
    try journey.must("undo -C london")
    #expect(journey.files("london")?["kit.yaml"]?.contains("version: 0.3.0") == true)
    #expect(try journey.faults("london") == "")
  }

  /// X10: a lock of a program that died is explained, and the doctor takes it away.
  @Test func `a lock that nobody holds is explained and taken away`() throws {
    let journey = try Journey.inNetwork()
    _ = try shell("touch -d '1 hour ago' .git/index.lock .git/refs/heads/main.lock", journey)
    try journey.folder.write("Ours.\n", to: "south/notes.md")
    let refused = try journey.run(["save", "-C", "south"])
    #expect(refused.status == 1)
    let found = try journey.run(["doctor", "-C", "south"])
    #expect(found.status == 1 && found.text.contains("left a lock"), "\(found.text)")
    try journey.must("doctor -C south --repair")
    try journey.must("save -C south")
    #expect(try journey.faults("south") == "")
  }
}

extension SystemGit {
  /// Whether git knows a file of that name in any version.
  func isWritten(_ path: String) -> Bool {
    ((try? run(["log", "--all", "--format=%H", "--", path]))?.text.isEmpty ?? true) == false
  }
}
