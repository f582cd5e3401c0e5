import ArgumentParser

/// Goldthread follows every promise that a council makes.
@main
struct Goldthread: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goldthread",
        abstract:
            "Follows every promise that a council makes, from the paper it was made in to the evidence that it was kept.",
        version: "0.2.0",
        subcommands: [
            ImportCommand.self, StatusCommand.self, ListCommand.self, ShowCommand.self, UpdateCommand.self,
            ReprogramCommand.self, CloseCommand.self, ReopenCommand.self, TakeBackCommand.self, LinkCommand.self,
            PlanCommand.self, SearchCommand.self,
            PeopleCommand.self, ExportCommand.self, UndoCommand.self, VerifyCommand.self, BackupCommand.self,
            RestoreCommand.self, DoctorCommand.self, ServeCommand.self,
        ])
}
