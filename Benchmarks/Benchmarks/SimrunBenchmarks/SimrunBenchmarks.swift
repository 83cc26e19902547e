import Benchmark
import Simulation

let benchmarks: @Sendable () -> Void = {
  Benchmark("probe") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(Interruption()) }
  }
}
