/// The clock by which phases of a run are timed.
enum Stopwatch {
  /// What `work` gives, and the seconds that it took.
  static func time<Value, Failure: Error>(
    _ work: () throws(Failure) -> Value
  ) throws(Failure) -> (value: Value, seconds: Double) {
    let start = ContinuousClock.now
    let value = try work()
    return (value, (ContinuousClock.now - start) / .seconds(1))
  }
}
