internal import KitCore

/// Editing customisations.yaml without changing anything else in it.
struct CustomisationsFile {
  static let path = "customisations.yaml"
  private static let heading = "# Why parts of this kit differ from the master's.\n"

  private var document: YAMLDocument

  /// Reads the file; a new one where there is none.
  ///
  /// - Throws: ``FranchiseError/unreadableFile(_:reason:)``.
  init(_ bytes: [UInt8]?) throws {
    do throws(YAMLFault) {
      document = try YAMLDocument.read(bytes ?? Array(Self.heading.utf8))
    } catch {
      throw FranchiseError.unreadableFile(Self.path, reason: error.message)
    }
  }

  /// The file as it is now.
  var bytes: [UInt8] { document.bytes }

  /// Lets a part have this reason, whether it had one before or not.
  ///
  /// - Returns: What the reason was before.
  /// - Throws: ``FranchiseError/unreadableFile(_:reason:)``.
  mutating func set(_ reason: KeptReason) throws -> String? {
    do throws(YAMLEditFault) {
      guard let index = index(of: reason.part.description) else {
        try add(reason)
        return nil
      }
      let path: YAMLPath = ["parts", .index(index)]
      let before = document.node(at: path.appending("because"))?.text
      for (key, text) in reason.fields where key != "part" {
        document = try document.setting(KeptReason.value(text, of: key), at: path.appending(.key(key)))
      }
      if reason.until == nil, document.node(at: path.appending("until")) != nil {
        document = try document.removing(path.appending("until"))
      }
      return before
    } catch {
      throw FranchiseError.unreadableFile(Self.path, reason: error.message)
    }
  }

  private mutating func add(_ reason: KeptReason) throws(YAMLEditFault) {
    let fields = reason.fields.map { YAMLField($0.key, KeptReason.value($0.text, of: $0.key)) }
    guard let list = document.root["parts"], list.scalar?.isNull != true else {
      document = try document.setting(.sequence([.mapping(fields)]), at: ["parts"])
      return
    }
    let count = list.sequence?.items.count ?? 0
    document = try document.inserting(.mapping(fields), at: count, in: ["parts"])
  }

  /// Takes out the reasons for the part and for everything inside it.
  ///
  /// - Returns: The parts whose reasons went.
  /// - Throws: ``FranchiseError/unreadableFile(_:reason:)``.
  mutating func remove(_ part: PartName) throws -> [String] {
    var gone: [String] = []
    let items = document.root["parts"]?.sequence?.items ?? []
    for index in items.indices.reversed() {
      guard let text = items[index].value["part"]?.text, let address = try? Address(parsing: text),
        part.contains(.part(address))
      else { continue }
      do throws(YAMLEditFault) {
        document = try document.removing(["parts", .index(index)])
      } catch {
        throw FranchiseError.unreadableFile(Self.path, reason: error.message)
      }
      gone.insert(text, at: 0)
    }
    return gone
  }

  private func index(of part: String) -> Int? {
    document.root["parts"]?.sequence?.items.firstIndex { $0.value["part"]?.text == part }
  }
}

/// A reason as it is written down.
struct KeptReason {
  let part: Address
  let kind: Customisations.Kind
  let because: String
  let day: String
  let until: String?

  /// Days stand without quotes; words are words whatever they look like.
  static func value(_ text: String, of key: String) -> YAMLValue {
    key == "date" || key == "until" ? .plain(text) : .text(text)
  }

  var fields: [(key: String, text: String)] {
    [("part", part.description), ("kind", kind.rawValue), ("because", because), ("date", day)]
      + (until.map { [("until", $0)] } ?? [])
  }
}
