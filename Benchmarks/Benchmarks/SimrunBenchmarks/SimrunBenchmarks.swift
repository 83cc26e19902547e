import Benchmark
import Simulation

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident, .throughput], warmupIterations: 1,
    maxDuration: .seconds(5), maxIterations: 1000)

  Benchmark("load") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try ScenarioFile.read(path: ShippedJob.path)) }
  }

  Benchmark("build the model") { benchmark, job in
    for _ in benchmark.scaledIterations { blackHole(job.model()) }
  } setup: {
    try ShippedJob(threads: 2)
  }

  Benchmark("solve") { benchmark, model in
    for _ in benchmark.scaledIterations { blackHole(try model.allocate()) }
  } setup: {
    try ShippedJob(threads: 2).model()
  }

  for threads in [1, 2] {
    Benchmark("simulate, \(threads) thread\(threads == 1 ? "" : "s")") { benchmark, planned in
      for _ in benchmark.scaledIterations { blackHole(planned.timeline()) }
    } setup: {
      try PlannedJob(threads: threads)
    }
  }

  Benchmark("render") { benchmark, result in
    for _ in benchmark.scaledIterations { blackHole(PlannedJob.render(result)) }
  } setup: {
    try PlannedJob(threads: 2).result()
  }

  Benchmark("whole") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(PlannedJob.render(try PlannedJob(threads: 2).result())) }
  }
}
