/// The rules about the form of files, which are checked while a kit is read.
enum ReadingRules {
  static let all = files + values

  private static let files = [
    CheckRule(
      "no-kit", .error, why: "A folder is a kit by its kit.yaml.",
      remedy: "Go to the folder that holds kit.yaml."),
    CheckRule(
      "newer-format", .error, why: "What a newer format means cannot be guessed.",
      remedy: "Install a newer Kitbag."),
    CheckRule(
      "unreadable", .error, why: "A file must be plain YAML or text, in UTF-8.",
      remedy: "Mend the place that is named."),
    CheckRule(
      "front-matter", .error, why: "Front matter must end where the text begins.",
      remedy: "Write a second line “---”."),
    CheckRule(
      "not-a-file", .error, why: "A kit holds ordinary files only: no links, pipes or devices.",
      remedy: "Put the file itself there."),
    CheckRule(
      "too-large", .error, why: "Packs and updates must stay small enough to send.",
      remedy: "Make the file smaller, or link to it."),
    CheckRule(
      "bad-path", .error, why: "A path must work on every computer and stay inside the kit.",
      remedy: "Rename the file."),
    CheckRule(
      "same-path", .error,
      why: "Names that differ in capitals or accents only are one file on many computers.",
      remedy: "Rename one of them."),
    CheckRule(
      "same-id", .error, why: "A reference could mean either of two resources.", remedy: "Rename one of them."
    ),
    CheckRule(
      "bad-file-name", .error, why: "A file's name is its id.", remedy: "Use 1 to 64 of a–z, 0–9 and “-”."),
    CheckRule(
      "not-described", .error, why: "Nobody knows what a file without a description is for.",
      remedy: "Write title and kind into a file beside it."),
    CheckRule(
      "missing-file", .error, why: "A description needs the file that it describes.",
      remedy: "Put the file beside it, or give a link."),
    CheckRule(
      "not-read", .information, why: "A file in the wrong place is part of no session.",
      remedy: "Rename or move it if it is meant as one."),
    CheckRule(
      "lone-translation", .warning, why: "A translation is found by the original beside it.",
      remedy: "Name it as the original."),
  ]

  private static let values = [
    CheckRule("missing-key", .error, why: "A kit that lacks it cannot be run.", remedy: "Write the key."),
    CheckRule(
      "unknown-key", .information, why: "It may be misspelt; it is kept in any case.",
      remedy: "Correct it, or leave it."),
    CheckRule(
      "empty-value", .error, why: "A key without a value says nothing.",
      remedy: "Write a value, or take the key out."),
    CheckRule("empty-list", .error, why: "The list needs at least one item.", remedy: "Write an item."),
    CheckRule(
      "wrong-type", .error, why: "The value must be of the kind that the key needs.",
      remedy: "Write it as the message says."),
    CheckRule(
      "out-of-range", .error, why: "The number makes no sense there.", remedy: "Write a number in the range."),
    CheckRule(
      "not-a-choice", .error, why: "Only some words have a meaning there.", remedy: "Use one of the words."),
    CheckRule(
      "bad-form", .error, why: "Ids, dates, versions and the like have one form.",
      remedy: "Write it like the example."),
    CheckRule("bad-date", .error, why: "No calendar has that day.", remedy: "Check the month and the day."),
    CheckRule(
      "bad-name", .error, why: "Names of parameters and languages have one form.",
      remedy: "Write the name like the example."),
    CheckRule(
      "duplicate-id", .error, why: "Parts are matched by their ids.", remedy: "Give one of them another id."),
    CheckRule("either-or", .error, why: "Two keys contradict each other.", remedy: "Keep one of them."),
  ]
}
