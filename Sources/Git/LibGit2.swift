internal import CGit2

/// The C library's version, as `1.5.1`.
package func libgit2Version() -> String {
  var major: Int32 = 0
  var minor: Int32 = 0
  var revision: Int32 = 0
  git_libgit2_version(&major, &minor, &revision)
  return "\(major).\(minor).\(revision)"
}
