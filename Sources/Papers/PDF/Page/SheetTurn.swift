/// Turns sheets whose words run up or down them, as landscape tables bound into a portrait pack do.
enum SheetTurn {
    /// How a sheet has to be turned, where most of its longer words stand on end.
    static func turn(of page: WordPage) -> WordPage.Turn {
        let long = page.words.filter { $0.text.utf8.count >= 4 }
        guard long.count >= 5, long.count(where: { $0.box.height > 1.5 * $0.box.width }) * 10 > long.count * 7 else {
            return .none
        }
        // Words that run down the sheet follow one another downwards.
        let steps = zip(page.words, page.words.dropFirst()).filter { ($0.box.left - $1.box.left).magnitude < 2 }
        let down = steps.count { $1.box.top > $0.box.top }
        return down * 2 >= steps.count ? .anticlockwise : .clockwise
    }

    /// Turns a sheet and what is drawn on it so that its words run along it.
    static func upright(_ page: inout WordPage, _ drawing: inout Drawing) {
        page.turn = turn(of: page)
        guard page.turn != .none else { return }
        let (width, height) = (page.width, page.height)
        let turn = page.turn
        func turned(_ box: Box) -> Box {
            turn == .anticlockwise
                ? Box(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
                : Box(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
        }
        for index in page.words.indices {
            page.words[index].box = turned(page.words[index].box)
            page.words[index].size = min(page.words[index].size, page.words[index].box.height)
        }
        drawing.fills = drawing.fills.map { Drawing.Fill(box: turned($0.box), colour: $0.colour) }
        drawing.rules = drawing.rules.map { rule in
            let box =
                rule.isHorizontal
                ? Box(left: rule.from, top: rule.position, right: rule.to, bottom: rule.position)
                : Box(left: rule.position, top: rule.from, right: rule.position, bottom: rule.to)
            let other = turned(box)
            return rule.isHorizontal
                ? Drawing.Rule(isHorizontal: false, position: other.left, from: other.top, to: other.bottom)
                : Drawing.Rule(isHorizontal: true, position: other.top, from: other.left, to: other.right)
        }
        (page.width, page.height) = (height, width)
    }
}
