/// A line of attributes such as `{: .callout}`, which belongs to the block before it.
enum AttributeLine {
  static func isOne(_ unit: Unit, _ document: UnitDocument) -> Bool {
    let text = document.bytes[unit.whole].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    return text.starts(with: [UInt8(ascii: "{"), UInt8(ascii: ":")])
  }
}
