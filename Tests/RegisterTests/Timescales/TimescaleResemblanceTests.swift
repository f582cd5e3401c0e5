import Register
import Testing

@Suite struct TimescaleResemblanceTests {
    @Test(arguments: [
        "Oct 2020", "Ongoing", "Completed", "In place", "Weekly/Ongoing", "Aug – Dec 2020", "Aug/Sept 2020",
        "End Sept 20 and ongoing",
        "12 months", "March 20201", "Summer 2021", "From Dec 2020", "Q2 2025/26", "2024/25", "12/10/2020", "TBC",
        "Medium term", "ASAP",
        "Quarterly", "every six weeks", "not later than 30 April 2027", "Due to be launched late Sept", "Year end",
        "w/c 3 Nov", "May",
        "Within three months of adoption", "In line with LGR timetable", "September 2025 (originally May 2025)",
        "Overdue (30 June 2024)",
    ])
    func `a timescale is known as one`(words: String) {
        #expect(Timescale.resembles(words))
    }

    @Test(arguments: [
        "", " ", "-", "N/A", "Yes", "No", "Y", "Kevin Dicks", "MA KH PW", "DR", "NWEDR", "CMT", "£1,200", "£50k", "12",
        "3.5", "2025", "59%",
        "1", "16", "A", "P1", "R2", "M10", "C1", "1.2", "1.2.3", "10/11", "3/4", "April Smith", "June Jones",
        "Ms May Brown", "Councillor Summers",
        "The Council will review its arrangements in 2025.", "Members are asked to consider the risk register",
        "May need to be reviewed",
        "Head of Service", "Benefits Team / Comm. Safety Team", "High", "Medium", "Low", "Green", "As above",
        "Action Plan", "Review",
        "Report to Cabinet", "Quarter", "Date", "Target date", "When", "By when", "Timescale", "Council",
        "Increase recycling by 10% in 2025",
        "To reduce the number of days lost", "01527 881616", "Chief Executive", "To continue to work with partners",
        "Second", "Two", "Sunday",
        "Ongoing work with partners to deliver the plan", "Section 151 Officer", "Point 4", "38/10", "2,000 homes",
    ])
    func `names, initials, money, figures and sentences are not timescales`(words: String) {
        #expect(!Timescale.resembles(words))
    }
}
