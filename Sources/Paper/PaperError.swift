/// Why no paper could be made at all.
package enum PaperError: Error, Hashable, Sendable {
  /// Neither the typesetter's module nor the program is on this machine.
  case noTypesetter
  /// pandoc is not on this machine.
  case noPandoc
  /// It took longer than allowed, in seconds.
  case tooSlow(seconds: Int)
  /// It ended before it was done; its own first words.
  case broke(String)
  /// The task was cancelled.
  case cancelled
  /// The folder to work in could not be written; the system's words.
  case folder(String)
  /// A file's path leads out of the folder to work in.
  case badPath(String)
}

extension PaperError {
  /// What happened, in one sentence for people.
  package var message: String {
    switch self {
    case .noTypesetter: "PDF files need the typesetter Typst, which is not on this computer."
    case .noPandoc: "ODT and DOCX files need pandoc, which is not on this computer."
    case .tooSlow(let seconds): "Setting the pages was stopped after \(seconds) seconds."
    case .broke(let words): "The program that makes the files broke off: \(words)"
    case .cancelled: "Making the files was stopped."
    case .folder(let words): "The folder for unfinished files cannot be written: \(words)."
    case .badPath(let path): "The file name “\(path)” cannot be used in a pack."
    }
  }

  /// What to do next, in one sentence for people.
  package var hint: String {
    switch self {
    case .noTypesetter:
      "The web pages of the pack are complete and can be printed from a browser. For PDF files, install Kitbag's package or put “typst” into PATH."
    case .noPandoc: "Install the package “pandoc”, or leave out the office formats."
    case .tooSlow:
      "Look for a very long document or a very large picture, and leave it out or make it smaller."
    case .broke: "Run the command again; if it happens again, please report it together with these words."
    case .cancelled: "Run the command again when you are ready."
    case .folder: "Make room there, or point TMPDIR to another folder."
    case .badPath: "Rename the file in the kit."
    }
  }
}
