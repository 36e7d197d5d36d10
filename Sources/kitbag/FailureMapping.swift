internal import ArgumentParser
internal import EventPack
internal import Franchise
internal import Git
internal import KitCore
internal import Paper

extension Failure {
  /// Explains an error of any floor below, or `nil` where the argument parser should explain it.
  ///
  /// This is the only place that maps errors to words, hints and exit codes.
  init?(explaining error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as any ExplainedError:
      self.init(status: Self.status(of: error), what: error.what, safe: error.safe, next: error.next)
    case let error as GitError: self.init(error)
    case let error as TransportError: self.init(error)
    case let error as YAMLFault: self.init(error)
    case let fault as PackFault: self.init(fault)
    case let leak as LeakScan.Leak: self.init(leak)
    case let error as PaperError:
      self.init(what: error.message, safe: "No pack was made.", next: error.hint)
    case let fault as AttendeeTable.Fault:
      self.init(what: fault.message, safe: "Nothing was written.", next: "Export it again as CSV in UTF-8.")
    case let error as AddressError:
      self.init(
        status: .wrongUsage, what: "“\(error.text)” is not an address. \(error.reason)", next: error.remedy)
    case let problem as KitChoice.Problem: self.init(problem)
    case is CancellationError: self.init(what: "It was stopped.", safe: "Nothing half-done is left.")
    case is CleanExit, is ExitCode, is ValidationError: return nil
    default:
      // The parser's own error type is not public; it knows how to explain itself.
      if Kitbag.exitCode(for: error) != .failure { return nil }
      self.init(
        status: .ourFault, what: "Something went wrong inside Kitbag.",
        safe: "Your files are as they were.",
        next: "Please report this with the command that you typed. '--verbose' shows the details.",
        details: "\(error)")
    }
  }

  /// What the argument parser says of a command line that it does not understand, told as every other failure.
  ///
  /// - Parameter message: All that the parser would print; it names the command whose help explains more.
  init(misuse error: any Error, explainedBy message: String) {
    let said = Kitbag.message(for: error)
    let first = said.split(separator: "\n\n").first.map { String($0) } ?? said
    let sentence = first.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let usage = message.split(separator: "\n").first {
      $0.contains("kitbag") && $0.lowercased().hasPrefix("usage:")
    }
    let words = usage?.split(separator: " ").dropFirst().prefix { $0.first?.isLetter ?? false } ?? ["kitbag"]
    self.init(
      status: .wrongUsage,
      what: sentence.hasSuffix(".") || sentence.hasSuffix("?") ? sentence : sentence + ".",
      next: "'\(words.joined(separator: " ")) --help' shows how it is used.")
  }

  private init(_ problem: KitChoice.Problem) {
    let (what, next) =
      switch problem {
      case .unknown(let name, let nearest):
        ("There is no part '\(name)'.", nearest.map { "Did you mean '\($0)'?" })
      case .unchanged(let name): ("'\(name)' is the same in both.", nil)
      case .notAlone(let name, let file):
        ("'\(name)' cannot be taken without the rest of its file.", "Name the whole file: '\(file)'.")
      }
    self.init(what: what, safe: "Nothing was changed.", next: next ?? "'kitbag changes' lists what differs.")
  }

  /// What only a person can decide waits for one; what was typed wrongly is wrong usage.
  private static func status(of error: any ExplainedError) -> ExitStatus {
    if case .updateWaits? = error as? FranchiseError { return .waitsForDecision }
    switch error as? OfferError {
    case .needsConsent, .notReviewed, .revisedSince, .clashes: return .waitsForDecision
    case .nothingChosen, .badTitle: return .wrongUsage
    default: return .failed
    }
  }

  private init(_ error: YAMLFault) {
    self.init(what: error.message, place: "\(error.place.line):\(error.place.column)", next: error.remedy)
  }

  /// The first of what stands in a pack's way, and how many more there are.
  private init(_ fault: PackFault) {
    let first = fault.diagnostics.first
    let rest = fault.diagnostics.dropFirst()
    let shown = rest.prefix(20).map(\.description) + (rest.count > 20 ? ["and \(rest.count - 20) more"] : [])
    let lines = rest.isEmpty ? "" : "\nAlso:\n  " + shown.joined(separator: "\n  ")
    let place = first?.path.map { (path: String) -> String in
      path + (first?.place.map { ":\($0.line):\($0.column)" } ?? "")
    }
    self.init(
      what: (first?.message ?? "The pack cannot be made.") + lines, place: place,
      safe: "No pack was made; one that was there before is as it was.", next: first?.remedy)
  }

  private init(_ leak: LeakScan.Leak) {
    let what =
      switch leak.kind {
      case .notes: "words for the facilitator"
      case .name: "the name of a person"
      case .path: "a path of this computer"
      }
    self.init(
      what: "'\(leak.file)' would hold \(what): “\(leak.text)”.",
      safe: "No pack was made; one that was there before is as it was.",
      next: leak.kind == .name
        ? "Take the name out of the kit and the event's texts; under “roles” it is kept out by itself."
        : "If participants may read it, say it in “participants” too; else take it out of what they see.")
  }

  private init(_ error: TransportError) {
    self.init(
      what: error.message, next: error.hint,
      details: error.detail.isEmpty ? nil : error.detail.map(\.description).joined(separator: "\n"))
  }

  private init(_ error: GitError) {
    let (what, next) = Self.words(for: error.kind)
    self.init(
      status: error.kind == .library ? .ourFault : .failed, what: what, place: error.path,
      safe: "Your files are as they were.", next: next, details: error.description)
  }

  /// What happened and what to do next, by the kind of failure.
  private static func words(for kind: GitError.Kind) -> (what: String, next: String?) {
    switch kind {
    case .notFound: ("What is needed is not there.", "Check that you are in the folder of a kit.")
    case .exists: ("It is there already.", "Choose another name or folder.")
    case .stale, .locked:
      ("Somebody else, or another window, is working on this kit right now.", "Try again in a moment.")
    case .ownership:
      ("This folder belongs to another user of this computer.", "Work on a copy that is yours.")
    case .corrupt:
      (
        "Stored content is damaged.",
        "Fetch the kit anew from where it came, beside this one. Do not delete this one yet."
      )
    case .unsupported:
      ("The history of this folder is kept in a way that Kitbag does not work with.", "Fetch the kit anew.")
    case .diskFull: ("The disk is full.", "Make some space, then run the same command again.")
    case .readOnly: ("This disk or folder can only be read.", "Work on a copy elsewhere.")
    case .permission: ("This may not be read or written by you.", "Ask whoever owns the folder.")
    case .invalid: ("A stored or given value is not well formed.", nil)
    case .tooLarge: ("It is larger than Kitbag takes.", nil)
    case .cancelled, .interrupted: ("It was stopped.", "Run the same command again.")
    default: ("The history of this kit could not be read or written.", nil)
    }
  }
}
