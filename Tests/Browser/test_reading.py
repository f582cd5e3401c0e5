"""Finding out how things stand: home, plans, lists, records, search."""
import re

from playwright.sync_api import expect

PLAN = "Flood Recovery and Renewal Plan 2025/26"


def test_home_leads_to_what_is_late(page):
    page.goto("/")
    figure = page.locator(".figure").filter(has_text="overdue")
    count = re.search(r"\d+", figure.inner_text())[0]
    figure.get_by_role("link").click()
    expect(page.get_by_role("status")).to_contain_text(f"{count} match")
    expect(page.locator(".records .standing-overdue")).to_have_count(50)


def test_home_as_at_a_past_day_shows_what_was_known_then(page):
    page.goto("/?as-at=2026-01-31")
    expect(page.get_by_role("status")).to_contain_text("31 January 2026")
    expect(page.get_by_role("main")).to_contain_text("The ledger held no promises yet on 31 January 2026")
    page.get_by_role("link", name="Show how things stand today").click()
    expect(page.get_by_role("heading", name="Progress by plan")).to_be_visible()


def test_plans_lead_to_a_plan(page):
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Plans").click()
    page.get_by_role("link", name=PLAN).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PLAN)


def test_a_record_shows_its_thread_up_to_the_paper_and_the_row_as_printed(page):
    page.goto("/records/ACT-104")
    expect(page.locator(".crumbs")).to_contain_text(PLAN)
    expect(page.locator(".thread-list")).to_contain_text("page 13, table 14, row 12, line 286")
    row = page.get_by_role("region", name="Row of the paper")
    expect(row.get_by_role("columnheader", name="By when")).to_be_visible()
    expect(row).to_contain_text("From Oct 2025")
    expect(row).not_to_contain_text("|")


def test_a_recommendation_shows_its_words_as_printed(page):
    page.goto("/records/REC-1")
    expect(page.locator(".printed-lines mark")).to_contain_text("Choose fewer priorities")


def test_a_record_out_of_a_pdf_shows_its_page(page):
    page.goto("/records/ACT-108")
    page.get_by_text("Show the page").click()
    picture = page.get_by_role("img", name="The page on which ACT-108 was found, its row marked")
    picture.scroll_into_view_if_needed()
    answer = page.request.get(picture.get_attribute("src"))
    assert answer.ok and answer.headers["content-type"] == "image/png"


def test_every_recommendation_says_what_answers_it(page):
    page.goto("/")
    page.get_by_role("link", name="Recommendations", exact=True).click()
    page.get_by_role("link", name="Choose fewer priorities").first.click()
    expect(page.get_by_role("heading", name="Thread")).to_be_visible()


def test_search_marks_the_words_and_leads_to_the_record(page):
    page.goto("/")
    page.get_by_role("searchbox", name="Search records and papers").fill("flooded households")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("mark").first).to_have_text(re.compile("flooded|households", re.IGNORECASE))
    page.get_by_role("link", name="Put a hold on recovery action for flooded households", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Put a hold on recovery action")


def test_search_for_what_is_nowhere_says_so(page):
    page.goto("/search?q=xylophone")
    expect(page.get_by_role("status")).to_have_text("Nothing holds all of these words.")
