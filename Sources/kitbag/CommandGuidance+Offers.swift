extension CommandGuidance {
  /// For the commands that give back and take what is given.
  static let forOffers: [String: CommandGuidance] = [
    "offer": CommandGuidance(
      examples: [
        Example("kitbag offer", "choose among your changes"),
        Example("kitbag offer plan:half-day#welcome --title 'A longer welcome'", "one block of a plan"),
        Example("kitbag offer guide:hosting --title Hosting --push", "to your own kit's place on the net"),
        Example(
          "kitbag offer --revise a-longer-welcome-3f2a --to-file welcome.kitoffer",
          "the same again as your kit has it now, as a file for e-mail"),
      ], statuses: [(.waitsForDecision, "words of yours must be turned back first; '--yes' agrees")]),
    "inbox": CommandGuidance(examples: [
      Example("kitbag inbox", "what waits, and what was answered"),
      Example("kitbag inbox add welcome.kitoffer", "take in a file"),
      Example("kitbag inbox fetch", "collect from the groups' kits"),
    ]),
    "inbox list": CommandGuidance(examples: [Example("kitbag inbox list --all", "with what was answered")]),
    "inbox add": CommandGuidance(examples: [Example("kitbag inbox add welcome.kitoffer", "take in a file")]),
    "inbox fetch": CommandGuidance(examples: [Example("kitbag inbox fetch", "collect what waits elsewhere")]),
    "inbox reply": CommandGuidance(examples: [
      Example("kitbag inbox reply a-longer --to-file welcome.kitreply", "an answer for e-mail")
    ]),
    "inbox send": CommandGuidance(examples: [
      Example("kitbag inbox send", "answers to where groups fetch them")
    ]),
    "review": CommandGuidance(examples: [
      Example("kitbag review a-longer", "an offer by the beginning of its id"),
      Example("kitbag review a-longer --start 13:30 --text", "with clock times, and as it would read"),
    ]),
    "comment": CommandGuidance(examples: [
      Example("kitbag comment a-longer 'Why fifteen minutes?'", "ask the group")
    ]),
    "accept": CommandGuidance(
      examples: [
        Example("kitbag accept a-longer", "all of it"),
        Example("kitbag accept a-longer plan:half-day#welcome", "one part of it"),
        Example("kitbag accept a-longer --own guide:tips#door=door.md", "with your own words for one part"),
      ],
      statuses: [
        (.waitsForDecision, "it was not looked at in this form, or you changed the same meanwhile")
      ]),
    "decline": CommandGuidance(
      examples: [Example("kitbag decline a-longer --because 'Ten minutes are enough.'", "with a reason")],
      statuses: [(.waitsForDecision, "it was not looked at in this form")]),
  ]
}
