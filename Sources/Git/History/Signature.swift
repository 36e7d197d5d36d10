internal import Glibc

/// A moment as git records it.
package struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970 in universal time; negative before.
  package var seconds: Int64
  /// How far the local clock was ahead of universal time, in minutes, -1439 to 1439.
  package var offset: Int

  /// A moment.
  package init(seconds: Int64, offset: Int = 0) {
    self.seconds = seconds
    self.offset = offset
  }
}

extension Timestamp: Comparable {
  /// Whether the left moment is earlier; offsets only decide between equal moments, so that the order is total.
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.offset) < (right.seconds, right.offset)
  }
}

/// Where the time comes from, so that tests and repeated runs can say what time it is.
package struct Clock: Sendable {
  /// The present moment.
  package var now: @Sendable () -> Timestamp

  /// A clock that asks the given function.
  package init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

  /// The computer's clock, in universal time.
  package static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: Int64(time.tv_sec))
  }

  /// A clock that stands still.
  package static func fixed(_ seconds: Int64, offset: Int = 0) -> Clock {
    Clock { Timestamp(seconds: seconds, offset: offset) }
  }
}

/// Who did something, and when.
package struct Signature: Hashable, Sendable {
  /// The name as the person writes it; may be empty when it was read.
  package var name: String
  /// The e-mail address; may be empty.
  package var email: String
  /// When.
  package var time: Timestamp

  /// A signature; `name` and `email` are taken as they are and checked when they are written.
  package init(name: String, email: String, time: Timestamp) {
    self.name = name
    self.email = email
    self.time = time
  }

  /// A signature at the clock's present moment.
  package init(name: String, email: String, clock: Clock) {
    self.init(name: name, email: email, time: clock.now())
  }
}

extension Signature {
  /// The line as a commit holds it: `Name <email> 1234567890 +0100`.
  ///
  /// Line ends, NUL and angle brackets are left out of name and address, and so are the spaces and punctuation at
  /// their ends that git leaves out too; a name of which nothing stays becomes `Unknown`.
  var line: [UInt8] {
    let shownName = Self.cleaned(name)
    let offset = max(-1439, min(1439, time.offset))
    let zone = abs(offset) / 60 * 100 + abs(offset) % 60
    let digits = String(zone)
    let padded = String(repeating: "0", count: 4 - digits.count) + digits
    let seconds = max(0, min(time.seconds, Self.lastSecond))
    let text =
      "\(shownName.isEmpty ? "Unknown" : shownName) <\(Self.cleaned(email))> \(seconds) \(offset < 0 ? "-" : "+")\(padded)"
    return Array(text.utf8)
  }

  /// The last second that every reader of commits takes (the year 2099, as git's own tests have it).
  private static let lastSecond: Int64 = 4_102_444_799

  private static func cleaned(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">" }
    var scalars = Array(kept)[...]
    while let first = scalars.first, isCrud(first) { scalars.removeFirst() }
    while let last = scalars.last, isCrud(last) { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isCrud(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || ".,:;\"'\\".unicodeScalars.contains(scalar)
  }

  /// Reads a line of a commit as well as it can be read: what is missing or senseless becomes empty or 0.
  init(parsing line: some Collection<UInt8>, encoding: TextEncoding) {
    let bytes = Array(line)
    let close = bytes.lastIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    let open = bytes[..<close].firstIndex(of: UInt8(ascii: "<")) ?? close
    let named = encoding.decode(bytes[..<open])
    let mailed = open < close ? encoding.decode(bytes[(open + 1)..<close]) : ""
    let rest = String(decoding: close < bytes.endIndex ? bytes[(close + 1)...] : [], as: UTF8.self)
    let fields = rest.split(separator: " ")
    let zone = fields.count > 1 ? Int(fields[1]) ?? 0 : 0
    // Clamped to what git writes: a date beyond that is nonsense, and must not overflow who adds to it.
    let seconds = fields.first.flatMap { Int64($0) } ?? 0
    self.init(
      name: String(named.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()), email: mailed,
      time: Timestamp(
        seconds: max(-(1 << 40), min(seconds, 1 << 40)), offset: Self.minutes(ofZone: zone)))
  }

  private static func minutes(ofZone zone: Int) -> Int {
    guard (-9999...9999).contains(zone) else { return 0 }
    let minutes = abs(zone) / 100 * 60 + abs(zone) % 100
    guard minutes < 1440 else { return 0 }
    return zone < 0 ? -minutes : minutes
  }
}
