/// Times of day as papers print them.
enum ClockTime {
    /// The first time in a text, HH:MM on the 24-hour clock: "6.00 P.M.", "2pm", "18:30", "noon".
    static func first(in text: String) -> String? {
        let lower = Array(text.lowercased().utf8)
        var index = 0
        while index < lower.count {
            guard lower[index] &- 48 < 10,
                index == 0 || !(lower[index - 1] &- 48 < 10 || lower[index - 1] == UInt8(ascii: "/"))
            else {
                index += 1
                continue
            }
            var end = index
            var hour = 0
            while end < lower.count, lower[end] &- 48 < 10, end - index < 3 {
                hour = hour * 10 + Int(lower[end] - 48)
                end += 1
            }
            var minute = 0
            var hasMinutes = false
            if end + 2 < lower.count + 0, lower[end] == UInt8(ascii: ".") || lower[end] == UInt8(ascii: ":"),
                lower[end + 1] &- 48 < 10, lower[end + 2] &- 48 < 10,
                end + 3 == lower.count || !(lower[end + 3] &- 48 < 10)
            {
                minute = Int(lower[end + 1] - 48) * 10 + Int(lower[end + 2] - 48)
                hasMinutes = true
                end += 3
            }
            var after = end
            while after < lower.count, lower[after] == 32 { after += 1 }
            let rest = lower[after...].prefix(4).filter { $0 != UInt8(ascii: ".") }
            let isAfternoon = rest.starts(with: "pm".utf8)
            let isMorning = rest.starts(with: "am".utf8)
            let isValid = hour <= 24 && minute < 60
            if isValid, isAfternoon || isMorning, hour <= 12 || hasMinutes {
                let clock = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour == 12 ? 0 : hour
                return twoDigits(clock) + ":" + twoDigits(minute)
            }
            if isValid, hasMinutes, hour >= 7, hour < 24, index > 0,
                lower.contains(UInt8(ascii: ":")) || followsAt(lower, index)
            {
                return twoDigits(hour) + ":" + twoDigits(minute)
            }
            index = max(end, index + 1)
        }
        return nil
    }

    private static func followsAt(_ lower: [UInt8], _ index: Int) -> Bool {
        index >= 3 && lower[(index - 3)..<index].elementsEqual("at ".utf8)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
