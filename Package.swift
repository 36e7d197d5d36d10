// swift-tools-version: 6.2
import PackageDescription

/// The strictness that every Swift target of this package shares.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

let package = Package(
  name: "kitbag",
  products: [
    .executable(name: "kitbag", targets: ["kitbag"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Floor 0: C libraries.
    .systemLibrary(
      name: "CGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // Fonts that packs carry, as bytes in the program.
    .target(name: "CPackAssets", exclude: ["fonts"]),

    // What makes paper from documents, as bytes in the program.
    .target(name: "CPaper", exclude: ["Files"]),

    // Other programs as children. Both modules of the next floor use it.
    .target(
      name: "Children",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      swiftSettings: strict),

    // Floor 1: mechanisms and meaning, which know nothing of each other.
    .target(name: "Git", dependencies: ["CGit2", "Children"], swiftSettings: strict),
    .target(name: "Paper", dependencies: ["CPaper", "Children"], swiftSettings: strict),
    .target(
      name: "KitCore",
      dependencies: ["CYAML"],
      swiftSettings: strict),
    .target(name: "Archive", dependencies: ["CZip"], swiftSettings: strict),

    // Floor 2: kit and event become files.
    .target(
      name: "EventPack", dependencies: ["Archive", "CMarkGFM", "CPackAssets", "KitCore"],
      swiftSettings: strict),

    // Floor 3: the only owner of state.
    .target(name: "Franchise", dependencies: ["Archive", "Git", "KitCore"], swiftSettings: strict),

    // What tests and benchmarks share: generators, laws, independent oracles. No part of the product.
    .target(name: "Trials", dependencies: ["Franchise", "Git", "KitCore"], swiftSettings: strict),
    .executableTarget(
      name: "KitbagBench", dependencies: ["Git", "KitCore", "Trials"], swiftSettings: strict),

    // Floor 5: the command line.
    .executableTarget(
      name: "kitbag",
      dependencies: [
        "Children",
        "EventPack",
        "Franchise",
        "Git",
        "KitCore",
        "Paper",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Small pieces of work that tests kill and starve.
    .executableTarget(
      name: "GitScenario", dependencies: ["Git"], path: "Tests/GitScenario", swiftSettings: strict),
    // What tests of several targets share: the system's git, folders, servers, faults.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "GitTests", dependencies: ["Git", "GitScenario", "TestSupport"], swiftSettings: strict),
    // The built program from outside: journeys of many commands, real servers, death at any moment.
    .testTarget(
      name: "JourneyTests", dependencies: ["kitbag", "TestSupport"], exclude: ["Story"], swiftSettings: strict
    ),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: strict),
    .testTarget(
      name: "KitCoreTests", dependencies: ["KitCore", "Trials"], exclude: ["Fixtures", "Examples"],
      swiftSettings: strict),
    .testTarget(
      name: "FranchiseTests",
      dependencies: ["Archive", "Franchise", "Git", "KitCore", "TestSupport", "Trials"],
      swiftSettings: strict),
    .testTarget(
      name: "EventPackTests", dependencies: ["EventPack", "KitCore"], exclude: ["Fixtures", "Readers"],
      swiftSettings: strict),
    .testTarget(name: "ChildrenTests", dependencies: ["Children"], swiftSettings: strict),
    .testTarget(
      name: "PaperTests", dependencies: ["CPackAssets", "EventPack", "KitCore", "Paper"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(name: "KitbagTests", dependencies: ["kitbag", "KitCore"], swiftSettings: strict),
  ]
)
