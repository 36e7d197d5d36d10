internal import CGit2

/// What came of merging three versions of one text by lines, as git does it.
package enum LineMerge: Hashable, Sendable {
  /// Both sides' changes fit together; these are the bytes.
  case clean([UInt8])
  /// Both sides changed the same lines.
  case conflict
  /// One of the three is not text: there is a NUL in its first 8,000 bytes.
  case notText
  /// One of the three is larger than `largestText`, or the result would be.
  case tooLarge

  /// The largest text that is merged, in bytes (16 MiB).
  package static let largestText = 16 << 20

  /// Merges what `ours` and `theirs` changed in `base`.
  ///
  /// A pure function, for any thread. No file, no repository and no configuration is read.
  package init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    for text in [base, ours, theirs] {
      guard text.count <= Self.largestText else {
        self = .tooLarge
        return
      }
      guard !text.prefix(8000).contains(0) else {
        self = .notText
        return
      }
    }
    if ours == theirs || theirs == base {
      self = .clean(ours)
    } else if ours == base {
      self = .clean(theirs)
    } else {
      self = Self.byLines(base, ours, theirs)
    }
  }

  private static func byLines(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) -> LineMerge {
    guard (try? LibGit2.start()) != nil else { return .conflict }
    var result = git_merge_file_result()
    defer { git_merge_file_result_free(&result) }
    let code = withInput(base) { base in
      withInput(ours) { ours in
        withInput(theirs) { theirs in git_merge_file(&result, base, ours, theirs, nil) }
      }
    }
    // A failure (no memory) is not a clean merge; the caller asks the person, as for a clash.
    guard code == 0 else {
      git_error_clear()
      return .conflict
    }
    guard result.automergeable == 1 else { return .conflict }
    return .clean([UInt8](UnsafeRawBufferPointer(start: result.ptr, count: result.len)))
  }

  private static func withInput(
    _ bytes: [UInt8], _ body: (UnsafePointer<git_merge_file_input>) -> Int32
  ) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var input = git_merge_file_input()
      guard git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION)) == 0 else { return -1 }
      input.ptr = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      input.size = buffer.count
      return body(&input)
    }
  }
}

/// The clean merge by lines of what both sides changed in `base`, or `nil` when there is none: both changed the same
/// lines, or something is not text or too large.
package func mergeLines(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> [UInt8]? {
  if case .clean(let bytes) = LineMerge(base: base, ours: ours, theirs: theirs) { bytes } else { nil }
}
