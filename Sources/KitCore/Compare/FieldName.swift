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
    case "watch": "point to watch"
    case "allows": "allowed change"
    case "policy": "rule"
    case "languages": "language"
    case "plans": "plan"
    case "settings": "setting"
    case "roles needed": "role"
    case "contingency": "contingency"
    case "pre-work": "preparation"
    case "common questions", "questions": "question"
    case "waivers": "waiver"
    case "rounds": "round"
    default: "entry"
    }
  }

  /// What one entry is called under a key whose keys are names that somebody gave; `nil` for any other key.
  static func namedEntry(of key: String) -> String? {
    switch key {
    case "parameters": "parameter"
    case "roles": "role"
    case "translations": "translation"
    case "adaptations": "adaptation"
    default: nil
    }
  }

  /// The keys that say which entry of a list is which, the strongest first.
  static let identities = [
    "id", "item", "name", "part", "block", "title", "source", "do", "task", "question", "if", "point", "what",
  ]
}
