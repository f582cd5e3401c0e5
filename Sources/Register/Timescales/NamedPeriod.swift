/// A stretch of the calendar as a phrase names it, its year perhaps left out.
struct NamedPeriod {
    enum Unit: UInt8 {
        case day, week, weekOfMonth, month, quarter, half, season, feast
        case calendarYear, financialYear, municipalYear, academicYear, yearSpan, accountingPeriod
    }

    enum Part: UInt8 {
        case whole, end, early, mid, late, middle, firstHalf, secondHalf
    }

    var unit: Unit
    /// The month, quarter, half, season or accounting period; for a feast, which one.
    var index = 0
    /// The day of the month; for a week of a month, which week, 5 being the last; for a span of years, the year it ends in.
    var day = 0
    /// The year in which the period's own year begins; nil where none is printed.
    var year: Int?
    var isFinancial = false
    var part = Part.whole
    /// "mid to late": the part at which the stretch ends.
    var lastPart: Part?
    /// Worked out from the paper's date ("next year") rather than printed.
    var isInferred = false
    /// The weekday printed with a date, 1 for Monday; 0 where there is none.
    var weekday = 0

    /// Whether it is a stretch with a start of its own, not just something to be done by its end (finding contract, rule 3).
    var isSpread: Bool {
        switch part {
        case .early, .mid, .late, .middle: true
        case .end, .firstHalf, .secondHalf: false
        case .whole: unit == .season || unit == .yearSpan
        }
    }

    /// How fine it is: the smaller, the finer.
    var rank: Int {
        switch unit {
        case .day, .feast: 0
        case .week, .weekOfMonth: 1
        case .month, .accountingPeriod: 2
        case .quarter, .season: 3
        case .half: 4
        case .calendarYear, .financialYear, .municipalYear, .academicYear: 5
        case .yearSpan: 6
        }
    }

    /// The first and last day in the year given; nil where the calendar has no such day.
    func bounds(in year: Int) -> (first: Day, last: Day)? {
        guard (1...9990).contains(year), let whole = wholeBounds(in: year) else { return nil }
        guard part != .whole, part != .end else { return whole }
        let (first, last) = slice(part, of: whole)
        guard let lastPart else { return (first, last) }
        return (first, slice(lastPart, of: whole).last)
    }

    private func wholeBounds(in year: Int) -> (first: Day, last: Day)? {
        switch unit {
        case .day: return Day(year: monthYear(year), month: index, day: day).map { ($0, $0) }
        case .week:
            // "Week ending" is the only week whose end is what is printed.
            let shift = part == .end ? -6 : 0
            return Day(year: monthYear(year), month: index, day: day)
                .map { ($0.adding(days: shift), $0.adding(days: shift + 6)) }
        case .weekOfMonth:
            let month = Day(firstOfMonth: index, year: monthYear(year))
            let last = month.lastOfMonth
            guard day < 5 else { return (last.adding(days: -6), last) }
            return (month.adding(days: day * 7 - 7), month.adding(days: day * 7 - 1))
        case .month: return months(from: index, in: monthYear(year), count: 1)
        case .quarter: return months(from: index * 3 + (isFinancial ? 1 : -2), in: year, count: 3)
        case .half: return months(from: index * 6 + (isFinancial ? -2 : -5), in: year, count: 6)
        case .season: return months(from: index * 3, in: year, count: 3)
        case .feast:
            let day = feast(in: year)
            return day.map { ($0, $0) }
        case .calendarYear: return months(from: 1, in: year, count: 12)
        case .financialYear: return months(from: 4, in: year, count: 12)
        case .municipalYear: return months(from: 5, in: year, count: 13)
        case .academicYear: return months(from: 9, in: year, count: 12)
        case .yearSpan:
            guard self.day > year, self.day < 9990 else { return nil }
            return months(from: 4, in: year, count: (self.day - year) * 12)
        case .accountingPeriod: return FinancialYear(startYear: year)?.period(index)
        }
    }

    private func monthYear(_ year: Int) -> Int { isFinancial && index < 4 ? year + 1 : year }

    private func months(from month: Int, in year: Int, count: Int) -> (first: Day, last: Day) {
        (Day(firstOfMonth: month, year: year), Day(firstOfMonth: month + count, year: year).adding(days: -1))
    }

    private func feast(in year: Int) -> Day? {
        switch index {
        case 1: Day(year: year, month: 12, day: 25)
        case 2: Easter.sunday(of: year)
        case 3: Easter.sunday(of: year).adding(days: -2)
        case 4: Easter.sunday(of: year).adding(days: 1)
        case 5: Day(year: year, month: 12, day: 24)
        case 6: Day(year: year, month: 1, day: 1)
        default: Day(year: year, month: 12, day: 26)
        }
    }

    // Thirds of a month by days, of anything longer by months (finding contract, rule 3).
    private func slice(_ part: Part, of whole: (first: Day, last: Day)) -> (first: Day, last: Day) {
        let length = whole.first.days(until: whole.last) + 1
        guard length > 27 else { return whole }
        guard length > 31 else {
            let day = { (number: Int) in whole.first.adding(days: number - 1) }
            switch part {
            case .early: return (whole.first, day(10))
            case .mid: return (day(11), day(20))
            case .late: return (day(21), whole.last)
            case .middle: return (day(11), day(15))
            case .firstHalf: return (whole.first, day(15))
            case .secondHalf: return (day(16), whole.last)
            case .whole, .end: return whole
            }
        }
        let months = (length + 15) / 30
        let cut = { (share: Int, of: Int) in whole.first.adding(months: months * share / of) }
        switch part {
        case .early: return (whole.first, cut(1, 3).adding(days: -1))
        case .mid, .middle: return (cut(1, 3), cut(2, 3).adding(days: -1))
        case .late: return (cut(2, 3), whole.last)
        case .firstHalf: return (whole.first, cut(1, 2).adding(days: -1))
        case .secondHalf: return (cut(1, 2), whole.last)
        case .whole, .end: return whole
        }
    }
}

extension NamedPeriod {
    /// The first such stretch that ends no more than three months before the paper's own date (finding contract, rule 3).
    func firstBounds(near reference: Day) -> (first: Day, last: Day)? {
        let floor = reference.adding(months: -3)
        for year in (reference.year - 3)...(reference.year + 9) {
            if let found = bounds(in: year), found.last >= floor { return found }
        }
        return nil
    }

    /// The latest such stretch that begins no later than `day`.
    func lastBounds(beginningBy day: Day) -> (first: Day, last: Day)? {
        for year in stride(from: day.year + 1, through: day.year - 9, by: -1) {
            if let found = bounds(in: year), found.first <= day { return found }
        }
        return nil
    }

    /// The first such stretch that begins on or after `day`.
    func firstBounds(after day: Day) -> (first: Day, last: Day)? {
        for year in (day.year - 1)...(day.year + 9) {
            if let found = bounds(in: year), found.first >= day { return found }
        }
        return nil
    }
}
