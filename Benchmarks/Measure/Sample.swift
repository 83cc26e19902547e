internal import CAllocationCount
internal import Foundation

/// What one phase took, run several times in this process.
struct Sample {
  /// Seconds of each run, by the clock.
  private(set) var wall: [Double] = []
  /// Seconds of each run, of all threads together, in the program and in the system for it.
  private(set) var processor: [Double] = []
  private(set) var allocations: Int64 = -1
  private(set) var allocatedBytes: Int64 = -1

  /// Runs the work so often, then once more to count its allocations; returns what the last timed run gave.
  static func of<Value>(repeats: Int, _ work: () throws -> Value) rethrows -> (Sample, Value) {
    var sample = Sample()
    var value = try sample.timed(work)
    for _ in 1..<max(1, repeats) { value = try sample.timed(work) }
    // Separately: counting slows what it counts.
    allocation_count_begin()
    _ = try work()
    allocation_count_end()
    sample.allocations = allocation_count()
    sample.allocatedBytes = allocation_count_bytes()
    return (sample, value)
  }

  private mutating func timed<Value>(_ work: () throws -> Value) rethrows -> Value {
    let (begun, busy) = (ContinuousClock.now, Self.processorSeconds)
    let value = try work()
    wall.append(begun.duration(to: .now) / .seconds(1))
    processor.append(Self.processorSeconds - busy)
    return value
  }

  private static var usage: rusage {
    var usage = rusage()
    #if os(Linux)
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage
  }

  private static var processorSeconds: Double {
    let usage = usage
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  /// The most memory that this process held at once, its preparations included.
  static var peakBytes: Int {
    #if os(Linux)
      Int(usage.ru_maxrss) * 1024
    #else
      Int(usage.ru_maxrss)
    #endif
  }

  /// As one JSON object, with further figures.
  func print(_ figures: [String: Any]) throws {
    var object = figures
    object["wall"] = wall
    object["processor"] = processor
    object["peakBytes"] = Self.peakBytes
    if allocations >= 0 {
      object["allocations"] = allocations
      object["allocatedBytes"] = allocatedBytes
    }
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    Swift.print(String(decoding: data, as: UTF8.self))
  }
}
