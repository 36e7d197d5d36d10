/// Why an archive is not written or not read. Nothing of it is visible then.
package enum ArchiveProblem: Error, Hashable, Sendable {
  /// It is no ZIP file, or it is cut off.
  case notAnArchive
  /// It contradicts itself: sizes, places or sums are not what it says.
  case damaged
  /// It has more entries than allowed.
  case tooManyEntries(limit: Int)
  /// What it holds is larger than allowed, whatever it says of itself; the entry at which that showed.
  case tooLarge(name: String, limit: Int)
  /// A name that leads out of the folder, is hidden, or cannot be a file everywhere; what is wrong with it.
  case badName(String, NameFault)
  /// Two entries are one file, or a file and a folder of one name, on some computer.
  case namesMeet(String, String)
  /// Two entries have the same name.
  case nameTwice
  /// The entry is a link, a device or something else that is no plain file.
  case notAFile(String)
  /// The entry needs a password.
  case encrypted(String)
  /// The entry is packed in a way that is not used here.
  case unknownMethod(String)
  /// There was no memory for it, or the library refused; its own words.
  case library(String)

  /// What is wrong with a name.
  package enum NameFault: Hashable, Sendable {
    /// It begins with `/` or with a drive.
    case absolute
    /// It has an empty part, `.` or `..`.
    case climbs
    /// It has a backslash, a colon, or a character that is not printed.
    case character
    /// It is no UTF-8, or is too long.
    case text
    /// It is of a folder that belongs to git.
    case git
  }
}

extension ArchiveProblem {
  /// What is wrong, in one sentence for people. Names are as the file has them: make them safe before they are shown.
  package var message: String {
    switch self {
    case .notAnArchive: "It is no ZIP file, or a part of it is missing."
    case .damaged: "It is damaged: what it holds is not what it says."
    case .tooManyEntries(let limit): "It holds more than \(limit) files."
    case .tooLarge(let name, let limit):
      "Unpacked it is larger than \(limit >> 20) MB; that showed at “\(name)”."
    case .badName(let name, let fault): "The name “\(name)” \(fault.words)."
    case .namesMeet(let one, let other): "“\(one)” and “\(other)” would be one file on some computers."
    case .nameTwice: "Two of its files have the same name."
    case .notAFile(let name): "“\(name)” is a link or something else that is no plain file."
    case .encrypted(let name): "“\(name)” is locked with a password."
    case .unknownMethod(let name): "“\(name)” is packed in a way that is not used here."
    case .library(let words): "It cannot be unpacked: \(words)."
    }
  }
}

extension ArchiveProblem.NameFault {
  fileprivate var words: String {
    switch self {
    case .absolute: "would be written outside the folder"
    case .climbs: "would lead out of the folder"
    case .character: "has a character that a file name must not have"
    case .text: "is no text, or too long"
    case .git: "belongs to git and not into an archive"
    }
  }
}
