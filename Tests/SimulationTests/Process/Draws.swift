import Simulation

/// Draws of a law for the first replications of a stream, taken block by block as the timeline takes them.
func draws(_ distribution: Distribution, blocks: Int, seed: UInt64 = 2017, stream: String) -> [Double] {
  let law = Law(distribution)
  let key = StreamKey(seed: seed, name: "tests")
  var row = [Double](repeating: 0, count: ReplicationWords.blockSize)
  return (0..<blocks).flatMap { block in
    let words = ReplicationWords.words(of: block, key: key, stream: StreamName(stream))
    var span = row.mutableSpan
    law.fill(&span, words: words.span)
    return row
  }
}

extension ReplicationWords {
  /// The words of one block as an array.
  static func words(of block: Int, key: StreamKey, stream: StreamName, visit: UInt32 = 0) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: blockSize)
    var span = words.mutableSpan
    fill(&span, key: key, block: block, stream: stream, visit: visit)
    return words
  }
}

/// Mean and variance of a sample, with their standard errors.
struct Sample {
  let mean: Double
  let variance: Double
  let meanError: Double
  let varianceError: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let variance = squares.reduce(0, +) / count
    let fourth = squares.reduce(0) { $0 + $1 * $1 } / count
    self.mean = mean
    self.variance = variance
    meanError = (variance / count).squareRoot()
    varianceError = ((fourth - variance * variance) / count).squareRoot()
  }

  /// How many standard errors the mean lies from the true one.
  func meanScore(_ expected: Double) -> Double { abs(mean - expected) / meanError }

  /// How many standard errors the variance lies from the true one.
  func varianceScore(_ expected: Double) -> Double { abs(variance - expected) / varianceError }
}
