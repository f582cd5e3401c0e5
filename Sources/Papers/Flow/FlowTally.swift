/// What a paper that flows holds beside its words, counted as it is read.
struct FlowTally {
    /// Tracked changes, which are read as accepted.
    var changes = 0
    /// Comments, which are left out.
    var comments = 0
    /// Places where text is hidden, which are left out.
    var hidden = 0

    /// What a person should know of it.
    var notices: [Notice] {
        var notices: [Notice] = []
        if changes > 0 {
            notices.append(
                Notice("\(changes) tracked \(changes == 1 ? "change was" : "changes were") read as accepted."))
        }
        if comments > 0 {
            notices.append(Notice("\(comments) \(comments == 1 ? "comment was" : "comments were") left out."))
        }
        if hidden > 0 {
            notices.append(Notice("Hidden text was left out in \(hidden) \(hidden == 1 ? "place" : "places")."))
        }
        return notices
    }
}
