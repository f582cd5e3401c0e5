/// The date of Easter, on which two bank holidays and many promises hang.
public enum Easter {
    /// Easter Sunday of a year from 1583 to 9998 (Calendar (New Style) Act 1750; the Gregorian computus of Meeus, Jones and Butcher).
    public static func sunday(of year: Int) -> Day {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let count = epact + weekday - 7 * shift + 114
        return Day(firstOfMonth: count / 31, year: year).adding(days: count % 31)
    }
}
