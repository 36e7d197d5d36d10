package import KitCore

/// Why a verb could not do what was asked. Whatever it is, nothing was changed unless it says so.
package enum FranchiseError: Error, Hashable, Sendable {
  /// The folder holds no kit.
  case notAKit(folder: String)
  /// The folder holds a kit that was never saved.
  case noHistory(folder: String)
  /// There is something in the way of a new kit.
  case folderTaken(String)
  /// The folder cannot be made or written.
  case folder(String, reason: String)
  /// Other programs keep changing the kit.
  case busy
  /// The folder shows another line of work than the kit's own; its name, if it has one.
  case otherLine(String?)
  /// Plain git is in the middle of something.
  case unfinishedGit(String)
  /// The kit's own line is missing.
  case noMain
  /// The kit has no such parameter; the nearest name.
  case unknownParameter(String, nearest: String?)
  /// These parameters need a value.
  case missingParameters([String])
  /// A value is not what its parameter asks for.
  case badParameter(String, reason: String)
  /// The master has no such release; those that it has, the newest first.
  case noSuchVersion(String, known: [String])
  /// The kit to start from has errors: how many, and the first.
  case unusableKit(count: Int, first: Diagnostic?)
  /// There is nothing at the master that could be forked.
  case emptyMaster(String)
  /// The address cannot be used: a sentence that says why, and what helps.
  case badAddress(String, hint: String)
  /// A name of which no id can be made.
  case badName(String)
  /// There is no operation to step back from.
  case nothingToUndo
  /// The log has no operation of that number; the last one's.
  case noSuchOperation(Int, last: Int)
  /// What an operation refers to is gone.
  case lostPast(Int)
  /// The log was written by a newer Kitbag.
  case newerLog
  /// The log is damaged, at the object with this name.
  case damagedLog(String)
  /// A file that a verb has to change is not well formed.
  case unreadableFile(String, reason: String)
  /// The kit is no group's kit, so that there is no master to take anything from.
  case noMaster
  /// group.yaml does not say where the master is.
  case noMasterAddress
  /// group.yaml names a folder of this computer that nobody typed here.
  case foreignFolder(String)
  /// The master's past is not the one that was seen before; the release that became another one, if it is one.
  case rewritten(release: String?)
  /// The kit and the master's version have nothing in common.
  case unrelated
  /// An update waits for answers: its version, and how many questions are open.
  case updateWaits(String, open: Int)
  /// No update waits for answers.
  case noPendingUpdate
  /// The record of the update that waits is damaged.
  case damagedPending
  /// The update that waits has no such question; the nearest one, and all open ones.
  case unknownQuestion(String, nearest: String?, open: [String])
  /// Of these two versions only one can stay: a single value, a name, a whole file.
  case cannotKeepBoth(String)
  /// With this answer the file with this path could not be read any more, or would have one part twice.
  case unusableAnswer(String, path: String)
  /// No part of the kit or of the master's version has this address; the nearest one.
  case unknownPart(String, nearest: String?)
}
