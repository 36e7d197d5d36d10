/// A half-open range of byte offsets in a file, counted from the file's first byte (a byte-order mark included).
package typealias SourceRange = Range<Int>

/// Where something stands in a file, as an editor shows it.
package struct SourcePlace: Hashable, Comparable, Sendable {
  /// The line, counted from 1.
  package let line: Int

  /// The column, counted from 1 in Unicode scalars ("code points"); a byte-order mark has no column.
  package let column: Int

  /// A place from its line and column, both counted from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (one: SourcePlace, other: SourcePlace) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `line:column`, as compilers and editors write it.
  package var description: String { "\(line):\(column)" }
}
