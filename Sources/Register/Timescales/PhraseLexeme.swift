/// What a word or mark can do in a timescale.
enum PhraseLexeme: UInt8 {
    case end, unknown, number, ordinal, garbled
    case dash, slash, comma, dot, colon, semicolon, ampersand, plus, apostrophe, open, close, symbol, money
    case monthName, weekday, season, feast
    case unitDay, unitWeek, fortnight, unitMonth, quarter, half, halfLetter, year, period, term, working
    case financial, municipal, academic, calendar, yearEnd
    case early, mid, late, ends, later, earlier, part, lastly, beginning
    case the, article, of, inside, within, at, on, forWord, to, and, or, then, with, being, modal, not, than
    case by, before, prior, ahead, from, after, since, during, until, up, between, through, effective, onwards
    case starting, weekCommencing, weekEnding, this, next
    case every, per, once, twice, times, other, recurring, bi
    case ongoing, going, opened, ended, done, place, partly, already
    case unsettled, settling, notApplicable, moved, originally, overdue, forward
    case immediate, soon, possible, short, future, course, condition, line, aligned
    case see, refers, item, above, column, ditto, asWord, needed, they
    case meeting, governance, event, phase, few, approximately, filler, elections, less
    case today, tomorrow
}
