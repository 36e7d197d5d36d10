internal import Glibc

/// Watches a child and its descendants from outside: what they read, work and write, and for how long.
///
/// git's own limits cover https only and single objects only; these hold for ssh and folders too, and for the whole.
struct ChildWatch: Sendable {
  /// The child, which leads its session.
  let leader: pid_t
  /// The folder that they write to.
  let folder: String
  /// When to stop them.
  let limits: TransferLimits

  /// Waits until a limit is reached and says which; `nil` once the task is cancelled.
  func untilStopped() async -> TransportError.Kind? {
    let clock = ContinuousClock()
    let start = clock.now
    // Idleness is judged over ten looks, so that its limit may be seconds or, in tests, a fraction of one.
    let step = min(max(limits.idle / 10, .milliseconds(20)), .milliseconds(500))
    var seen = Activity()
    var lastActive = start
    while !Task.isCancelled {
      do { try await clock.sleep(for: step) } catch { return nil }
      let size = FolderSize.bytes(of: folder, upTo: limits.arrivingBytes)
      if size > limits.arrivingBytes { return .tooLarge(.arrival) }
      if clock.now - start > limits.total { return .stalled(limits.total) }
      let now = Activity(of: leader, written: size)
      let window = clock.now - lastActive
      if now.isActive(since: seen, atLeast: minimum(over: window)) {
        (seen, lastActive) = (now, clock.now)
      } else if window > limits.idle {
        return .stalled(limits.idle)
      }
    }
    return nil
  }

  /// The bytes that must have moved over a time to count.
  private func minimum(over window: Duration) -> Int {
    let seconds = Double(window.components.seconds) + Double(window.components.attoseconds) / 1e18
    return max(1, Int(seconds * Double(limits.slowestRate)))
  }
}

/// What a child and its descendants have done so far, as the kernel counts it.
private struct Activity {
  /// Bytes that went through their pipes and files, and into the folder.
  var bytes = 0
  /// Processor time, in clock ticks.
  var ticks = 0

  init() {}

  init(of leader: pid_t, written: Int) {
    bytes = written
    var waiting = [leader]
    var visited = 0
    while let process = waiting.popLast(), visited < 64 {
      visited += 1
      for line in ProcessFile.text("/proc/\(process)/io").split(separator: "\n")
      where line.hasPrefix("rchar: ") {
        bytes += Int(line.dropFirst(7)) ?? 0
      }
      let stat = ProcessFile.text("/proc/\(process)/stat")
      // The second field is the program's name in brackets and may hold spaces.
      let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
      if fields.count > 13 { ticks += (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0) }
      let children = ProcessFile.text("/proc/\(process)/task/\(process)/children")
      waiting += children.split(separator: " ").compactMap { pid_t($0) }
    }
  }

  /// Whether enough came in or was worked on. A descendant that ended takes its counts along, so only growth counts.
  func isActive(since old: Activity, atLeast minimum: Int) -> Bool {
    bytes - old.bytes >= minimum || ticks - old.ticks >= 10 || bytes < old.bytes
  }
}

/// Small files of the kernel's process table.
private enum ProcessFile {
  static func text(_ path: String) -> Substring {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    return Substring(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))
  }
}
