import Testing

import Simulation

/// Pins the bits of draws.
///
/// That the draws are *right* is tested elsewhere, against independent figures. These literals were written by the
/// program itself and only say that nothing has moved: a seed gives the same days on every machine, with every C
/// library, compiler and optimisation. Whoever changes them on purpose changes everybody's results and says so in
/// the changelog.
@Suite("Reproducibility")
struct GoldenDrawsTests {
  /// Shape, the draws of three words, and a digest of the draws of the first 256 replications of a stream.
  static let golden: [(Distribution.Shape, [UInt64], UInt64)] = [
    (
      .uniform(low: 7, high: 21), [0x401C_0000_001C_0000, 0x4022_13A6_BFEA_0000, 0x4031_8DFF_0407_0000],
      0x2D93_64A6_20FD_0000
    ),
    (
      .triangular(low: 30, mode: 45, high: 90),
      [0x403E_0015_3694_8017, 0x4044_B93E_762E_D5C7, 0x4050_0E44_E748_4E26], 0xD4BA_FC00_520A_8047
    ),
    (
      .pert(low: 30, mode: 45, high: 90),
      [0x403E_000D_6A9C_B4B3, 0x4043_2E96_3E49_927F, 0x404C_B480_30A5_8CB3], 0x07FF_302B_DC96_30EB
    ),
    (
      .normal(mean: 20, sd: 15), [0x3E44_C769_8000_0000, 0x4021_30B0_F0AE_76E1, 0x403F_6621_9795_186B],
      0x8C2B_2432_018C_C15A
    ),
    (
      .lognormal(median: 60, p95: 180),
      [0x3FEB_DA18_5AD5_4E99, 0x403D_A5AF_05CB_3E10, 0x4057_BB2F_59EE_BE88], 0xB40B_BA90_93FD_E102
    ),
    (
      .lognormalMoments(mean: 60, sd: 20),
      [0x401D_1956_5E5C_1BEF, 0x4044_3460_123D_649B, 0x4051_C8C1_06DB_84EF], 0x1A3D_71AA_B86B_046C
    ),
    (
      .gamma(mean: 60, sd: 20), [0x4002_03AF_C904_9C84, 0x4043_C417_5102_7B9D, 0x4052_12F1_CBCF_EA4C],
      0x2C18_FEF3_D8F4_12E4
    ),
    (
      .gamma(mean: 60, sd: 80), [0x3CAB_4D76_0F73_07BA, 0x4006_F29E_92FA_F456, 0x4054_815C_B2BD_DDB7],
      0xDE9A_B1A4_B584_9F58
    ),
    (
      .gamma(mean: 60, sd: 300), [0x0CFB_2E82_8FF3_A618, 0x3C33_11FE_AFE1_C36D, 0x3FE7_DCA3_E927_8F4A],
      0xA127_B017_1109_CC76
    ),
    (
      .gamma(mean: 60, sd: 1), [0x404A_F062_4ED0_12BD, 0x404D_78FB_C36E_6FAF, 0x404E_5788_C204_22EC],
      0x69F7_9475_AE36_6C8B
    ),
    (
      .weibull(shape: 0.7, scale: 30), [0x3D4B_2BF5_2E96_81BC, 0x4001_1894_59CC_5A2F, 0x4048_4ED5_8976_5B37],
      0xC24C_615E_7B45_6225
    ),
    (
      .exponential(mean: 10), [0x3E14_0000_0005_0000, 0x3FF9_2D3B_1CDB_FA21, 0x402C_0A6F_BB21_7F9C],
      0xA7EF_6553_53EF_91B9
    ),
    (
      .empirical([3, 1, 2, 10]), [0x3FF0_0000_0000_0000, 0x3FF0_0000_0000_0000, 0x4024_0000_0000_0000],
      0x2BD4_0000_0000_0000
    ),
  ]

  @Test("A law gives the same draws, to the last bit, as when this was written", arguments: golden)
  func draws(shape: Distribution.Shape, bits: [UInt64], digest: UInt64) {
    let law = Law(Distribution(shape))
    let words: [UInt32] = [0, 0x2545_F491, 0xC0FF_EE00]
    #expect(words.map { law.value(word: $0).bitPattern } == bits)
    let key = StreamKey(seed: 2017, name: "golden")
    let block = ReplicationWords.words(of: 0, key: key, stream: StreamName("draws"))
    let found = block.reduce(UInt64(0)) { ($0 ^ law.value(word: $1).bitPattern) &* 0x100_0000_01B3 }
    #expect(found == digest)
  }

  @Test("The words of a replication are the same as when this was written")
  func words() {
    let key = StreamKey(seed: 2017, name: "golden")
    let found = [0, 63, 64, 128, 255, 256, 9_999].map {
      ReplicationWords.word(replication: $0, key: key, stream: StreamName("draws"), visit: 1)
    }
    // The same from the definition, written anew in Python.
    #expect(
      found == [
        2_560_530_280, 3_375_711_746, 3_966_421_199, 3_462_673_453, 2_861_741_454, 2_615_072_625,
        3_148_935_435,
      ])
  }
}
