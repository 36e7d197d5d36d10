/// Makes the addresses of a document's clashes unique.
struct UniqueAddresses {
  private var counts: [String: Int] = [:]

  mutating func next(_ address: String) -> String {
    counts[address, default: 0] += 1
    let count = counts[address, default: 1]
    return count == 1 ? address : "\(address)~\(count)"
  }
}
