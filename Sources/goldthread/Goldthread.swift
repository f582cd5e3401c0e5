import ArgumentParser

/// Goldthread follows every promise that a council makes.
@main
struct Goldthread: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goldthread",
        abstract:
            "Follows every promise that a council makes, from the paper it was made in to the evidence that it was kept.",
        version: "0.1.0",
        subcommands: [ImportCommand.self])
}
