extension Imprint {
  /// The colour of bars and titles on white paper, as `#` and six digits: the group's, made dark enough to be read.
  package var paperColour: String { Theme(colour: colour).onLight.css }

  /// The event in a line, as it stands below titles.
  package var eventLine: String { [event, when].filter { !$0.isEmpty }.joined(separator: " · ") }

  /// The kit in a line, as it stands at the foot of pages.
  package var kitLine: String { "\(kit) · \(licence)" }
}
