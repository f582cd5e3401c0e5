package import GRDB

/// A column that holds what the program never writes: somebody altered the file by hand, or it is damaged.
package struct DamagedColumn: Error, CustomStringConvertible {
    let name: String

    /// - Parameter name: The column, as a message says it.
    package init(name: String) { self.name = name }

    /// For people, behind "is damaged".
    package var description: String { "the column \(name) holds what Goldthread never writes there" }
}

extension GRDB.Row {
    /// The value of a column, which GRDB's own subscript would stop the program for where it is of another type.
    package func stored<Value: DatabaseValueConvertible>(_ column: Int) throws -> Value {
        let value: DatabaseValue = self[column]
        guard let found = Value.fromDatabaseValue(value) else { throw damage(column) }
        return found
    }

    /// The value of a column that may be empty.
    package func storedOrNil<Value: DatabaseValueConvertible>(_ column: Int) throws -> Value? {
        let value: DatabaseValue = self[column]
        return value.isNull ? nil : try stored(column)
    }

    /// What is wrong with a column.
    package func damage(_ column: Int) -> DamagedColumn {
        DamagedColumn(name: columnNames.dropFirst(column).first.map { "\"\($0)\"" } ?? "\(column + 1)")
    }
}
