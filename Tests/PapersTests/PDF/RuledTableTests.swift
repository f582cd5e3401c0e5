import Testing

@testable import Papers

@Suite struct RuledTableTests {
    @Test func `cells span columns and rows where no line is drawn`() {
        let lines = Picture.lines(
            """
            +-----+----------+-------+
            | Ref | Action   | By    |
            +-----+----------+-------+
            | 1   | Write    | May   |
            |     +----------+-------+
            |     | Ask again| June  |
            +-----+----------+-------+
            | Closed actions         |
            +-----+----------+-------+
            | 2   | Call     | July  |
            +-----+----------+-------+
            """)
        #expect(
            lines == [
                "table of 5 rows, 0 of them header", "A1: Ref", "B1: Action", "C1: By", "A2 1x2: 1", "B2: Write",
                "C2: May", "B3: Ask again", "C3: June", "A4 3x1: Closed actions", "A5: 2", "B5: Call", "C5: July",
            ])
    }

    @Test func `two tables that touch are two where their columns differ`() {
        let lines = Picture.lines(
            """
            +-----+----------+-------+
            | Ref | Action   | By    |
            +-----+----------+-------+
            | 1   | Write    | May   |
            +--------+-------+-+-----+
            | Risk   | Score | L | I  |
            +--------+-------+---+----+
            """.replacing("+--------+-------+-+-----+", with: "+--------+-------+---+----+"))
        #expect(lines.filter { $0.hasPrefix("table") }.count == 2)
        #expect(lines.suffix(4) == ["A1: Risk", "B1: Score", "C1: L", "D1: I"])
    }

    @Test func `a table without lines at its sides is read whole`() {
        let lines = Picture.lines(
            """
            +-----+----------+-------+
              Ref | Action   | By
            +-----+----------+-------+
              1   | Write    | May
            +-----+----------+-------+
              2   | Ask      | June
            +-----+----------+-------+
            """)
        #expect(
            lines == [
                "table of 3 rows, 0 of them header", "A1: Ref", "B1: Action", "C1: By", "A2: 1", "B2: Write", "C2: May",
                "A3: 2", "B3: Ask", "C3: June",
            ])
    }

    @Test func `a box around words is no table`() {
        let lines = Picture.lines(
            """
            +-------------------------+
            | Words in a box that say |
            | one thing only          |
            +-------------------------+
            """)
        #expect(lines == ["Words in a box that say one thing only"])
    }

    @Test func `words above and below a table stay there, and a bold first row is its header`() {
        let lines = Picture.lines(
            """
            What comes before the table of actions

            +------+----------+
            | !Ref | !Action  |
            +------+----------+
            | 1    | Write    |
            +------+----------+

            What comes after the table of actions
            """)
        #expect(
            lines == [
                "What comes before the table of actions", "table of 2 rows, 1 of them header", "A1: *Ref*",
                "B1: *Action*", "A2: 1", "B2: Write", "What comes after the table of actions",
            ])
    }

    @Test func `a cell has the colour painted over its middle, and white is none`() {
        let picture = Picture(
            """
            +------+------+------+
            | One  | Two  | Six  |
            +------+------+------+
            | a    | b    | c    |
            +------+------+------+
            """)
        var drawing = picture.drawing
        func paint(_ column: Int, _ colour: Colour, inset: Double = 0) {
            let box = Box(
                left: Picture.x(column * 7) + inset, top: Picture.y(2) + inset,
                right: Picture.x(column * 7 + 7) - inset,
                bottom: Picture.y(4) - inset)
            drawing.fills.append(Drawing.Fill(box: box, colour: colour))
        }
        let (red, green, white) = (
            Colour(red: 255, green: 0, blue: 0), Colour(red: 0, green: 176, blue: 80),
            Colour(red: 255, green: 255, blue: 255)
        )
        paint(0, red)
        paint(1, red)
        paint(1, white)
        paint(2, green, inset: 5)
        var layout = PDFLayout()
        layout.add([picture.page()], drawings: [drawing])
        #expect(layout.finished().lines.suffix(3) == ["A2 #FF0000: a", "B2: b", "C2 #00B050: c"])
    }

    @Test func `pieces of a line are one, and lines that only nearly meet do`() {
        var drawing = Drawing()
        for y in [100.0, 120, 140] {
            drawing.rules.append(Drawing.Rule(isHorizontal: true, position: y, from: 50, to: 148))
            drawing.rules.append(Drawing.Rule(isHorizontal: true, position: y + 1, from: 150, to: 250))
        }
        for x in [50.0, 150, 250] {
            drawing.rules.append(Drawing.Rule(isHorizontal: false, position: x, from: 102, to: 138))
        }
        let frames = Rulings(drawing).frames()
        #expect(frames.count == 1)
        #expect(frames.first?.columnEdges == [50, 150, 250])
        #expect(frames.first?.rowEdges == [100, 120, 140])
    }
}
