import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension AccessBook {
    /// The value of a setting; its standard where nobody has set it. One statement.
    /// - Throws: `AccessError.settingUnreadable` where another value is stored.
    public func setting<Value>(_ key: SettingKey<Value>) async throws(AccessError) -> Value {
        guard let text = try await settingText(key.name) else { return key.standard }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw .settingUnreadable(name: key.name)
        }
    }

    /// Sets a setting.
    public func set<Value>(_ key: SettingKey<Value>, to value: Value) async throws(AccessError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(value) else { throw .notJSON }
        try await setSettingText(key.name, to: String(decoding: data, as: UTF8.self))
    }

    /// The JSON of a setting; nil where nobody has set it.
    public func settingText(_ name: String) async throws(AccessError) -> String? {
        try await read { database in
            try GRDB.Row.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])?
                .stored(0)
        }
    }

    /// Sets a setting to JSON; nil takes it back to its standard.
    /// - Throws: `AccessError.notJSON`.
    public func setSettingText(_ name: String, to value: String?) async throws(AccessError) {
        let now = clock()
        try await write { database in
            guard let value else {
                try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
                return
            }
            guard try AccessBook.isJSON(value, database) else { throw AccessError.notJSON }
            try database.execute(
                sql: "INSERT OR REPLACE INTO setting (name, value, changed) VALUES (?, ?, ?)",
                arguments: [name, value, now.microseconds])
        }
    }

    /// Whether SQLite takes a text for JSON, as the schema asks for.
    static func isJSON(_ text: String, _ database: Database) throws -> Bool {
        // A text is bound up to its first NUL.
        try !text.utf8.contains(0) && Bool.fetchOne(database, sql: "SELECT json_valid(?)", arguments: [text]) == true
    }
}
