// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the library carries no benchmark dependency.
let package = Package(
  name: "SimrunBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "simrun", path: "../"),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "SimrunBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Simulation", package: "simrun"),
      ],
      path: "Benchmarks/SimrunBenchmarks",
      // As in the package above, whose generator is linked in here.
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
