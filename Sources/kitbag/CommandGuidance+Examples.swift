extension CommandGuidance {
  /// By a command's words after `kitbag`. What a command that is not there yet would need does no harm.
  static let known: [String: CommandGuidance] =
    forKits.merging(betweenKits) { $1 }.merging(forOffers) { $1 }.merging(forSessionsAndPrograms) { $1 }

  private static let forKits: [String: CommandGuidance] = [
    "": CommandGuidance(examples: [
      Example("kitbag new our-kit", "start a kit"),
      Example("kitbag show plan:half-day", "read a plan"),
      Example("kitbag check", "see whether anything is wrong"),
      Example("kitbag help save", "more about one command"),
    ]),
    "new": CommandGuidance(examples: [
      Example("kitbag new our-kit", "a kit in the folder our-kit"),
      Example("kitbag new our-kit --title 'Our evenings'", "the same with a name"),
    ]),
    "fork": CommandGuidance(examples: [
      Example(
        "kitbag fork https://example.org/kit leeds --group Leeds",
        "your kit in the folder leeds, from a master on the web"
      ),
      Example(
        "kitbag fork ../master leeds --group Leeds --set host='City Library'",
        "with a word of yours for a parameter"),
    ]),
    "import": CommandGuidance(examples: [
      Example("kitbag import lessons --as our-kit", "a kit from a folder of lessons")
    ]),
    "show": CommandGuidance(examples: [
      Example("kitbag show", "the whole kit in a page"),
      Example("kitbag show plan:half-day --start 13:00", "a plan with clock times"),
      Example("kitbag show plan:half-day#welcome", "one block of it"),
    ]),
    "check": CommandGuidance(
      examples: [
        Example("kitbag check", "the kit in this folder"),
        Example("kitbag check --quiet", "only what must be mended"),
      ], statuses: [(.failed, "the kit has errors, or could not be read")]),
    "compare": CommandGuidance(examples: [
      Example("kitbag compare", "what is not saved yet"),
      Example("kitbag compare --since 1.2.0", "what changed since a release"),
      Example("kitbag compare london yorkshire", "two kits, the older first"),
      Example("kitbag compare old.yaml new.yaml --start 09:30", "two versions of a plan, with clock times"),
    ]),
    "status": CommandGuidance(examples: [Example("kitbag status", "where you stand")]),
    "save": CommandGuidance(examples: [
      Example("kitbag save", "keep the work so far"),
      Example("kitbag save --message 'Shorter welcome'", "with words of your own"),
    ]),
    "event": CommandGuidance(examples: [
      Example("kitbag event new", "plan a session; you are asked for what is missing"),
      Example("kitbag event list", "what is planned"),
    ]),
    "event new": CommandGuidance(examples: [
      Example("kitbag event new", "answer a few questions"),
      Example(
        "kitbag event new --date 2026-03-12 --start 13:30 --host 'City Council'",
        "with some of the answers"),
    ]),
    "event list": CommandGuidance(examples: [Example("kitbag event list", "sessions by day")]),
    "event show": CommandGuidance(examples: [
      Example("kitbag event show 2026-03-12-half-day", "one session with its clock times")
    ]),
    "pack": CommandGuidance(
      examples: [
        Example("kitbag pack 2026-03-12-half-day", "everything, in packs/2026-03-12-half-day"),
        Example("kitbag pack 2026-03-12-half-day --for participants --out web", "only what participants get"),
        Example("kitbag pack 2026-03-12-half-day --if-short 150", "made to fit two and a half hours"),
        Example("kitbag pack --verify pack.zip", "see whether a pack is as it was made"),
      ],
      statuses: [
        (.failed, "it could not be made, or a pack is not as it was made; nothing half-done is left")
      ]),
    "undo": CommandGuidance(examples: [
      Example("kitbag undo", "one step back, or forward again"),
      Example("kitbag undo --to 3", "as it was after step 3"),
    ]),
    "operations": CommandGuidance(examples: [Example("kitbag operations", "the steps so far")]),
    "doctor": CommandGuidance(examples: [
      Example("kitbag doctor", "look for damage; nothing is changed"),
      Example("kitbag doctor --repair", "mend what can be mended"),
    ]),
  ]

  private static let betweenKits: [String: CommandGuidance] = [
    "changes": CommandGuidance(examples: [
      Example("kitbag changes", "what is different from the master"),
      Example("kitbag changes --without-reason", "only what nobody has explained yet"),
    ]),
    "keep": CommandGuidance(examples: [
      Example(
        "kitbag keep plan:half-day#welcome --because 'Our lift is slow.'", "yours for good, with the reason"),
      Example("kitbag keep guide:hosting --because 'Works' --until 2026-03-31", "until a day"),
    ]),
    "restore": CommandGuidance(examples: [
      Example("kitbag restore plan:half-day#welcome", "the master's words again")
    ]),
    "adopt": CommandGuidance(examples: [
      Example("kitbag adopt midlands plan:half-day#icebreaker", "a block of a sister group, with credit")
    ]),
    "update": CommandGuidance(
      examples: [
        Example("kitbag update --preview", "see what would come in"),
        Example("kitbag update", "take what is new from the master"),
        Example(
          "kitbag update --take-nothing-of plan:half-day#song --because 'Nobody sings.'",
          "all but one part, which is not offered again until it changes"),
      ], statuses: [(.waitsForDecision, "questions wait for you; 'kitbag decide' asks them")]),
    "decide": CommandGuidance(
      examples: [
        Example("kitbag decide", "be asked, one question after the other"),
        Example("kitbag decide --answer plan:half-day#welcome.minutes=theirs", "answer one"),
        Example("kitbag decide --abandon", "drop the update, as if it had never begun"),
      ], statuses: [(.waitsForDecision, "questions are still open")]),
    "release": CommandGuidance(examples: [
      Example("kitbag release", "which version it would be, and why"),
      Example("kitbag release 1.2.0", "release it"),
    ]),
  ]

  private static let forSessionsAndPrograms: [String: CommandGuidance] = [
    "event": CommandGuidance(examples: [
      Example("kitbag event new --plan half-day --date 2026-03-12 --start 13:30", "plan a session on a day"),
      Example("kitbag event list", "the planned sessions"),
    ]),
    "pack": CommandGuidance(examples: [
      Example("kitbag pack 2026-03-12-half-day", "everything for a planned session"),
      Example("kitbag pack 2026-03-12-half-day --if-short 150", "the same in two and a half hours"),
    ]),
    "merge-file": CommandGuidance(
      examples: [
        Example(
          "kitbag merge-file base.yaml ours.yaml theirs.yaml > both.yaml", "yours and theirs in one file"),
        Example("kitbag merge-file --json base.md ours.md theirs.md", "the questions for a program"),
      ],
      statuses: [
        (.done, "merged, and no question is left"), (.waitsForDecision, "merged, and questions are left"),
        (.failed, "a version could not be read"),
      ]),
    "git-driver": CommandGuidance(examples: [
      Example("kitbag git-driver install", "in the repository of this folder"),
      Example("kitbag git-driver remove", "as it was before"),
    ]),
    "git-driver install": CommandGuidance(examples: [
      Example("kitbag git-driver install", "Markdown and YAML files"),
      Example("kitbag git-driver install --files 'docs/*.md'", "only these"),
    ]),
    "git-driver remove": CommandGuidance(examples: [Example("kitbag git-driver remove", "as it was before")]),
    "schema": CommandGuidance(examples: [
      Example("kitbag schema plan", "the schema of a plan"),
      Example("kitbag schema --write schemas", "all of them, as files"),
    ]),
  ]
}
