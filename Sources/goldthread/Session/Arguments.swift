public import ArgumentParser
public import Ledger
public import Register

// How days and moments are written on the command line.

extension AsAt: ExpressibleByArgument {
    /// See `AsAt.init(_:)`.
    public init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
    /// A day as year-month-day.
    public init?(argument: String) { self.init(iso: argument) }
}

extension StandingFilter.Kind: ExpressibleByArgument {}
extension Query.Order: ExpressibleByArgument {}
