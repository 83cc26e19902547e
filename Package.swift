// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "simrun",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Simulation", targets: ["Simulation"]),
    .executable(name: "simrun", targets: ["simrun"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // The only door to the C library. libglpk-dev ships no glpk.pc, so no `pkgConfig:`.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .target(
      name: "Simulation",
      dependencies: [
        "CGLPK", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      // In the code, so that the one binary works from anywhere.
      resources: [.embedInCode("Report/Page/Templates")],
      swiftSettings: strict),
    .executableTarget(
      name: "simrun",
      dependencies: [
        "Simulation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // A judge of plans that shares no code with the allocator, and a command that judges plans in files.
    .target(
      name: "PlanChecker", dependencies: ["Simulation"], path: "Tests/PlanChecker", swiftSettings: strict),
    .executableTarget(
      name: "check-plans", dependencies: ["PlanChecker", "Simulation"], path: "Tests/CheckPlans",
      swiftSettings: strict),
    // What the benchmarks measure, on ordinary scenario files; see Benchmarks/README.md.
    .target(
      name: "GeneratedModels", dependencies: ["Simulation"], path: "Benchmarks/Models", swiftSettings: strict),
    .target(name: "CAllocationCount", path: "Benchmarks/CAllocationCount"),
    .executableTarget(
      name: "measure",
      dependencies: [
        "CAllocationCount", "GeneratedModels", "Simulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Measure", swiftSettings: strict),
    // Past build-ups held against the timeline, and the command that prints how well it does.
    .target(name: "Backtest", dependencies: ["Simulation"], path: "Tests/Backtest", swiftSettings: strict),
    .executableTarget(
      name: "run-backtest",
      dependencies: [
        "Backtest", "Simulation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/RunBacktest",
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Simulation", "PlanChecker", "Backtest", "GeneratedModels"],
      exclude: [
        "Report/Golden", "Scenario/Mistakes.txt", "Scenario/FileMistakes.txt", "Scenario/WholeScenario.json",
      ],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["simrun"], exclude: ["Hard"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
