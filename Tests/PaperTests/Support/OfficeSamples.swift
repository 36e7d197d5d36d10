import EventPack
import KitCore
import Paper

/// The samples as office files.
enum OfficeSamples {
  static let all: [OfficeWriter.Document] =
    [Samples.plan, Samples.runSheet, Samples.form, Samples.signs].flatMap {
      [file($0, .odt), file($0, .docx)]
    }
    + [file(Samples.slides, .pptx)]

  static func file(_ document: PackDocument, _ format: OfficeWriter.Format) -> OfficeWriter.Document {
    let event = Machine.dress.event
    let tree = format == .pptx ? document.slideTree : document.officeTree(subtitle: event)
    return .init(id: document.id, format: format, tree: Array(tree.compactText.utf8))
  }
}
