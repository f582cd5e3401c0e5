extension StatusScheme {
    /// The schemes that come with the program.
    public static let presets: [StatusScheme] = [sixLevel, redAmberGreen, dateBased, delivery]

    /// Six levels, as unitary councils print them in end-of-year progress reports.
    public static let sixLevel = StatusScheme(
        preset: "Six levels",
        levels: [
            StatusLevel(
                "Completed", meaning: "Everything promised has been done.", tone: .done, shape: .tick, isFinished: true,
                aliases: ["complete", "done"]),
            StatusLevel(
                "On Target", meaning: "Work is going as planned.", tone: .good, shape: .disc, aliases: ["on track"]),
            StatusLevel("Monitor", meaning: "Work is going on and needs watching.", tone: .caution, shape: .triangle),
            StatusLevel(
                "Action Required", meaning: "Work is off course; somebody must act.", tone: .bad, shape: .square),
            StatusLevel(
                "Stopped", meaning: "Work was ended before it was done.", tone: .stopped, shape: .cross,
                isFinished: true),
            StatusLevel(
                "Not started", meaning: "Work has yet to begin.", tone: .neutral, shape: .ring,
                aliases: ["not yet started"]),
        ])

    /// Red, amber and green as trackers print them: beside the colours stand what is done and what has yet to begin.
    public static let redAmberGreen = StatusScheme(
        preset: "Red, amber, green",
        levels: [
            StatusLevel(
                "Complete", meaning: "Done.", tone: .done, shape: .tick, isFinished: true,
                aliases: ["completed", "done"]),
            StatusLevel("Green", meaning: "Goes as planned.", tone: .good, shape: .disc, aliases: ["g"]),
            StatusLevel(
                "Amber", meaning: "Has difficulties that should be overcome.", tone: .caution, shape: .triangle,
                aliases: ["a", "yellow"]),
            StatusLevel(
                "Red", meaning: "Has difficulties, not all of which will be overcome.", tone: .bad, shape: .square,
                aliases: ["r"]),
            StatusLevel(
                "Not started", meaning: "Work has yet to begin.", tone: .neutral, shape: .ring,
                aliases: ["not yet started"]),
        ])

    /// By how far behind its original date a promise is.
    public static let dateBased = StatusScheme(
        preset: "By date",
        levels: [
            StatusLevel(
                "Complete", meaning: "Done.", tone: .done, shape: .tick, isFinished: true, aliases: ["completed"]),
            StatusLevel(
                "On target", meaning: "The original date will be kept.", tone: .good, shape: .disc,
                aliases: ["green", "on track"]),
            StatusLevel(
                "One month behind", meaning: "Up to a month behind the original date.", tone: .caution,
                shape: .triangle, aliases: ["amber"]),
            StatusLevel(
                "More than one month behind", meaning: "More than a month behind the original date.", tone: .bad,
                shape: .square, aliases: ["red"]),
            StatusLevel(
                "Suspended", meaning: "Put off with approval; the original date stays on record.", tone: .stopped,
                shape: .cross, aliases: ["blue"]),
            StatusLevel(
                "Not yet due to start", meaning: "The start date lies ahead.", tone: .neutral, shape: .ring,
                aliases: ["not started"]),
        ])

    /// Delivered, on track, at risk, business as usual: peer-challenge action plans.
    public static let delivery = StatusScheme(
        preset: "Delivery",
        levels: [
            StatusLevel(
                "Delivered", meaning: "Done, with evidence.", tone: .done, shape: .tick, isFinished: true,
                aliases: [
                    "complete", "completed", "done", "closed", "implemented", "fully implemented", "achieved",
                    "finished",
                ]),
            StatusLevel(
                "On track", meaning: "In progress and expected on time.", tone: .good, shape: .disc,
                aliases: ["in progress on track", "in progress"]),
            StatusLevel(
                "At risk", meaning: "In progress but may be late or fall short.", tone: .caution, shape: .triangle,
                aliases: ["in progress at risk"]),
            StatusLevel(
                "Business as usual", meaning: "Goes on as ordinary work; no longer tracked.", tone: .neutral,
                shape: .ring, isFinished: true, aliases: ["bau", "ongoing work", "moved to bau"]),
        ])
}
