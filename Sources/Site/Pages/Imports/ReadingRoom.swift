import Access
import Importing
import Intake
import Papers

/// Reads papers that were uploaded, each once, while people look at other pages. A scan takes minutes, most papers a moment.
///
/// Nothing is lost with it: a paper lies in the book of accounts, and is read again where the site was started anew.
actor ReadingRoom {
    private let lexicon: Lexicon
    /// Draws their pages.
    nonisolated let pictures = PictureRoom()
    /// Papers that are being read or have been, the last asked for at the end.
    private var readings: [(id: DraftID, task: Task<Result<BroughtIn, PaperError>, Never>)] = []
    /// What became of papers that were read, the last at the end.
    private var outcomes: [(id: DraftID, state: State)] = []

    /// The most papers that are kept in memory once they are read.
    private static let most = 12
    /// The most papers of which it is known what became of them.
    private static let mostOutcomes = 500

    /// How far a paper has come.
    enum State: Sendable, Hashable {
        /// Nobody has opened it yet, or the site was started anew since.
        case waiting
        case reading
        case read(findings: Int)
        /// It cannot be read, with the reason for people.
        case failed(String)
    }

    /// How far some papers have come.
    func states(of ids: [DraftID]) -> [DraftID: State] {
        var states: [DraftID: State] = [:]
        for id in ids {
            states[id] =
                outcomes.last { $0.id == id }?.state ?? (readings.contains { $0.id == id } ? .reading : .waiting)
        }
        return states
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// What was found in a paper; nil where it is still being read after some time.
    /// - Throws: `PaperError` where it cannot be read.
    func paper(
        _ id: DraftID, name: String, within time: Duration, bytes: @Sendable () async throws -> [UInt8]
    ) async throws -> BroughtIn? {
        let task: Task<Result<BroughtIn, PaperError>, Never>
        if let index = readings.firstIndex(where: { $0.id == id }) {
            let reading = readings.remove(at: index)
            readings.append(reading)
            task = reading.task
        } else {
            let (file, lexicon) = (try await bytes(), lexicon)
            // Somebody else may have asked for the same meanwhile.
            if let known = readings.first(where: { $0.id == id }) {
                task = known.task
            } else {
                task = Task {
                    let result = await ReadingRoom.read(file, name: name, lexicon)
                    ended(id, result)
                    return result
                }
                readings.append((id, task))
                if readings.count > Self.most { readings.removeFirst() }
            }
        }
        return try await ReadingRoom.value(of: task, within: time)?.get()
    }

    /// Lets go of a paper that is no longer under review.
    func forget(_ id: DraftID) async {
        readings.removeAll { $0.id == id }
        outcomes.removeAll { $0.id == id }
        await pictures.forget(id)
    }

    private func ended(_ id: DraftID, _ result: Result<BroughtIn, PaperError>) {
        outcomes.removeAll { $0.id == id }
        switch result {
        case .success(let paper): outcomes.append((id, .read(findings: paper.intake.findings.count)))
        case .failure(let error): outcomes.append((id, .failed("\(error)")))
        }
        if outcomes.count > Self.mostOutcomes { outcomes.removeFirst() }
    }

    private static func read(_ bytes: [UInt8], name: String, _ lexicon: Lexicon) async -> Result<BroughtIn, PaperError>
    {
        do throws(PaperError) {
            let paper = try await PaperReaders.read(bytes, name: name)
            return .success(BroughtIn(intake: Importer(lexicon: lexicon).findings(in: paper), bytes: bytes))
        } catch {
            return .failure(error)
        }
    }

    /// What a task gives within some time; the task goes on where that is over.
    private static func value<Value: Sendable>(of task: Task<Value, Never>, within time: Duration) async -> Value? {
        await withTaskGroup(of: Value?.self) { group in
            let (answers, answer) = AsyncStream.makeStream(of: Value.self)
            let waiting = Task {
                answer.yield(await task.value)
                answer.finish()
            }
            group.addTask {
                for await value in answers { return value }; return nil
            }
            group.addTask {
                try? await Task.sleep(for: time)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            waiting.cancel()
            return first
        }
    }
}
