extension Address.Kind {
  /// What a file of this kind looks like; for Markdown, its front matter.
  package var shape: ObjectShape {
    switch self {
    case .kit: KitIdentity.shape
    case .plan: Plan.shape
    case .guide: Guide.shape
    case .method: Method.shape
    case .resource: Resource.shape
    case .checklist: Checklist.shape
    case .round: Round.shape
    case .network: Network.shape
    case .group: Group.shape
    case .customisations: Customisations.shape
    case .event: Event.shape
    case .debrief: Debrief.shape
    }
  }

  /// The name of the file that holds the schema of this kind, `plan.schema.json`.
  package var schemaFileName: String { rawValue + ".schema.json" }
}
