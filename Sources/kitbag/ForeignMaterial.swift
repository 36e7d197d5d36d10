internal import Git
internal import Glibc
internal import KitCore

/// Somebody else's material as an import takes it: from a folder of this computer, or from a repository.
///
/// A repository is fetched into a quarantine, judged as a kit would be, and read from there. Nothing of it is ever
/// written to a folder or run, and nothing is left of it afterwards.
struct ForeignMaterial: Sendable {
  /// The bytes of each file by its path.
  private(set) var files: [String: [UInt8]]
  /// What was not read, and what was turned into something else, in words.
  private(set) var needs: [KitImport.Need]
  /// What to call it where it has no title.
  let name: String
  /// Where it came from; `nil` for a folder.
  let origin: KitImport.Origin?
  /// The same in words for the person who imports it.
  let place: String

  /// Takes the material at a place that a person typed.
  ///
  /// - Throws: ``Failure``, `TransportError`, `GitError`.
  static func at(_ typed: String, _ shared: SharedOptions) async throws -> ForeignMaterial {
    let path = shared.path(typed)
    guard WorkFolder(nil).isFolder(path), !isBareRepository(path) else {
      return try await inRepository(typed, shared)
    }
    let folder = try KitFolder(at: path)
    let names = (realPath(path) ?? path).split(separator: "/")
    return ForeignMaterial(
      files: folder.files,
      needs: folder.refusals.map { KitImport.Need(path: $0.path, words: $0.diagnostic.message) },
      name: names.last.map(String.init) ?? typed, origin: nil, place: path)
  }

  /// Takes the newest state of a repository.
  private static func inRepository(_ typed: String, _ shared: SharedOptions) async throws -> ForeignMaterial {
    let address: RemoteAddress
    do throws(AddressProblem) {
      address = try RemoteAddress(typed, origin: .typed, relativeTo: shared.folder())
    } catch {
      throw Failure(
        what: "There is no folder '\(typed)', and it is no address of a repository. \(error.message)",
        next: error.hint)
    }
    let transport = Transport(environment: Surroundings.environment)
    let scratch = try makeScratch()
    defer { FolderRemoval.remove(scratch) }
    let listing = try await transport.listRefs(at: address)
    guard let line = listing.head ?? (listing.refs[.main] == nil ? nil : .main) else {
      throw TransportError(.refMissing("HEAD"), at: address)
    }
    let repository = try Repository.create(scratch)
    let arrivals = try await repository.fetch([line], from: address, with: transport)
    guard let arrived = arrivals.refs[line] else {
      throw TransportError(
        arrivals.refused[line].map { .notAdmitted($0) } ?? .refMissing(line.text), at: address)
    }
    let version = arrived.receipt.version
    let (files, needs) = try await repository.perform { (repository: isolated Repository) throws in
      try read(repository, try repository.commit(version).tree)
    }
    let name = address.path.split(separator: "/").last.map { $0.hasSuffix(".git") ? $0.dropLast(4) : $0 }
    return ForeignMaterial(
      files: files, needs: needs, name: name.map(String.init) ?? typed,
      origin: KitImport.Origin(address: shown(address), version: version.description),
      place: "\(address.text), as it was at \(version.description.prefix(10))")
  }

  /// Makes a folder of ours for the length of one command.
  private static func makeScratch() throws -> String {
    let place = Surroundings.environment["TMPDIR"] ?? "/tmp"
    var template = Array((place + "/kitbag-import-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        what: "No folder for the material can be made in '\(place)': \(String(cString: strerror(errno))).",
        next: "Set TMPDIR to a folder that you may write to.")
    }
    return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The files of a version as a folder would give them: names that begin with a dot belong to other programs.
  private static func read(
    _ repository: isolated Repository, _ tree: ObjectID
  ) throws -> (files: [String: [UInt8]], needs: [KitImport.Need]) {
    let limits = KitFolder.Limits()
    var files: [String: [UInt8]] = [:]
    var needs: [KitImport.Need] = []
    var left = limits.totalBytes
    for file in try repository.files(in: tree)
    where !file.path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      guard file.mode.isFile else {
        needs.append(
          KitImport.Need(path: file.path, words: "This stands for another repository; it was not fetched."))
        continue
      }
      guard let bytes = try? repository.blob(file.id, limit: min(left, limits.fileBytes)) else {
        needs.append(KitImport.Need(path: file.path, words: "The file is too large; it was not read."))
        continue
      }
      left -= bytes.count
      files[file.path] = bytes
    }
    return (files, needs)
  }

  /// The address as others may see it: no account, no folder of this computer.
  private static func shown(_ address: RemoteAddress) -> String? {
    let gate = address.port.map { ":\($0)" } ?? ""
    switch address.way {
    case .https: return "https://\(address.host)\(gate)\(address.path)"
    case .ssh:
      return address.isShortForm
        ? "\(address.host):\(address.path)" : "ssh://\(address.host)\(gate)\(address.path)"
    case .folder: return nil
    }
  }

  /// Whether a folder is a repository without files beside it.
  private static func isBareRepository(_ path: String) -> Bool {
    ["HEAD", "objects", "refs"].allSatisfy { access(path + "/" + $0, F_OK) == 0 }
  }

  /// Turns text documents of office programs into pages; what cannot be turned goes along as it is.
  mutating func readOfficeFiles(with program: OfficeText?) async throws {
    for path in files.keys.sorted() {
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard OfficeText.formats[ending] != nil, let document = files[path] else { continue }
      let page = path.dropLast(ending.count) + "md"
      guard let program, files[String(page)] == nil else {
        let why =
          program == nil
          ? "“pandoc” is not installed, which would turn it into text" : "a page of that name is there"
        needs.append(KitImport.Need(path: path, words: "The document went along as it is: \(why)."))
        continue
      }
      guard let text = try await program.markdown(of: document, ending: ending) else {
        needs.append(
          KitImport.Need(path: path, words: "The document went along as it is: it could not be read as text.")
        )
        continue
      }
      files[path] = nil
      files[String(page)] = text
      needs.append(
        KitImport.Need(
          path: path,
          words:
            "The document was turned into text; pictures, comments and layout were left out. Compare them."))
    }
  }
}

/// A path without links and steps; `nil` where nothing is there.
func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
