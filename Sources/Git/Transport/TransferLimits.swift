/// How much one exchange with another repository may cost before it is stopped.
package struct TransferLimits: Hashable, Sendable {
  /// The most bytes that one fetch may put on the disk.
  package var arrivingBytes = 512 << 20
  /// The largest single object, in bytes once unpacked.
  package var objectBytes = 64 << 20
  /// The most bytes of text that a listing of refs may have.
  package var listingBytes = 8 << 20
  /// The most refs that a listing may name.
  package var refs = 20_000
  /// The most bytes of messages that the other side may send.
  package var messageBytes = 4 << 20
  /// How long nothing worth mentioning may arrive and nothing be worked on before the exchange is stopped.
  package var idle: Duration = .seconds(30)
  /// The fewest bytes a second, over the time of ``idle``, that count as something arriving.
  package var slowestRate = 100
  /// The longest that one exchange may take in all.
  package var total: Duration = .seconds(3600)
  /// The most seconds of processor time that one child may use.
  package var processorSeconds = 300
  /// The most bytes of memory that one child may hold.
  package var memoryBytes = 512 << 20
  /// What the received files and folders may look like.
  package var admission = AdmissionLimits()

  /// The limits of the design: 512 MiB a fetch, 64 MiB an object, 30 seconds idle.
  package init() {}
}
