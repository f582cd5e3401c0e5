import Register
import Testing

@Suite struct LikenessTests {
    private let likeness = Likeness(of: ["Review the risk register", "Publish the asset register", "Train the members"])

    @Test func `the same words in any order and form are alike`() {
        #expect(likeness.score("Reviewing risk registers", "register of risks: review") == 1)
    }

    @Test func `words in common weigh more the rarer they are`() {
        #expect(likeness.score("Train", "Train members") > likeness.score("Register", "Register members"))
        #expect(likeness.score("Train", "Publish") == 0)
        #expect(likeness.score("", "Publish") == 0)
    }

    @Test func `words that councils use for the same thing are the same`() {
        #expect(likeness.score("Budget ownership", "Financial accountability") == 1)
        #expect(likeness.score("Budget ownership", "Digital partners") == 0)
    }

    @Test func `words that any recommendation uses weigh less than its subject`() {
        let subject = likeness.score("Develop a towpath strategy", "Close the towpath")
        #expect(subject > likeness.score("Develop a towpath strategy", "Develop a lighting policy"))
    }

    @Test func `the same texts give the same score to the last bit`() {
        let texts = (0..<50).map { "word\($0) other\($0 % 7) third\($0 % 3)" }
        let first = Likeness(of: texts).score(texts[3], texts[10])
        for _ in 0..<5 { #expect(Likeness(of: texts).score(texts[3], texts[10]) == first) }
    }
}
