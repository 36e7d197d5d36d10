/// How people work together in a block.
package enum Grouping: Sendable, Hashable, CustomStringConvertible {
  case individual, pairs, trios, plenary
  /// Groups of so many.
  case groups(of: Int)

  /// Reads `pairs`, `groups of 4` and so on; `nil` for anything else.
  package init?(_ text: String) {
    switch text {
    case "individual": self = .individual
    case "pairs": self = .pairs
    case "trios": self = .trios
    case "plenary": self = .plenary
    default:
      guard TextPattern.grouping.matches(text), let size = Int(text.dropFirst("groups of ".count)) else {
        return nil
      }
      self = .groups(of: size)
    }
  }

  /// As it stands in a file.
  package var description: String {
    switch self {
    case .individual: "individual"
    case .pairs: "pairs"
    case .trios: "trios"
    case .plenary: "plenary"
    case .groups(let size): "groups of \(size)"
    }
  }

  /// How many people make one group; `nil` for everyone together.
  package var size: Int? {
    switch self {
    case .individual: 1
    case .pairs: 2
    case .trios: 3
    case .plenary: nil
    case .groups(let size): size
    }
  }

  /// What it looks like in a file.
  package static let value: ValueShape = .pattern(.grouping, example: "groups of 4")
}
