// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "goldthread",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "goldthread", targets: ["goldthread"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .target(name: "Register", swiftSettings: settings),
        .systemLibrary(
            name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Papers",
            dependencies: [
                "CArchive", "CMalloc", "CXML", "CZ", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: settings),
        .target(
            name: "Intake",
            dependencies: ["Register", "Papers", "Yams"],
            resources: [.embedInCode("Lexicon/lexicon.yaml")],
            swiftSettings: settings),
        .target(
            name: "Ledger",
            dependencies: [
                "Register", "SQLiteFiles",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "Markup", swiftSettings: settings),
        .target(
            name: "Site",
            dependencies: [
                "Register", "Papers", "Intake", "Importing", "Ledger", "Access", "Markup",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Look/site.css"), .embedInCode("Look/site.js")],
            swiftSettings: settings),
        // What the ledger's and the accounts' files have in common.
        .target(
            name: "SQLiteFiles", dependencies: [.product(name: "GRDB", package: "GRDB.swift")], swiftSettings: settings),
        .target(
            name: "Access",
            dependencies: [
                "Register", "SQLiteFiles",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "Importing", dependencies: ["Register", "Papers", "Intake", "Ledger"], swiftSettings: settings),
        .executableTarget(
            name: "goldthread",
            dependencies: [
                "Register", "Papers", "Intake", "Importing", "Ledger", "Access", "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings),
        .target(name: "Fuzzing", swiftSettings: settings),
        .target(name: "PaperFuzzing", dependencies: ["Fuzzing", "Papers"], swiftSettings: settings),
        // Writes until it is stopped, for tests that stop it. Not a product: nobody ships it.
        .executableTarget(name: "ledger-writer", dependencies: ["Register", "Ledger"], swiftSettings: settings),
        .executableTarget(
            name: "goldthread-bench",
            dependencies: [
                "Register", "Papers", "Intake", "Ledger", "Access", "Fuzzing", "PaperFuzzing",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "RegisterTests", dependencies: ["Register"],
            resources: [.copy("Timescales/phrasings.tsv")], swiftSettings: settings),
        .testTarget(
            name: "PapersTests", dependencies: ["Papers", "CZ", "Fuzzing", "PaperFuzzing"], exclude: ["Samples"],
            swiftSettings: settings),
        .testTarget(
            name: "IntakeTests", dependencies: ["Intake", "Papers", "Register", "Fuzzing"],
            exclude: ["Layouts", "Versions/Chains"], swiftSettings: settings),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Register", "Ledger", "Fuzzing", "ledger-writer",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: settings),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Access", "Register", "Ledger", "Importing", "Intake", "Papers", "Markup",
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "AccessTests",
            dependencies: [
                "Register", "Access",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ImportingTests", dependencies: ["Importing", "Register", "Papers", "Intake", "Ledger"],
            swiftSettings: settings),
        .testTarget(
            name: "GoldthreadTests", dependencies: ["goldthread", "Fuzzing"], exclude: ["Golden"],
            swiftSettings: settings),
    ]
)
