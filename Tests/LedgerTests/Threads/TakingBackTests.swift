import Ledger
import Register
import Testing

/// An update that is taken back leaves its promise as it was reported without it.
@Suite struct TakingBackTests {
    /// An action with updates, each with its status and percentage, and what remains once some of them were taken back, one
    /// after the other.
    private func progress(
        _ updates: [(status: String?, percentage: Int?, on: String)], without places: Int..., engine: Engine,
        reopensAfter: Int? = nil,
        _ check: @Sendable (Progress.Reported?) -> Void
    ) async throws {
        try await engine.withLedger { ledger in
            try await ledger.append(1, Record.action("Mend the weir"))
            for (index, said) in updates.enumerated() {
                let update = Update(
                    narrative: "Said \(index).", status: said.status, on: .on(said.on), by: "Ann",
                    percentage: said.percentage)
                let entry = try #require(try await ledger.entry(RecordID.number(1), .now))
                var child = Record(update)
                child.parent = RecordID.number(1)
                _ = try await ledger.append(
                    Commit(
                        actor: "Ann", reason: "Update",
                        changes: [
                            Commit.Change(.number(10 + index), seen: 0, child),
                            Commit.Change(
                                .number(1), seen: entry.version, try entry.record().updated(by: update, plan: nil)),
                        ]))
                if index == reopensAfter { try await closeAndReopen(ledger) }
            }
            for place in places {
                let wrong = try #require(try await ledger.entry(RecordID.number(10 + place), .now))
                let changes = try await ledger.read { try TakingBack(wrong, because: "Wrong", in: $0).changes }
                _ = try await ledger.append(Commit(actor: "Bob", reason: "Taken back", changes: changes))
                let left = try await ledger.entry(RecordID.number(10 + place), .now)?.record()
                #expect(left?.withdrawal?.reason == "Wrong")
            }
            check(try await ledger.entry(RecordID.number(1), .now)?.record().progress.reported)
        }
    }

    private func closeAndReopen(_ ledger: any Ledger) async throws {
        let closed = try #require(try await ledger.entry(RecordID.number(1), .now))
        try await ledger.append(1, seen: closed.version, try closed.record().ended())
        try await ledger.append(1, seen: closed.version + 1, try closed.record().ended().reopened(because: "Not so"))
    }

    @Test(arguments: Engine.all) func `the only one leaves nothing reported`(engine: Engine) async throws {
        try await progress([("Completed", 100, "2026-11-01")], without: 0, engine: engine) { #expect($0 == nil) }
    }

    @Test(arguments: Engine.all) func `the last one leaves what was said before`(engine: Engine) async throws {
        let said = [("On Target", 40, "2026-10-01"), ("Completed", 100, "2026-11-01")]
        try await progress(said, without: 1, engine: engine) { left in
            #expect(left?.status == "On Target" && left?.percentage == 40 && left?.updates == 1)
            #expect(left?.awaitsClosing == nil && left?.on == .on("2026-10-01"))
        }
    }

    @Test(arguments: Engine.all) func `an earlier one leaves what was said since`(engine: Engine) async throws {
        let said = [
            ("On Target", 40, "2026-10-01"), ("Completed", 100, "2026-10-15"), ("Not started", 0, "2026-11-01"),
        ]
        try await progress(said, without: 1, engine: engine) { left in
            #expect(left?.status == "Not started" && left?.percentage == 0 && left?.updates == 2)
        }
    }

    @Test(arguments: Engine.all) func `what later words took over from it goes with it`(engine: Engine) async throws {
        let said: [(String?, Int?, String)] = [
            ("On Target", 40, "2026-10-01"), ("Completed", 100, "2026-10-15"), (nil, nil, "2026-11-01"),
        ]
        try await progress(said, without: 1, engine: engine) { left in
            #expect(left?.status == "On Target" && left?.percentage == 40 && left?.updates == 2)
            #expect(left?.awaitsClosing == nil && left?.on == .on("2026-11-01"))
        }
    }

    @Test(arguments: Engine.all) func `several that are taken back leave nothing of any`(engine: Engine) async throws {
        let said: [(String?, Int?, String)] = [
            ("Completed", 100, "2026-10-01"), ("On Target", 60, "2026-10-15"), (nil, nil, "2026-11-01"),
        ]
        try await progress(said, without: 0, 1, engine: engine) { left in
            #expect(left?.status == nil && left?.percentage == nil && left?.awaitsClosing == nil)
            #expect(left?.updates == 1 && left?.on == .on("2026-11-01"))
        }
        try await progress(said, without: 2, 0, 1, engine: engine) { #expect($0 == nil) }
    }

    @Test(arguments: Engine.all) func `what was opened again does not await its closing again`(engine: Engine)
        async throws
    {
        let said: [(String?, Int?, String)] = [("Completed", 100, "2026-10-01"), ("On Target", 60, "2026-11-01")]
        try await progress(said, without: 1, engine: engine, reopensAfter: 0) { left in
            #expect(left?.status == "Completed" && left?.awaitsClosing == nil)
        }
    }
}
