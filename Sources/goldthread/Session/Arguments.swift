public import ArgumentParser
public import Ledger
public import Register

// How days and moments are written on the command line.

extension AsAt: ExpressibleByArgument {
    /// See `AsAt.init(_:)`.
    public init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
    /// A day as year-month-day, or as it is written in the United Kingdom: 31/12/2026.
    public init?(argument: String) {
        let parts = argument.split(separator: "/").compactMap { Int($0) }
        if parts.count == 3 {
            self.init(year: parts[2], month: parts[1], day: parts[0])
        } else {
            self.init(iso: argument)
        }
    }
}

extension StandingFilter.Kind: ExpressibleByArgument {}
extension Query.Order: ExpressibleByArgument {}
