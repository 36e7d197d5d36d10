import Foundation
import KitCore
import Testing
import Trials

@Suite struct Base64Tests {
  @Test(arguments: 0..<70)
  func `bytes become the letters that others write`(length: Int) {
    var random = Dice(seed: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    #expect(Base64.text(of: bytes) == Data(bytes).base64EncodedString())
  }
}
