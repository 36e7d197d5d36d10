internal import Dispatch

/// Runs the jobs of one repository, one after another, on a queue of its own.
///
/// libgit2's calls block, so they must not hold a thread of the shared pool; and a handle may be used by one
/// thread at a time, which a serial queue gives. See the page "One thread at a time".
final class RepositoryExecutor: SerialExecutor, @unchecked Sendable {
  // `@unchecked` because `DispatchQueue` is not marked Sendable on every platform; it is immutable here.
  private let queue = DispatchQueue(label: "kitbag.repository")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
