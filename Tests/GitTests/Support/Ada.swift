import Git

extension Signature {
  /// The person who writes everything in these tests.
  static func ada(_ seconds: Int64 = 1_700_000_000) -> Signature {
    Signature(name: "Ada", email: "ada@example.org", time: Timestamp(seconds: seconds))
  }
}

/// The error of kind `GitError` that `body` throws, if it does.
func gitError<Value>(_ body: () async throws -> Value) async -> GitError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? GitError
  }
}
