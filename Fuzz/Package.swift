// swift-tools-version: 6.2
import PackageDescription

// A package of its own: all of it is built with the fuzzer's switches; see Scripts/fuzz.sh.
let package = Package(
  name: "SimrunFuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "simrun", path: "../")],
  targets: [
    .systemLibrary(name: "CFuzzer", path: "CFuzzer"),
    .executableTarget(
      name: "FuzzScenario",
      dependencies: ["CFuzzer", .product(name: "Simulation", package: "simrun")],
      path: "Fuzz", swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
