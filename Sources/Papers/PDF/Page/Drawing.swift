/// What is drawn on a sheet besides words: ruling lines and filled areas. In points from its upper left corner.
struct Drawing {
    /// Lines along the page or down it.
    var rules: [Rule] = []
    /// Filled rectangles that are more than a line, in the order in which they are painted.
    var fills: [Fill] = []
    /// Whether there is a picture on it.
    var hasPicture = false

    /// A ruling line: thin enough to have no width.
    struct Rule {
        var isHorizontal: Bool
        /// Its distance from the top, for a horizontal line; from the left, for a vertical one.
        var position: Double
        var from: Double
        var to: Double
    }

    /// A rectangle of one colour.
    struct Fill {
        var box: Box
        var colour: Colour
    }
}
