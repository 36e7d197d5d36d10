/// The files of a kit: paths with bytes, wherever they came from.
package struct KitFiles: Sendable {
  private let contents: [KitPath: [UInt8]]
  /// The paths in the order of their bytes.
  package let paths: [KitPath]

  /// Takes files by their paths.
  package init(_ contents: [KitPath: [UInt8]]) {
    self.contents = contents
    paths = contents.keys.sorted()
  }

  /// The bytes of a file, or `nil` where the kit has no such file.
  package subscript(path: KitPath) -> [UInt8]? { contents[path] }

  /// Takes files by texts that should be paths; those that are not are left out and told.
  package static func admitting(
    _ files: some Sequence<(path: String, bytes: [UInt8])>
  ) -> (files: KitFiles, diagnostics: [Diagnostic]) {
    var contents: [KitPath: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
    for file in files {
      do throws(KitPathError) {
        contents[try KitPath(file.path)] = file.bytes
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, "bad-path", path: file.path, message: error.description,
            remedy: "Rename the file; letters, digits, “-” and one ending are safe everywhere."))
      }
    }
    return (KitFiles(contents), diagnostics)
  }

  /// Files that would be one file on a system that ignores case or the form of accents.
  package var collisions: [Diagnostic] {
    var firsts: [String: KitPath] = [:]
    return paths.compactMap { (path: KitPath) -> Diagnostic? in
      guard let first = firsts[path.meetingKey] else {
        firsts[path.meetingKey] = path
        return nil
      }
      return Diagnostic(
        .error, "same-path", path: path.text,
        message: "“\(path.text)” and “\(first.text)” are one file on many computers.",
        remedy: "Rename one of them so that they differ in more than capitals and accents.")
    }
  }
}
