/// The SHA-256 sum of bytes (FIPS 180-4), by which files are known again.
package struct SHA256: Hashable, Sendable {
  /// The 32 bytes of the sum.
  package let bytes: [UInt8]

  /// The sum as 64 small hexadecimal digits, as `sha256sum` prints it.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The sum of these bytes.
  package init(of message: [UInt8]) {
    var state = Self.start
    var schedule = [UInt32](repeating: 0, count: 64)
    message.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) in
      for block in 0..<bytes.count / 64 {
        Self.add(UnsafeBufferPointer(rebasing: bytes[block * 64..<block * 64 + 64]), to: &state, &schedule)
      }
    }
    Self.end(of: message).withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) in
      for block in 0..<bytes.count / 64 {
        Self.add(UnsafeBufferPointer(rebasing: bytes[block * 64..<block * 64 + 64]), to: &state, &schedule)
      }
    }
    bytes = state.flatMap { (word: UInt32) -> [UInt8] in
      [UInt8(word >> 24), UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
    }
  }

  /// What is left behind the last whole block, with a one bit, zeros, and the length in bits.
  private static func end(of message: [UInt8]) -> [UInt8] {
    var rest = Array(message.suffix(message.count % 64)) + [0x80]
    while rest.count % 64 != 56 { rest.append(0) }
    let bits = UInt64(message.count) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) { rest.append(UInt8(bits >> shift & 255)) }
    return rest
  }

  private static func add(
    _ block: UnsafeBufferPointer<UInt8>, to state: inout [UInt32], _ schedule: inout [UInt32]
  ) {
    for index in 0..<16 {
      let place = index * 4
      schedule[index] =
        UInt32(block[place]) << 24 | UInt32(block[place + 1]) << 16 | UInt32(block[place + 2]) << 8
        | UInt32(block[place + 3])
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index - 15], schedule[index - 2])
      let one = turn(early, 7) ^ turn(early, 18) ^ early >> 3
      let two = turn(late, 17) ^ turn(late, 19) ^ late >> 10
      schedule[index] = schedule[index - 16] &+ one &+ schedule[index - 7] &+ two
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let mix = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      let one = h &+ mix &+ (e & f ^ ~e & g) &+ constants[index] &+ schedule[index]
      let two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ word }
  }

  private static func turn(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word >> places | word << (32 - places)
  }

  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
