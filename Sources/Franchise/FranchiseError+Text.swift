internal import KitCore

extension FranchiseError {
  /// What happened, in one sentence for people.
  package var what: String {
    switch self {
    case .notAKit(let folder): "There is no kit in '\(folder)'."
    case .noHistory(let folder): "The kit in '\(folder)' has not been saved yet, so it has no past."
    case .folderTaken(let folder): "'\(folder)' is there already and not empty."
    case .folder(let folder, let reason): "The folder '\(folder)' cannot be used: \(reason)."
    case .busy: "Somebody else is working here at the same moment."
    case .otherLine(let name):
      name.map { "This folder shows another line of work, '\($0)', and not the kit itself." }
        ?? "This folder shows an old version and not the kit itself."
    case .unfinishedGit(let what): "Plain git is in the middle of \(what) here."
    case .noMain: "The saved kit is missing; only its past is there."
    case .unknownParameter(let name, _): "The kit does not ask for '\(name)'."
    case .missingParameters(let names):
      "The kit needs \(names.count == 1 ? "a value" : "values") for \(Self.list(names))."
    case .badParameter(let name, let reason): "The value for '\(name)' cannot be used: \(reason)"
    case .noSuchVersion(let version, _): "The master has no version \(version)."
    case .unusableKit(let count, let first):
      "The kit has \(count == 1 ? "an error" : "\(count) errors")"
        + (first.map { ": \($0.path.map { "\($0): " } ?? "")\($0.message)" } ?? ".")
    case .emptyMaster(let address): "There is no saved kit at '\(address)'."
    case .badAddress(let what, _): what
    case .badName(let name): "'\(name)' has no letters or digits that an id could be made of."
    case .nothingToUndo: "Nothing was done here yet that could be undone."
    case .noSuchOperation(let number, _): "There is no step \(number)."
    case .lostPast(let number): "Part of what step \(number) refers to is gone."
    case .newerLog: "This kit was last used with a newer Kitbag."
    case .damagedLog: "The list of steps is damaged."
    case .unreadableFile(let path, let reason): "\(path) cannot be changed: \(reason)"
    case .noMaster: "This kit was not made from a master, so there is nothing to update from."
    case .noMasterAddress: "group.yaml does not say where the master is."
    case .foreignFolder(let path):
      "group.yaml says that the master is in the folder '\(path)', which nobody named here."
    case .rewritten(let release):
      release.map { "The master's release \($0) is not what it was: history was rewritten there." }
        ?? "The master's past is not what it was: history was rewritten there."
    case .unrelated: "Your kit and the master's version have nothing in common."
    case .updateWaits(let version, let open):
      "The update to \(version) waits for you: \(open == 1 ? "one question is" : "\(open) questions are") open."
    case .noPendingUpdate: "No update waits for answers."
    case .damagedPending: "The record of the update that waits is damaged."
    case .unknownQuestion(let address, _, _): "There is no question about '\(address)'."
    case .cannotKeepBoth(let address): "Of '\(address)' only one version can stay."
    case .unusableAnswer(let address, let path):
      "With that answer to '\(address)' the file \(path) would not be valid any more: it could not be read, or would have one part twice."
    case .unknownPart(let address, _): "Neither your kit nor the master's version has a part '\(address)'."
    }
  }

  /// What is safe.
  package var safe: String? {
    switch self {
    case .notAKit, .noHistory, .nothingToUndo, .noSuchOperation, .noPendingUpdate: nil
    case .updateWaits: "Your kit is as you left it, and you can go on working in it."
    case .rewritten:
      "Nothing was taken from it. Your kit, and what was last seen of the master, are as they were."
    case .folder: "What was there before is as it was."
    default: "Nothing was changed."
    }
  }

  /// What to do next.
  package var next: String? {
    switch self {
    case .notAKit: "Name the kit's folder with '-C', or start a kit with 'kitbag new' or 'kitbag fork'."
    case .noHistory: "'kitbag save' keeps the kit as it is, and its past begins there."
    case .folderTaken: "Name a folder that is new or empty."
    case .folder: nil
    case .busy: "Wait a moment and try again."
    case .otherLine: "Go back to the kit with 'git switch main', then try again."
    case .unfinishedGit: "Finish or leave that with git, then try again."
    case .noMain: "'kitbag undo' goes back one step; 'kitbag operations' lists all."
    case .unknownParameter(_, let nearest):
      nearest.map { "Did you mean '\($0)'?" } ?? "'kitbag show' in the master lists what it asks for."
    case .missingParameters(let names):
      "Add " + names.map { "--set \($0)=…" }.joined(separator: " ") + "."
    case .badParameter: "Give another value with '--set'."
    case .noSuchVersion(_, let known):
      known.isEmpty
        ? "It has no releases yet; leave the version out to start from its newest state."
        : "It has \(known.prefix(8).joined(separator: ", "))."
    case .unusableKit: "'kitbag check' in that kit names every error. They must be mended there first."
    case .emptyMaster: "Check the address. 'kitbag save' in a kit's folder saves it for the first time."
    case .badAddress(_, let hint): hint
    case .badName: "Use a name with letters, or give an id as well."
    case .nothingToUndo: "'kitbag status' tells where you stand."
    case .noSuchOperation(_, let last): "The last one is \(last); 'kitbag operations' lists them."
    case .lostPast, .damagedLog: "Keep a copy of the whole folder, then ask for help with it."
    case .newerLog: "Install the newest Kitbag."
    case .unreadableFile: "'kitbag check' tells where; mend it, then try again."
    case .noMaster: "'kitbag fork' starts a group's kit from a master."
    case .noMasterAddress, .foreignFolder: "Tell where it is with 'kitbag update --from ADDRESS'."
    case .rewritten:
      "Ask the maintainers whether that was meant. If so, 'kitbag update --accept-rewritten' goes on."
    case .unrelated: "Check that group.yaml names the master that this kit was made from."
    case .updateWaits: "'kitbag decide' answers them; 'kitbag decide --abandon' drops the update."
    case .noPendingUpdate: "'kitbag update' takes what is new from the master."
    case .damagedPending: "'kitbag decide --abandon' drops it; then 'kitbag update' begins anew."
    case .unknownQuestion(_, let nearest, let open):
      nearest.map { "Did you mean '\($0)'?" }
        ?? (open.isEmpty ? nil : "Open are: \(open.prefix(8).joined(separator: ", ")).")
    case .cannotKeepBoth: "Answer it with ours, with theirs, or with your own words."
    case .unusableAnswer:
      "Write your words as they stand in the file, with the same indentation and the name of the field."
    case .unknownPart(_, let nearest):
      nearest.map { "Did you mean '\($0)'?" }
        ?? "Addresses look like 'plan:half-day#welcome' or 'guide:fishbowl#setup'."
    }
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}
