/// What a heading says of the text under it. The raw value is its name in the lexicon.
enum Section: String, Sendable, Hashable, CaseIterable {
    case recommendations, agenda, attendance, consulted, objectives, priorities, workProgramme, unallocated, author, key
    case contents, risks, background, savings, live, projects, actions, peers
}
