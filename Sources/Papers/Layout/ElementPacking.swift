/// Writes elements of a layout behind one another as bytes. `GridCell.ends` is not kept: it is of no use once the next
/// sheet is read.
struct ElementPacking {
    private(set) var bytes: [UInt8]

    init(onto bytes: consuming [UInt8]) { self.bytes = bytes }

    mutating func add(_ element: Layout.Element) {
        switch element {
        case .heading(let passage, let level):
            bytes.append(ElementTag.heading)
            add(level)
            add(passage)
        case .paragraph(let passage):
            bytes.append(ElementTag.paragraph)
            add(passage)
        case .item(let passage, let depth, let label):
            bytes.append(ElementTag.item)
            add(depth)
            add(label)
            add(passage)
        case .table(let grid):
            bytes.append(ElementTag.table)
            add(grid)
        case .furniture(let passage):
            bytes.append(ElementTag.furniture)
            add(passage)
        case .pageBreak: bytes.append(ElementTag.pageBreak)
        }
    }

    private mutating func add(_ passage: Passage) {
        add([passage.isTight, passage.size != nil])
        // To the thousandth of a point: no two sizes that differ by less are told apart.
        if let size = passage.size { add(Int(max(-1e6, min(size, 1e6)) * 1000)) }
        add(passage.runs.count)
        for run in passage.runs {
            add([run.isBold])
            add(run.text)
        }
        add(passage.place)
    }

    private mutating func add(_ grid: Grid) {
        add(grid.headerRows)
        add(grid.rows.count)
        for row in grid.rows {
            add(row.place)
            add(row.cells.count)
            for cell in row.cells { add(cell) }
        }
    }

    private mutating func add(_ cell: GridCell) {
        add([cell.goesOn, cell.fill != nil, cell.columnSpan != 1 || cell.rowSpan != 1])
        add(cell.column)
        if cell.columnSpan != 1 || cell.rowSpan != 1 {
            add(cell.columnSpan)
            add(cell.rowSpan)
        }
        if let fill = cell.fill { bytes += [fill.red, fill.green, fill.blue] }
        add(cell.place)
        add(cell.parts.count)
        for part in cell.parts {
            add(part.depth)
            add(part.label)
            add(part.passage)
        }
    }

    private mutating func add(_ place: Place) {
        let (sheet, page, box, cell) = (place.sheet, place.printedPage, place.box, place.cell)
        add([sheet != nil, page != nil, box != nil, cell != nil, place.worksheet != nil])
        if let sheet { add(sheet) }
        if let page { add(page) }
        if let box {
            // A place's box is in whole points.
            for edge in [box.left, box.top, box.right, box.bottom] { add(Int(edge)) }
        }
        if let cell {
            add(cell.column)
            add(cell.row)
        }
        if let worksheet = place.worksheet { add(worksheet) }
    }

    private mutating func add(_ text: String?) {
        add([text != nil])
        if let text { add(text) }
    }

    private mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func add(_ flags: [Bool]) {
        bytes.append(flags.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
    }

    /// Seven bits a byte, the sign in the lowest: small numbers take one byte.
    private mutating func add(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads elements back, in the order in which they were packed.
struct ElementUnpacking {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }

    /// The next element; there must be one.
    mutating func element() -> Layout.Element {
        switch byte() {
        case ElementTag.heading:
            let level = number()
            return .heading(passage(), level: level)
        case ElementTag.paragraph: return .paragraph(passage())
        case ElementTag.item:
            let depth = number()
            let label = label()
            return .item(passage(), depth: depth, label: label)
        case ElementTag.table: return .table(grid())
        case ElementTag.furniture: return .furniture(passage())
        default: return .pageBreak
        }
    }

    private mutating func passage() -> Passage {
        let flags = byte()
        let size = flags & 2 > 0 ? Double(number()) / 1000 : nil
        var runs: [Run] = []
        let count = number()
        runs.reserveCapacity(count)
        for _ in 0..<count {
            let isBold = byte() > 0
            runs.append(Run(text(), isBold: isBold))
        }
        var passage = Passage(runs, place: place(), isTight: flags & 1 > 0)
        passage.size = size
        return passage
    }

    private mutating func grid() -> Grid {
        var grid = Grid(headerRows: number())
        let count = number()
        grid.rows.reserveCapacity(count)
        for _ in 0..<count {
            var row = GridRow(place: place())
            let cells = number()
            row.cells.reserveCapacity(cells)
            for _ in 0..<cells { row.cells.append(cell()) }
            grid.rows.append(row)
        }
        return grid
    }

    private mutating func cell() -> GridCell {
        let flags = byte()
        var cell = GridCell(column: number())
        cell.goesOn = flags & 1 > 0
        if flags & 4 > 0 {
            cell.columnSpan = number()
            cell.rowSpan = number()
        }
        if flags & 2 > 0 {
            let red = byte()
            let green = byte()
            cell.fill = Colour(red: red, green: green, blue: byte())
        }
        cell.place = place()
        let count = number()
        cell.parts.reserveCapacity(count)
        for _ in 0..<count {
            let depth = number()
            let label = label()
            cell.parts.append(GridPart(passage(), depth: depth, label: label))
        }
        return cell
    }

    private mutating func place() -> Place {
        let flags = byte()
        var place = Place()
        if flags & 1 > 0 { place.sheet = number() }
        if flags & 2 > 0 { place.printedPage = number() }
        if flags & 4 > 0 {
            let left = Double(number())
            let top = Double(number())
            let right = Double(number())
            place.box = Box(left: left, top: top, right: right, bottom: Double(number()))
        }
        if flags & 8 > 0 {
            let column = number()
            place.cell = CellAddress(column: column, row: number())
        }
        if flags & 16 > 0 { place.worksheet = text() }
        return place
    }

    private mutating func label() -> String? { byte() > 0 ? text() : nil }

    private mutating func text() -> String {
        let count = number()
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    private mutating func byte() -> UInt8 {
        defer { index += 1 }
        return bytes[index]
    }

    private mutating func number() -> Int {
        var (value, shift) = (UInt(0), 0)
        while true {
            let byte = byte()
            value |= UInt(byte & 127) << UInt(shift)
            shift += 7
            if byte < 128 { break }
        }
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }
}

/// What each element begins with.
private enum ElementTag {
    static let heading: UInt8 = 0
    static let paragraph: UInt8 = 1
    static let item: UInt8 = 2
    static let table: UInt8 = 3
    static let furniture: UInt8 = 4
    static let pageBreak: UInt8 = 5
}
