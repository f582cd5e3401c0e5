import Testing

@testable import Site

/// When a connection has taken too long: 20 seconds of patience, 8,000 bytes a second, 75 seconds without a request.
@Suite(.serialized) struct ConnectionTimesTests {
    private static let opened = ContinuousClock.now
    private var times = ConnectionTimes(ServerLimits(), opened: opened)

    private static func at(_ seconds: Double) -> ContinuousClock.Instant { opened + .seconds(seconds) }

    private mutating func isOver(at seconds: Double, unsent: Int = 0) -> Bool {
        times.isOver(at: Self.at(seconds), unsent: unsent)
    }

    @Test mutating func `a connection without a request ends`() {
        #expect(!isOver(at: 74))
        #expect(isOver(at: 75))
    }

    @Test mutating func `what a connection did before gives it no more time for its next request`() {
        times.headCame(at: Self.at(70))
        times.requestEnded(at: Self.at(70))
        times.answerBegan(at: Self.at(71))
        times.answerEnded(at: Self.at(72))
        #expect(!isOver(at: 146))
        #expect(isOver(at: 147))
    }

    @Test mutating func `a body of which nothing comes ends, and so does one that began fast`() {
        times.headCame(at: Self.at(0))
        #expect(!isOver(at: 19))
        times.bodyCame(40_000_000)
        #expect(!isOver(at: 20))
        #expect(!isOver(at: 39))
        #expect(isOver(at: 40))
    }

    @Test mutating func `a byte now and then does not keep a body open`() {
        times.headCame(at: Self.at(0))
        let end = (1...60).first { second in
            times.bodyCame(1)
            return isOver(at: Double(second))
        }
        #expect(end == 21)
    }

    @Test mutating func `a body at the pace may take as long as it is`() {
        times.headCame(at: Self.at(0))
        for second in 1...3_600 {
            times.bodyCame(8_000)
            #expect(!isOver(at: Double(second)))
        }
    }

    @Test mutating func `a line that stalls for less than the patience goes on`() {
        times.headCame(at: Self.at(0))
        for stall in 1...10 {
            #expect(!isOver(at: Double(stall) * 19 - 1))
            times.bodyCame(200_000)
            #expect(!isOver(at: Double(stall) * 19))
        }
    }

    @Test mutating func `the site may take as long as it likes`() {
        times.headCame(at: Self.at(0))
        times.requestEnded(at: Self.at(0))
        #expect(!isOver(at: 1_000))
    }

    @Test mutating func `an answer that nobody takes ends`() {
        times.headCame(at: Self.at(0))
        times.requestEnded(at: Self.at(0))
        times.answerBegan(at: Self.at(100))
        times.answerWent(50_000_000)
        // What the system takes in at once was taken by nobody yet, and does not count for ever.
        #expect(!isOver(at: 101, unsent: 46_000_000))
        #expect(!isOver(at: 120, unsent: 46_000_000))
        #expect(isOver(at: 121, unsent: 46_000_000))
    }

    @Test mutating func `an answer that is taken slowly is sent whole`() {
        times.headCame(at: Self.at(0))
        times.requestEnded(at: Self.at(0))
        times.answerBegan(at: Self.at(0))
        times.answerWent(8_000_000)
        for second in 1..<1_000 { #expect(!isOver(at: Double(second), unsent: 8_000_000 - second * 8_000)) }
        times.answerEnded(at: Self.at(1_000))
        #expect(!isOver(at: 1_074))
        #expect(isOver(at: 1_075))
    }

    @Test mutating func `what is still sent of a request that was refused is taken for a while`() {
        times.headCame(at: Self.at(0))
        times.answerBegan(at: Self.at(1))
        times.answerEnded(at: Self.at(1))
        for second in 1...20 {
            times.bodyCame(1_000_000)
            #expect(!isOver(at: Double(second)))
        }
        #expect(isOver(at: 21))
    }

    @Test mutating func `once the server stops, what is under way has ten seconds`() {
        times.headCame(at: Self.at(0))
        times.stop(at: Self.at(1))
        #expect(!times.isQuiet && times.isStopping)
        #expect(!isOver(at: 10))
        #expect(isOver(at: 11))
    }
}
