/// What people call a key of a kit's files.
enum FieldName {
  private static let names: [String: String] = [
    "participants": "what participants see", "notes": "notes", "say": "words to say", "do": "what to do",
    "lead": "who leads", "support": "who supports", "if short": "if time is short",
    "if long": "if there is time",
    "because": "reason", "allows": "what groups may change", "watch": "what to watch for",
    "roles needed": "roles needed", "pre-work": "preparation", "by": "how", "per": "for each",
    "from": "who brings it",
    "when": "when", "licence": "licence", "start": "start time",
  ]

  /// The name, in the middle of a sentence.
  static func of(_ key: String) -> String { names[key] ?? key }

  /// What one entry of the list under a key is called.
  static func entry(of key: String) -> String {
    switch key {
    case "outcomes", "core outcomes": "outcome"
    case "outputs": "output"
    case "materials": "material"
    case "steps": "step"
    case "tracks": "track"
    case "blocks": "block"
    case "tasks": "task"
    case "prompts": "prompt"
    case "resources": "resource"
    case "groups": "group"
    case "parameters": "parameter"
    case "access": "access note"
    case "attribution": "source"
    default: "entry"
    }
  }

  /// The keys that say which entry of a list is which, the strongest first.
  static let identities = [
    "id", "item", "name", "part", "block", "title", "source", "do", "task", "question", "if", "point", "what",
  ]
}
