/// A word on a sheet, as poppler finds it. In points from the upper left corner.
struct Word {
    var box: Box
    var text: String
    var isBold = false
    /// Size of its letters, in points.
    var size: Double

    var middle: Double { (box.top + box.bottom) / 2 }
    var centre: Double { (box.left + box.right) / 2 }
}

/// The words of a sheet.
struct WordPage {
    /// Counted from 1 in the file.
    var number: Int
    var width: Double
    var height: Double
    var words: [Word] = []
    /// How the sheet has to be turned so that its words run along it.
    var turn = Turn.none

    /// A turn of a sheet whose words run up or down it.
    enum Turn { case none, clockwise, anticlockwise }

    /// Takes the size of a sheet as it is shown: poppler places the words of a rotated sheet on it as it is shown, and
    /// yet prints its size as it was before.
    mutating func setSize(of page: PDFFile.Page) {
        let (across, down) = (page.mediaBox[2] - page.mediaBox[0], page.mediaBox[3] - page.mediaBox[1])
        guard across > 0, down > 0, across < 1_000_000, down < 1_000_000 else { return }
        (width, height) = page.rotation % 180 == 90 ? (down, across) : (across, down)
    }

    /// How large the sheet is as it is shown.
    var shownSize: SheetSize {
        turn == .none ? SheetSize(width: width, height: height) : SheetSize(width: height, height: width)
    }

    /// A box of the turned sheet, on the sheet as it is shown.
    func asShown(_ box: Box) -> Box {
        switch turn {
        case .none: box
        case .anticlockwise: Box(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
        case .clockwise: Box(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
        }
    }
}
