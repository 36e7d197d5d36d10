/// The way from a document's root to one of its values: keys, positions in lists, and ids of list items.
///
/// `["blocks", .id("welcome"), "steps", 0, "do"]`
package struct YAMLPath: Hashable, Sendable {
  /// One step down.
  package enum Step: Hashable, Sendable {
    /// To the value under a key of a mapping.
    case key(String)
    /// To an item of a list, counted from 0.
    case index(Int)
    /// To the item of a list that is a mapping with this `id`.
    case id(String)
  }

  /// The steps from the root.
  package var steps: [Step]

  /// A path of steps from the root; none leads to the root itself.
  package init(_ steps: [Step] = []) { self.steps = steps }

  /// The path one step further.
  package func appending(_ step: Step) -> YAMLPath { YAMLPath(steps + [step]) }

  /// The path without its last step.
  package var parent: YAMLPath { YAMLPath(Array(steps.dropLast())) }
}

extension YAMLPath: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Step...) { steps = elements }
}

extension YAMLPath.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral key: String) { self = .key(key) }

  package init(integerLiteral index: Int) { self = .index(index) }
}

extension YAMLPath: CustomStringConvertible {
  /// Keys and ids with dots between, positions in brackets counted from 1: `blocks.welcome.steps[1].do`.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let name), .id(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index + 1)]"
      }
    }
    return text.isEmpty ? "the whole file" : text
  }
}

extension YAMLNode {
  /// The value one step down.
  package subscript(step: YAMLPath.Step) -> YAMLNode? {
    switch step {
    case .key(let key): self[key]
    case .index(let index): self[index]
    case .id(let id): sequence?.index(ofID: id).flatMap { (index: Int) -> YAMLNode? in self[index] }
    }
  }
}
