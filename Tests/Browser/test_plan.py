"""A plan's page: what narrows and orders it, its views, its pages, past days, and what changed between two."""
import re

import pytest
from playwright.sync_api import expect

PLAN = "/plans/PLN-2"


@pytest.fixture
def show(page):
    """Takes the filters over."""
    return lambda: page.get_by_role("button", name="Show").click()


def test_a_choice_by_mouse_takes_effect_at_once_where_there_is_script(page, script):
    page.goto(PLAN)
    standing = page.get_by_role("combobox", name="Standing")
    standing.dispatch_event("pointerdown")
    standing.select_option("Overdue")
    if script:
        expect(page).to_have_url(re.compile("standing=overdue"))
    expect(page.get_by_role("status")).to_contain_text("match" if script else "1 to 50 shown")


def test_filters_narrow_the_table_and_are_cleared(page, show):
    page.goto(PLAN)
    expect(page.get_by_role("status")).to_contain_text("107 actions, 1 to 50 shown")
    page.get_by_role("combobox", name="Standing").select_option("Overdue")
    show()
    expect(page.get_by_role("status")).to_contain_text("match")
    page.get_by_label("Words").fill("flood")
    show()
    expect(page).to_have_url(re.compile("text=flood"))
    expect(page).to_have_url(re.compile("standing=overdue"))
    for row in page.locator(".records tbody tr:not(.theme)").all():
        expect(row).to_contain_text("overdue")
    page.get_by_role("link", name="Clear all").click()
    expect(page.get_by_role("status")).to_contain_text("107 actions, 1 to 50 shown")


def test_order_by_due_day(page, show):
    page.goto(PLAN)
    page.get_by_label("Order", exact=True).select_option("Due day")
    show()
    expect(page).to_have_url(re.compile("sort=due"))
    days = [time.get_attribute("datetime") for time in page.locator(".records [data-title=Due] time").all()]
    assert len(days) > 20 and days == sorted(days)


def test_columns_are_chosen(page, show):
    page.goto(PLAN)
    page.get_by_text("Columns", exact=True).click()
    page.get_by_label("First due").check()
    page.get_by_role("checkbox", name="Standing").uncheck()
    show()
    expect(page.get_by_role("columnheader", name="First due")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Standing")).to_have_count(0)


def test_pages_go_on_and_back(page):
    page.goto(PLAN)
    pages = page.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="Next").click()
    expect(page.get_by_role("status")).to_contain_text("51 to 100 shown")
    pages.get_by_role("link", name="Page 3").click()
    expect(page.get_by_role("status")).to_contain_text("101 to 107 shown")
    pages.get_by_role("link", name="Previous").click()
    expect(page.get_by_role("status")).to_contain_text("51 to 100 shown")


def test_a_past_day_stays_chosen_from_view_to_view(page):
    page.goto(PLAN + "?as-at=2020-01-31")
    expect(page.get_by_role("main")).to_contain_text("There was no record “PLN-2” on 31 January 2020.")
    page.get_by_role("link", name="Show how things stand today").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Flood Recovery")


def test_timeline_draws_a_bar_for_each_promise_with_a_day(page):
    page.goto(PLAN)
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("img", name=re.compile("^Due 31 July 2025")).first).to_be_visible()
    assert page.locator(".timeline .lane").count() > 80


def test_by_owner_shows_the_load_and_leads_to_the_promises(page):
    page.goto(PLAN)
    page.get_by_role("link", name="By owner").click()
    row = page.locator(".progress-table tbody tr").first
    count = row.locator("[data-title=Promises]").inner_text()
    row.get_by_role("link").click()
    expect(page.get_by_role("status")).to_contain_text(f"{count} actions match")


def test_two_days_are_compared(page):
    page.goto(PLAN)
    page.get_by_role("link", name="Compare two days").click()
    page.get_by_label("From").fill("2020-01-01")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", name="Added")).to_be_visible()
    page.get_by_role("link", name="ACT-1 ").first.click()
    expect(page.get_by_text("Action ACT-1")).to_be_visible()


def test_days_in_either_order_are_compared(page):
    page.goto(PLAN + "/changes?from=2026-02-01&to=2026-01-01")
    expect(page.get_by_role("main")).to_contain_text("From the end of 1 January 2026 to the end of 1 February 2026.")
