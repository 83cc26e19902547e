import Benchmark
import Simulation

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident, .throughput], warmupIterations: 1,
    maxDuration: .seconds(5), maxIterations: 1000)

  AllocatorBenchmarks.register()

  Benchmark("load") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try ShippedJob.scenario()) }
  }

  Benchmark("check") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try ShippedJob.check()) }
  }

  Benchmark("check, 10,000 pledges") { benchmark, scenario in
    for _ in benchmark.scaledIterations { blackHole(try scenario.check()) }
  } setup: {
    try GeneratedScenario(pledges: 10_000, needs: 1_000, seed: 2017)
  }

  Benchmark("build the model") { benchmark, scenario in
    for _ in benchmark.scaledIterations { blackHole(ShippedJob.model(of: scenario, threads: 2)) }
  } setup: {
    try ShippedJob.scenario()
  }

  Benchmark("solve") { benchmark, model in
    for _ in benchmark.scaledIterations { blackHole(try model.allocate()) }
  } setup: {
    try ShippedJob.model(of: ShippedJob.scenario(), threads: 2)
  }

  for threads in [1, 2] {
    Benchmark("simulate, \(threads) thread\(threads == 1 ? "" : "s")") { benchmark, simulator in
      for _ in benchmark.scaledIterations {
        blackHole(simulator.run(replications: ShippedJob.replications, seed: 2017, threads: threads))
      }
    } setup: {
      try ShippedJob.simulator()
    }
  }

  Benchmark("render") { benchmark, result in
    for _ in benchmark.scaledIterations { blackHole(ShippedJob.render(result)) }
  } setup: {
    try ShippedJob.result()
  }

  Benchmark("whole") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(ShippedJob.render(try ShippedJob.result())) }
  }
}
