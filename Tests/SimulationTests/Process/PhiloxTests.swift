import Testing

import Simulation

@Suite("Philox words")
struct PhiloxTests {
  /// The known-answer vectors of the authors' library (Random123, file `kat_vectors`, philox4x32 10).
  @Test("The generator gives the words that its authors publish")
  func publishedVectors() {
    let ones = UInt32.max
    #expect(
      Philox.block((0, 0, 0, 0), low: 0, high: 0) == (0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
    #expect(
      Philox.block((ones, ones, ones, ones), low: ones, high: ones)
        == (0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
    let digitsOfPi = Philox.block(
      (0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), low: 0xA409_3822, high: 0x299F_31D0)
    #expect(digitsOfPi == (0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }
}
