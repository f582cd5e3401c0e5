import Access
import Testing

extension SettingKey<Bool> {
    fileprivate static let publicPages = SettingKey("public-pages", standard: false)
}

extension SettingKey<[String: Int]> {
    fileprivate static let limits = SettingKey("limits", standard: [:])
}

@Suite(.serialized) struct SettingTests {
    @Test func `a setting has its standard until it is set, and keeps what it was set to`() async throws {
        let test = try TestBook()
        #expect(try await test.book.setting(.publicPages) == false)
        try await test.book.set(.publicPages, to: true)
        try await test.book.set(.limits, to: ["b": 2, "a": 1])
        let again = try TestBook.open(test.folder.path("access.db"), test.clock)
        #expect(try await again.setting(.publicPages) == true)
        #expect(try await again.setting(.limits) == ["a": 1, "b": 2])
        #expect(try await again.settingText("limits") == #"{"a":1,"b":2}"#)
        try await test.book.setSettingText("public-pages", to: nil)
        #expect(try await again.setting(.publicPages) == false)
    }

    @Test func `a setting of another type is not taken for its standard`() async throws {
        let test = try TestBook()
        try await test.book.setSettingText("public-pages", to: #""yes""#)
        await #expect(throws: AccessError.settingUnreadable(name: "public-pages")) {
            try await test.book.setting(.publicPages)
        }
    }

    @Test(arguments: ["", "{", "yes", "{}\0", "{'a':1}"]) func `what is no JSON is not kept`(text: String) async throws
    {
        let test = try TestBook()
        await #expect(throws: AccessError.notJSON) { try await test.book.setSettingText("x", to: text) }
        #expect(try await test.book.settingText("x") == nil)
    }
}
