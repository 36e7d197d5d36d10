/// The arguments that every git child gets before its command.
enum GitArguments {
  /// The whole list for one child: our settings, then the command, which starts with its name.
  static func full(_ command: [String], enclosure: String, limits: TransferLimits, address: RemoteAddress?)
    -> [String]
  {
    var all = ["-C", enclosure, "--no-pager", "--no-replace-objects", "--literal-pathspecs"]
    for setting in settings + measured(limits) + allowed(address) { all += ["-c", setting] }
    return all + command
  }

  /// What a child serves from or receives into a folder of this machine. git runs it through a shell, with the
  /// folder quoted by git; the text here is constant.
  static let uploadProgram =
    "env -u GIT_ALLOC_LIMIT git -c core.hooksPath=/dev/null -c core.fsmonitor=false -c core.alternateRefsCommand=true"
    + " -c pack.threads=1 upload-pack"
  /// The same for a push.
  static let receiveProgram =
    "env -u GIT_ALLOC_LIMIT git -c core.hooksPath=/dev/null -c core.fsmonitor=false -c core.alternateRefsCommand=true"
    + " -c receive.fsckObjects=true -c receive.autogc=false -c receive.denyNonFastForwards=true"
    + " -c gc.auto=0 -c maintenance.auto=false receive-pack"

  private static let settings: [String] = [
    // Nothing of a repository or of the other side is run.
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.askPass=", "core.attributesFile=/dev/null",
    "core.alternateRefsCommand=true", "core.pager=cat", "core.editor=false",
    // Only the way that the address names, no redirects, no other places to fetch from.
    "protocol.allow=never", "protocol.version=2", "http.followRedirects=false", "http.sslVerify=true",
    "http.saveCookies=false", "transfer.bundleURI=false", "fetch.uriProtocols=",
    "transfer.credentialsInUrl=die",
    "fetch.recurseSubmodules=false", "submodule.recurse=false", "push.recurseSubmodules=no",
    // What arrives is checked, and is kept as one pack.
    "transfer.fsckObjects=true", "fetch.fsckObjects=true", "receive.fsckObjects=true",
    "transfer.unpackLimit=1",
    "fetch.unpackLimit=1", "core.fsync=all", "core.fsyncMethod=fsync", "core.bigFileThreshold=1g",
    "core.protectHFS=true", "core.protectNTFS=true",
    // No housekeeping and nothing else that outlives the command.
    "gc.auto=0", "maintenance.auto=false", "fetch.writeCommitGraph=false", "fetch.prune=false",
    "fetch.pruneTags=false", "fetch.parallel=1", "pack.threads=2", "core.deltaBaseCacheLimit=64m",
    "push.default=nothing", "push.followTags=false", "push.gpgSign=false", "push.pushOption=",
    "advice.detachedHead=false", "color.ui=false",
  ]

  private static func measured(_ limits: TransferLimits) -> [String] {
    let seconds = max(1, limits.idle.components.seconds)
    return ["http.lowSpeedLimit=\(limits.slowestRate)", "http.lowSpeedTime=\(seconds)"]
  }

  private static func allowed(_ address: RemoteAddress?) -> [String] {
    switch address?.way {
    case nil: []
    case .folder: ["protocol.file.allow=always"]
    case .https, .ssh: ["protocol.https.allow=always", "protocol.ssh.allow=always"]
    }
  }
}
