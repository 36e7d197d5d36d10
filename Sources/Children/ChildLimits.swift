/// How much a child and its descendants may take, each of them for itself.
package struct ChildLimits: Hashable, Sendable {
  /// The most bytes of one file that it writes.
  package var fileBytes: Int
  /// The most seconds of processor time.
  package var processorSeconds: Int
  /// The most bytes of memory.
  package var memoryBytes: Int
  /// The most bytes of standard output.
  package var outputBytes: Int

  /// Limits, each of which counts.
  package init(fileBytes: Int, processorSeconds: Int, memoryBytes: Int, outputBytes: Int) {
    self.fileBytes = fileBytes
    self.processorSeconds = processorSeconds
    self.memoryBytes = memoryBytes
    self.outputBytes = outputBytes
  }

  /// What `prlimit` (util-linux) sets before it becomes the program, so that no moment is without limits; a crash
  /// leaves no memory dump.
  var words: [String] {
    ["--fsize=\(fileBytes)", "--cpu=\(processorSeconds)", "--data=\(memoryBytes)", "--core=0", "--"]
  }
}
