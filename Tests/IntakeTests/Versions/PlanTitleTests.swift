import Testing

@testable import Intake

@Suite struct PlanTitleTests {
    @Test(arguments: [
        ("Flood Recovery Plan Quarter 1 2026/27", "Flood Recovery Plan Quarter 2 2026/27"),
        ("Flood Recovery Plan – June 2026", "Flood Recovery Plan (September 2026)"),
        ("Flood Recovery Plan v2", "FLOOD RECOVERY PLAN V3 FINAL"),
        ("Draft Flood Recovery Plan", "Flood Recovery Plan, version b"),
        ("Corporate Risk Register Q3", "Corporate Risk Register, quarter four"),
        ("Annual Performance Report 2025", "Performance Report end of year 2026"),
    ]) func `a title in another quarter, month, year or version is the same title`(one: String, other: String) {
        #expect(PlanTitle(one).likeness(to: PlanTitle(other)) == 1)
    }

    @Test(arguments: [
        ("Flood Recovery Plan", "Housing Recovery Plan"), ("Peer Challenge Report", "Peer Challenge Action Plan"),
        ("Corporate Peer Challenge Report", "Corporate Peer Challenge Progress Report"),
        ("June 2026", "September 2026"), ("Corporate Risk Register", "Savings Register"),
    ]) func `another subject is another title, and a date alone is none`(one: String, other: String) {
        #expect(PlanTitle(one).likeness(to: PlanTitle(other)) < PlanTitle.alike)
    }
}
