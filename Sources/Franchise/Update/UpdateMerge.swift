internal import Git
internal import KitCore

/// What becomes of a group's kit when it takes a version of the master: worked out, not yet true.
struct UpdateMerge {
  /// The group's kit, and the master's version.
  let main: ObjectID
  let target: UpdateTarget
  /// The merge of all files.
  let merged: MergedKit
  /// The parts that stay as they are because the group said so, though the master changed them.
  let held: [String]
  let material: UpdateMaterial
  /// The files that go into the merge with what is held and lent.
  private let ours: KitTree

  /// Works it out.
  ///
  /// - Parameters:
  ///   - declined: Parts of which nothing is taken, beside those that are the group's for good.
  /// - Throws: ``FranchiseError``, ``GitError``.
  init(
    of main: ObjectID, taking target: UpdateTarget, declining declined: [String], offers: [String: ObjectID],
    _ repository: isolated Repository
  ) throws {
    (self.main, self.target) = (main, target)
    ours = try KitTree(repository, try repository.commit(main).tree)
    let common = try CommonBase(of: main, and: target.commit, repository)
    let theirs = try KitTree(repository, try repository.commit(target.commit).tree)
    let forGood = try Customisation.forGood(in: ours, repository).map(\.part)
    let parts = HeldParts(forGood + declined)
    material = try UpdateMaterial(
      base: common.files, ours: ours.files, theirs: theirs.files, lent: common.lent, repository
    ) { (path: String) -> Bool in parts.mayTouch(path) }
    let merge = KitMerge(lineMerge: mergeLines)
    var (kits, held) = HeldParts(parts.addresses + Self.ownVersion(material.kits)).applied(to: material.kits)
    self.held = held
    let works = try Acceptance.works(of: main, in: target.commit, offers: offers, repository)
    kits.base = merge.base(of: kits, lending: works)
    merged = merge.merge(kits)
  }

  /// A group that gives its kit versions of its own, because others start from it, keeps its own number.
  private static func ownVersion(_ kits: ThreeWay<[String: [UInt8]]>) -> [String] {
    func version(_ files: [String: [UInt8]]) -> String? {
      files["kit.yaml"].flatMap { try? YAMLDocument.read($0).root }?["version"]?.text
    }
    guard let base = version(kits.base), let ours = version(kits.ours), base != ours else { return [] }
    return ["kit.version"]
  }

  /// The files with these answers, by path; what is settled has no bytes.
  func answered(_ answers: [String: ClashAnswer]) -> [String: [UInt8]] { merged.answered(answers) }

  /// The kit's files with these answers, and with the master's version in group.yaml where `isFinal`.
  ///
  /// - Throws: ``FranchiseError/unreadableFile(_:reason:)`` for a group.yaml that cannot be changed; ``GitError``.
  func tree(
    _ answers: [String: ClashAnswer], isFinal: Bool, from address: String? = nil, in batch: inout ObjectBatch,
    _ repository: isolated Repository
  ) throws -> KitTree {
    var tree = KitTree()
    for (path, bytes) in answered(answers) {
      if let file = material.settled[path] {
        tree.put(file)
      } else {
        tree.put(TreeFile(path: path, mode: mode(of: path), id: try batch.add(blob: bytes, path: path)))
      }
    }
    if isFinal { try setVersion(in: &tree, from: address, &batch, repository) }
    return tree
  }

  /// The side that changed a file's mode wins; ours where both did.
  private func mode(of path: String) -> TreeMode {
    let modes = material.trees.map { $0[path]?.mode }
    guard let ours = modes.ours else { return modes.theirs ?? .file }
    return modes.base == ours ? modes.theirs ?? ours : ours
  }

  private func setVersion(
    in tree: inout KitTree, from address: String?, _ batch: inout ObjectBatch,
    _ repository: isolated Repository
  ) throws {
    guard let file = tree.files["group.yaml"] else { throw FranchiseError.noMaster }
    do {
      var document = try YAMLDocument.read(try repository.blob(file.id))
      let known = document.root["master"]?["version"]?.text
      if !target.version.isEmpty, known != target.version {
        let version = KitVersion(target.version).map { YAMLValue.plain($0.text) } ?? .text(target.version)
        document = try document.setting(version, at: ["master", "version"])
      }
      if let address { document = try document.setting(.text(address), at: ["master", "address"]) }
      try tree.set("group.yaml", to: document.bytes, in: &batch)
    } catch let fault as YAMLEditFault {
      throw FranchiseError.unreadableFile("group.yaml", reason: fault.message)
    } catch let fault as YAMLFault {
      throw FranchiseError.unreadableFile("group.yaml", reason: fault.message)
    }
  }
}
