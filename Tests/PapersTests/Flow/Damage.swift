/// Cuts and alters a file in some hundred ways, always the same, to see that its reader comes through.
enum Damage {
    static func tryAll(_ bytes: [UInt8], _ read: ([UInt8]) -> Void) {
        for step in 0..<150 { read(Array(bytes.prefix(bytes.count * step / 150))) }
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(bound, 1)
        }
        for round in 0..<250 {
            var altered = bytes
            for _ in 0...(round % 4) where !altered.isEmpty {
                let at = next(altered.count)
                switch next(3) {
                case 0: altered[at] = UInt8(next(256))
                case 1: altered.remove(at: at)
                default:
                    altered.insert(contentsOf: altered[at..<min(at + next(40), altered.count)], at: next(altered.count))
                }
            }
            read(altered)
        }
    }
}
