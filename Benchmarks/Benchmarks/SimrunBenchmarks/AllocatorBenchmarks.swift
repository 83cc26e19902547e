import Benchmark
import Simulation

/// The allocator on the generated scenario of the size for which its speed is promised.
enum AllocatorBenchmarks {
  static func register() {
    Benchmark("generated: parts of units") { benchmark, model in
      for _ in benchmark.scaledIterations { blackHole(try model.allocate()) }
    } setup: {
      try model(wholeUnits: false)
    }

    Benchmark("generated: whole units", configuration: .init(maxDuration: .seconds(30))) {
      benchmark, model in
      for _ in benchmark.scaledIterations { blackHole(try model.allocate()) }
    } setup: {
      try model(wholeUnits: true)
    }
  }

  private static func model(wholeUnits: Bool) throws -> Allocator {
    let scenario = try GeneratedAllocation.promised.make()
    return Allocator(scenario: scenario, options: AllocationOptions(wholeUnits: wholeUnits, threads: 2))
  }
}
