internal import Glibc

extension GitError {
  /// The failure that the operating system just reported through `errno`, or that `code` names.
  static func system(_ operation: String, path: String? = nil, code: Int32 = errno) -> GitError {
    let message = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return GitError(kind(errno: code), message, operation: operation, path: path)
  }

  private static func kind(errno code: Int32) -> Kind {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EEXIST: .exists
    case ENOSPC, EDQUOT: .diskFull
    case EROFS: .readOnly
    case EACCES, EPERM: .permission
    case EINTR: .interrupted
    case EFBIG, ENAMETOOLONG: .tooLarge
    case ELOOP: .unsupported
    default: .system
    }
  }
}
