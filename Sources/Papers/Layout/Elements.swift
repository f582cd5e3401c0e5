/// The elements of a layout in order, packed: a paper of a thousand pages takes no more room than its words do, whatever its
/// readers need to make sense of one.
///
/// They are walked through from the first, as often as need be; `forEachLettingGo` is the last walk.
struct Elements: Sequence {
    /// Whole elements; each array is filled to about its size before the next begins.
    private var chunks: [[UInt8]] = []
    private(set) var count = 0

    private static let chunkSize = 1 << 16

    init() {}

    init(_ elements: some Sequence<Layout.Element>) {
        for element in elements { append(element) }
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Layout.Element) {
        if chunks.last.map({ $0.count >= Elements.chunkSize }) ?? true {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Elements.chunkSize + Elements.chunkSize / 8)
        }
        // Packed in place: a copy of a chunk for each element would take the time of the whole.
        var packing = ElementPacking(onto: chunks.removeLast())
        packing.add(element)
        chunks.append(packing.bytes)
        count += 1
    }

    func makeIterator() -> Iterator { Iterator(chunks: chunks[...]) }

    struct Iterator: IteratorProtocol {
        fileprivate var chunks: ArraySlice<[UInt8]>
        private var open: ElementUnpacking?

        fileprivate init(chunks: ArraySlice<[UInt8]>) { self.chunks = chunks }

        mutating func next() -> Layout.Element? {
            if open?.isAtEnd ?? true {
                guard let chunk = chunks.popFirst() else { return nil }
                open = ElementUnpacking(chunk)
            }
            return open?.element()
        }
    }

    /// Calls a closure with each element; what it was packed in is let go on the way.
    consuming func forEachLettingGo(_ body: (Layout.Element) -> Void) {
        for index in chunks.indices {
            var chunk = ElementUnpacking(chunks[index])
            chunks[index] = []
            while !chunk.isAtEnd { body(chunk.element()) }
        }
    }

    /// Each element as a closure changes it.
    consuming func changed(_ change: (Layout.Element) -> Layout.Element) -> Elements {
        var changed = Elements()
        forEachLettingGo { changed.append(change($0)) }
        return changed
    }
}
