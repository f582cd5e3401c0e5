/// The words that timescales are made of, found by their letters packed into one number.
enum PhraseLexicon {
    typealias Entry = (key: UInt128, lexeme: PhraseLexeme, value: Int32)

    /// The most letters a known word has: what one key holds.
    static let longest = 16

    static func find(_ key: UInt128) -> (PhraseLexeme, Int32)? {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            let entry = sorted[middle]
            if entry.key == key { return (entry.lexeme, entry.value) }
            if entry.key < key { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private static let sorted: [Entry] = {
        var entries: [Entry] = []
        for (lexeme, value, words) in table {
            for word in words.utf8.split(separator: UInt8(ascii: " ")) {
                entries.append((word.reduce(0) { $0 << 8 | UInt128($1) }, lexeme, value))
            }
        }
        return entries.sorted { $0.key < $1.key }
    }()

    private static let table: [(PhraseLexeme, Int32, String)] =
        calendarWords + numberWords + grammarWords + recurrenceWords + statusWords

    private static let calendarWords: [(PhraseLexeme, Int32, String)] = [
        (.monthName, 1, "jan january"), (.monthName, 2, "feb february febuary feburary"), (.monthName, 3, "mar march"),
        (.monthName, 4, "apr april"), (.monthName, 5, "may"), (.monthName, 6, "jun june"),
        (.monthName, 7, "jul july"), (.monthName, 8, "aug august"), (.monthName, 9, "sep sept september"),
        (.monthName, 10, "oct october"), (.monthName, 11, "nov november"), (.monthName, 12, "dec december"),
        (.weekday, 1, "mon monday mondays"), (.weekday, 2, "tue tues tuesday tuesdays"),
        (.weekday, 3, "wed weds wednesday wednesdays"), (.weekday, 4, "thu thur thurs thursday thursdays"),
        (.weekday, 5, "fri friday fridays"), (.weekday, 6, "sat saturday saturdays"),
        (.weekday, 7, "sun sunday sundays"),
        (.season, 1, "spring springtime"), (.season, 2, "summer summertime"), (.season, 3, "autumn autumnal"),
        (.season, 4, "winter"),
        (.feast, 1, "christmas xmas"), (.feast, 2, "easter"),
        (.unitDay, 1, "day days"), (.unitWeek, 1, "week weeks wk wks"), (.fortnight, 1, "fortnight fortnights"),
        (.unitMonth, 1, "month months mth mths mnths"), (.quarter, 0, "q qtr quarter quarters qtrs qr"),
        (.half, 0, "half"), (.halfLetter, 0, "h"), (.year, 0, "year years yr yrs"), (.period, 0, "period p"),
        (.term, 0, "term"), (.working, 0, "working clear"), (.working, 1, "business"),
        (.financial, 0, "financial fiscal fy f/y accounting budget"), (.municipal, 0, "municipal civic"),
        (.academic, 0, "academic school"), (.calendar, 0, "calendar"), (.yearEnd, 0, "yearend"),
        (.weekCommencing, 0, "w/c wc w/b w/s"), (.weekEnding, 0, "w/e"),
        (.this, 0, "this current"), (.next, 0, "next coming forthcoming upcoming"), (.next, 1, "new"),
        (.today, 0, "today"), (.tomorrow, 0, "tomorrow"),
        (.early, 0, "early"), (.mid, 0, "mid"), (.mid, 1, "middle midway"), (.late, 0, "late latter"),
        (.ends, 0, "end ends ending"),
        (.later, 0, "later"), (.earlier, 0, "earlier sooner"), (.part, 0, "part parts"), (.lastly, 0, "last final"),
        (.beginning, 0, "beginning"),
    ]

    private static let numberWords: [(PhraseLexeme, Int32, String)] = [
        (.number, 1, "one"), (.number, 2, "two couple"), (.number, 3, "three"), (.number, 4, "four"),
        (.number, 5, "five"),
        (.number, 6, "six"), (.number, 7, "seven"), (.number, 8, "eight"), (.number, 9, "nine"), (.number, 10, "ten"),
        (.number, 11, "eleven"), (.number, 12, "twelve"), (.number, 14, "fourteen"), (.number, 15, "fifteen"),
        (.number, 16, "sixteen"), (.number, 18, "eighteen"), (.number, 20, "twenty"), (.number, 30, "thirty"),
        (.number, 60, "sixty"), (.number, 90, "ninety"),
        (.ordinal, 1, "first"), (.ordinal, 2, "second"), (.ordinal, 3, "third"), (.ordinal, 4, "fourth"),
        (.ordinal, 5, "fifth"), (.ordinal, 6, "sixth"), (.ordinal, 7, "seventh"), (.ordinal, 8, "eighth"),
        (.ordinal, 9, "ninth"), (.ordinal, 10, "tenth"), (.ordinal, 11, "eleventh"), (.ordinal, 12, "twelfth"),
        (.ordinal, 13, "thirteenth"), (.ordinal, 14, "fourteenth"), (.ordinal, 15, "fifteenth"),
        (.ordinal, 16, "sixteenth"), (.ordinal, 17, "seventeenth"), (.ordinal, 18, "eighteenth"),
        (.ordinal, 19, "nineteenth"), (.ordinal, 20, "twentieth"), (.ordinal, 30, "thirtieth"),
        (.few, 0, "few several"),
    ]

    private static let grammarWords: [(PhraseLexeme, Int32, String)] = [
        (.the, 0, "the"), (.article, 0, "a an"), (.of, 0, "of"), (.inside, 0, "in"), (.within, 0, "within"),
        (.at, 0, "at"),
        (.on, 0, "on upon"), (.forWord, 0, "for over"), (.to, 0, "to"), (.and, 0, "and"), (.or, 0, "or"),
        (.then, 0, "then thereafter subsequently"), (.with, 0, "with"),
        (.being, 0, "is are was were be been being has have had"),
        (.modal, 0, "will shall should would can could might must"), (.not, 0, "not no never"), (.than, 0, "than"),
        (.by, 0, "by"), (.before, 0, "before"), (.prior, 0, "prior"), (.ahead, 0, "ahead advance"),
        (.from, 0, "from wef"),
        (.after, 0, "after following post"), (.since, 0, "since"), (.during, 0, "during throughout"),
        (.until, 0, "until till til"), (.up, 0, "up"), (.between, 0, "between"), (.through, 0, "through thru"),
        (.effective, 0, "effect effective"), (.onwards, 0, "onwards onward"), (.forward, 0, "forward"),
        (
            .starting, 0,
            "starting start starts started commencing commence commences commenced begin begins began begun"
        ),
        (.approximately, 0, "approximately approx circa c about around roughly est estimated anticipated expected"),
        (.less, 0, "less least more maximum minimum max min"),
        (.elections, 0, "election elections"),
    ]

    private static let recurrenceWords: [(PhraseLexeme, Int32, String)] = [
        (.every, 0, "every each"), (.per, 0, "per"), (.once, 1, "once"), (.twice, 2, "twice"), (.times, 0, "times"),
        (.other, 0, "other alternate"), (.bi, 0, "bi semi"),
        (.recurring, 0, "daily"), (.recurring, -1, "weekly"), (.recurring, -2, "fortnightly biweekly"),
        (.recurring, 1, "monthly"), (.recurring, 2, "bimonthly"), (.recurring, 3, "quarterly"),
        (.recurring, 4, "termly"),
        (.recurring, 6, "biannual biannually semiannual semiannually"),
        (.recurring, 12, "annual annually yearly pa"), (.recurring, 24, "biennial biennially"),
        (.recurring, 36, "triennial triennially"),
    ]

    private static let statusWords: [(PhraseLexeme, Int32, String)] = [
        (
            .ongoing, 0,
            "ongoing continuing continuous continuously continual continually continues indefinite indefinitely permanent "
                + "permanently perpetual bau rolling openended"
        ),
        (.going, 0, "going"), (.opened, 0, "open"), (.ended, 0, "ended"),
        (
            .done, 0,
            "complete completed actioned delivered closed done finished implemented achieved fulfilled discharged concluded"
        ),
        (.place, 0, "place"),
        (.partly, 0, "partially partly nearly almost substantially mostly largely incomplete outstanding"),
        (.already, 0, "already now all fully action actions yes"),
        (.unsettled, 0, "tbc tba tbd tbn unknown"),
        (.settling, 0, "confirmed advised agreed determined announced decided arranged notified scheduled established"),
        (.notApplicable, 0, "na n/a none nil applicable"),
        (
            .moved, 0,
            "moved revised changed slipped extended deferred delayed rescheduled postponed reprofiled reprogrammed rephased pushed "
                + "rolled slippage extension brought"
        ),
        (.originally, 0, "originally original previously formerly initially previous"), (.overdue, 0, "overdue"),
        (.immediate, 0, "immediate immediately asap urgent urgently forthwith straightaway"),
        (.soon, 0, "soon quickly promptly"), (.possible, 0, "possible practicable practical"),
        (.short, 0, "short medium long longer shorter near"), (.future, 0, "future"), (.course, 0, "course"),
        (.condition, 0, "dependent dependant depending subject contingent pending conditional"),
        (.line, 0, "line accordance"),
        (.aligned, 0, "aligned align aligns linked tied"),
        (.see, 0, "see refer"), (.refers, 0, "refers"),
        (.item, 0, "point item rec recommendation recommendations ref section paragraph para"),
        (.above, 0, "above below"), (.column, 0, "column row"), (.ditto, 0, "ditto"), (.asWord, 0, "as"),
        (.needed, 0, "required needed necessary appropriate when arise arises arising"), (.they, 0, "they it"),
        (.meeting, 0, "council meeting meetings general cabinet committee board executive conference agm"),
        (.governance, 0, "governance"),
        (.event, 0, "adoption approval completion agreement receipt publication implementation appointment"),
        (.phase, 0, "phase stage"),
        (.filler, 1, "date present"), (.filler, 2, "further"), (.filler, 0, "work works"), (.unitMonth, 2, "m"),
        (.year, 0, "annum"), (.ditto, 1, "same"),
        (
            .filler, 0,
            "due target dates deadline timescale report reports draft drafts full review reviewed update updates launch "
                + "launched reported latest likely provisional provisionally currently set planned programme take reporting "
                + "approved submitted produced published consultation time basis"
        ),
    ]
}
