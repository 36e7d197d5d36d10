import Foundation
import Git
import Testing

/// Disks that are full or cannot be written, made for the test alone by a name space of its own.
@Suite struct DiskTests {
  /// Packs of forty files of 1, 2, 4 … KB go to a small disk until it is full.
  @Test(.enabled(if: geteuid() == 0, "needs leave to mount"), arguments: [300, 500, 900, 1_500])
  func `a disk that fills up is an error and the old state stays`(kilobytes: Int) throws {
    guard try MountSpace.isAllowed() else { return }
    let folder = TestFolder("disk")
    let script = """
      mount -t tmpfs -o size=\(kilobytes)k none "$1"
      git init -q -b main "$1/kit"
      cd "$1/kit"
      for size in 100 1000 4000 8000 16000 32000 64000; do
        before=$(git rev-parse -q --verify refs/kitbag/operations || true)
        "$2" publish "$1/kit" $size && continue || status=$?
        test $status = 3
        test "$before" = "$(git rev-parse -q --verify refs/kitbag/operations || true)"
        git fsck --strict --no-dangling
        test -z "$(ls .git/objects | grep tmp_objdir || true)"
        mount -o remount,size=20m none "$1"
        "$2" publish "$1/kit" $size
        git fsck --strict --no-dangling
        echo full and well
        exit 0
      done
      """
    let outcome = try MountSpace.run(script, folder.path)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.text.hasSuffix("full and well\n"), "\(outcome)")
  }

  @Test(.enabled(if: geteuid() == 0, "needs leave to mount"))
  func `a disk without inodes is an error and the old state stays`() throws {
    guard try MountSpace.isAllowed() else { return }
    let folder = TestFolder("disk")
    let script = """
      mount -t tmpfs -o nr_inodes=60 none "$1"
      git -c init.templateDir= init -q -b main "$1/kit"
      "$2" publish "$1/kit"
      before=$(git -C "$1/kit" rev-parse refs/kitbag/operations)
      n=0; while touch "$1/fill$n" 2>/dev/null; do n=$((n + 1)); done
      "$2" publish "$1/kit" && exit 9 || test $? = 3
      test "$before" = "$(git -C "$1/kit" rev-parse refs/kitbag/operations)"
      rm "$1"/fill*
      "$2" publish "$1/kit"
      git -C "$1/kit" fsck --strict --no-dangling
      """
    let outcome = try MountSpace.run(script, folder.path)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test(.enabled(if: geteuid() == 0, "needs leave to mount"))
  func `a disk that can only be read is read`() async throws {
    guard try MountSpace.isAllowed() else { return }
    let kit = try KitFolder()
    let tree = try await kit.tree(["a": "a\n", "b/c": "c\n"])
    try await kit.publish(tree)
    _ = try await kit.repository.checkout(from: nil, to: tree)
    try kit.folder.write("A\n", to: "a")
    let script = """
      mount --bind "$1" "$1"
      mount -o remount,bind,ro "$1"
      "$2" look "$1"
      "$2" publish "$1" || echo refused $?
      """
    let outcome = try MountSpace.run(script, kit.folder.path)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.text.hasPrefix("1 changes\nreadOnly: "), "\(outcome)")
    #expect(outcome.text.hasSuffix("refused 1\n"), "\(outcome)")
  }
}
