"""A plan on days of the past, as it was known then, in every view; and what two of them differ by."""
import re

import pytest
from playwright.sync_api import expect

#: The plan came on 2 June 2025, its next version on 1 August; on 1 September a promise of it was stopped.
BEFORE, BETWEEN, AFTER = "2025-07-01", "2025-08-15", "2025-09-15"


@pytest.fixture
def page(browser, script, past_site):
    page = browser(script=script, at=past_site)
    page.goto("/plans/PLN-1")
    return page


def test_a_past_day_shows_in_every_view_what_stood_then(page, assert_accessible):
    main = page.get_by_role("main")
    expect(page.get_by_role("link", name="Survey the roofs of all fourteen depots")).to_be_visible()
    page.get_by_label("As at").fill(BEFORE)
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status").first).to_contain_text("as it stood at the end of 1 July 2025")
    expect(page.get_by_text("26 actions", exact=True)).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Survey the roofs of all twelve depots")
    expect(row).to_contain_text("31 Mar 2027")
    expect(main).not_to_contain_text("library of things")
    assert_accessible(page, "plan-past")

    page.get_by_role("link", name="Timeline").click()
    expect(main).to_contain_text("Survey the roofs of all twelve depots")
    expect(page.get_by_role("img", name="Due 31 March 2027", exact=True).first).to_be_visible()
    page.get_by_role("link", name="By owner").click()
    expect(page.get_by_role("link", name="DW", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="JT", exact=True)).to_have_count(0)

    page.get_by_role("link", name="Show how things stand today").click()
    expect(page.get_by_role("link", name="JT", exact=True)).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("img", name="Due 30 June 2027, first 31 March 2027")).to_be_visible()
    expect(main).to_contain_text("Survey the roofs of all fourteen depots")
    expect(main).to_contain_text("library of things")


def test_a_record_of_a_past_day_leads_to_that_day(page):
    page.goto(f"/plans/PLN-1?as-at={BEFORE}")
    page.get_by_role("link", name="Survey the roofs").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Survey the roofs of all twelve depots for solar panels")
    expect(page.get_by_role("status").first).to_contain_text("1 July 2025")
    expect(page.get_by_role("link", name="Update", exact=True)).to_have_count(0)


def compare(page, start, end):
    page.get_by_role("link", name="Compare two days").click()
    page.get_by_label("From").fill(start)
    page.get_by_label("To").fill(end)
    page.get_by_role("button", name="Compare").click()


def test_two_days_show_what_was_added_closed_put_off_and_reworded(page, assert_accessible):
    compare(page, BEFORE, BETWEEN)
    for title, count, words in [
        ("Added", 4, "library of things"), ("Finished or closed", 2, "Switch street lamps"),
        ("Put off", 2, "31 Mar 2027 to 30 Jun 2027"), ("Reworded", 7, "all twelve fourteen depots"),
        ("Reported on", 2, "Not started → On target"),
    ]:
        part = page.get_by_role("main").locator("section").filter(has=page.get_by_role("heading", name=title))
        expect(part).to_contain_text(words)
        expect(part.get_by_role("listitem")).to_have_count(count)
    assert_accessible(page, "plan-changes-of-versions")


def test_two_later_days_show_what_was_stopped_and_nothing_else(page):
    compare(page, BETWEEN, AFTER)
    expect(page.get_by_role("heading", level=2)).to_have_text(["Finished or closed1"])
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_text(re.compile("^ACT-3 Publish the energy used"))
