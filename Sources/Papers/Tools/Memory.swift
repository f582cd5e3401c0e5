import CMalloc

/// What the C library is told of memory, so that a long paper takes little more of it than a short one.
public enum Memory {
    /// Lets all threads take memory from one heap: what one of them freed, the next can use.
    public static func shareOneHeap() {
        #if canImport(Glibc)
            _ = mallopt(M_ARENA_MAX, 1)
        #endif
    }

    /// Gives back to the system what was freed between things that are still kept.
    static func giveBack() {
        #if canImport(Glibc)
            _ = malloc_trim(0)
        #endif
    }
}
