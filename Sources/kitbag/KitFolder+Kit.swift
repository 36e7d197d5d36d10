internal import KitCore

extension KitFolder {
  /// The folder's files as a kit's files, and what of the folder can be no part of a kit.
  var kitFiles: (files: KitFiles, diagnostics: [Diagnostic]) {
    let pairs = files.map { (path: $0.key, bytes: $0.value) }
    let admitted = KitFiles.admitting(pairs)
    return (admitted.files, admitted.diagnostics + refusals.map(\.diagnostic))
  }

  /// Reads the kit in the folder; what of the folder can be no part of a kit comes beside it.
  func readKit() -> (reading: KitReading, refused: [Diagnostic]) {
    let (files, diagnostics) = kitFiles
    return (KitReading.read(files), diagnostics)
  }
}

extension KitFolder.Refusal {
  /// The refusal as check tells it.
  var diagnostic: Diagnostic {
    switch reason {
    case .symbolicLink:
      Diagnostic(
        .error, "not-a-file", path: path, message: "This is a link to somewhere else; it was not followed.",
        remedy: "Put the file itself there.")
    case .specialFile:
      Diagnostic(
        .error, "not-a-file", path: path, message: "This is neither a file nor a folder; it was not opened.",
        remedy: "Take it out of the kit's folder.")
    case .nameIsNoText:
      Diagnostic(
        .error, "bad-path", path: path, message: "The name is not UTF-8 text.",
        remedy: "Rename the file; letters, digits, “-” and one ending are safe everywhere.")
    case .tooLarge(let bytes):
      Diagnostic(
        .error, "too-large", path: path,
        message: "The file has \(bytes >> 20) MB, which is more than a kit can carry.",
        remedy: "Make it smaller, or put it on the web and link to it.")
    case .tooMuch:
      Diagnostic(
        .error, "too-large", path: path,
        message: "With this file the kit is larger than 256 MB; it was not read.",
        remedy: "Take large files out, or put them on the web and link to them.")
    case .tooMany:
      Diagnostic(
        .error, "too-large", path: path,
        message: "The folder holds more than 20,000 files; the rest was not read.",
        remedy: "Check that this is the right folder.")
    case .tooDeep:
      Diagnostic(
        .error, "too-large", path: path,
        message: "Folders are nested too deep here; what is inside was not read.",
        remedy: "Move the files further up.")
    case .unreadable(let why):
      Diagnostic(
        .error, "unreadable", path: path, message: "It cannot be read: \(why).",
        remedy: "See that you may read it.")
    }
  }
}
