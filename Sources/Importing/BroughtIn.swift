public import Intake
import Ledger
import Papers
import Register

/// A paper that was read, with the bytes it was read from.
public struct BroughtIn: Sendable {
    /// What was found in it.
    public let intake: Intake
    /// The file, byte for byte.
    public let bytes: [UInt8]
    /// SHA-256 of the file, in 64 small hexadecimal digits.
    public let hash: String

    /// What was found in a file. Hashes the bytes once: linear in their number.
    public init(intake: Intake, bytes: [UInt8]) {
        (self.intake, self.bytes) = (intake, bytes)
        hash = PaperHash.of(bytes)
    }

    /// The file's name, as it was brought in.
    public var name: String { intake.paper.name }

    /// The paper as a proposal is made from it.
    public var read: ReadPaper {
        ReadPaper(intake: intake, hash: hash, transcript: intake.paper.transcript.map(PaperHash.of))
    }

    /// The file as a commit keeps it, under the record that stands for it.
    func kept(as id: RecordID) -> Commit.Paper {
        Commit.Paper(
            id: id, bytes: bytes, transcript: intake.paper.transcript,
            passages: intake.paper.passages.map { Commit.Passage(line: $0.line, text: $0.text) })
    }
}
