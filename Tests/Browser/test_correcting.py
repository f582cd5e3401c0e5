"""Putting right: words, themes and owners, updates made in error, ends that came too early, records that no paper holds."""
from playwright.sync_api import expect


def test_words_and_owners_are_changed_and_history_says_so(page, promise, assert_accessible):
    page.goto(f"/records/{promise}")
    old = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Change", exact=True).click()
    expect(page.get_by_label("What is promised")).to_have_value(old)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is changed")
    expect(page.get_by_role("alert")).to_contain_text("Give the reason")

    page.get_by_label("What is promised").fill(f"{old}, by hand")
    page.get_by_label("Another owner").fill("Nobody At All")
    page.get_by_label("Why it is changed").fill("As the Board asked")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody in the ledger is called “Nobody At All”")
    assert_accessible(page, "change-problems")
    page.get_by_label("Another owner").fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{old}, by hand")
    expect(page.locator(".history")).to_contain_text("As the Board asked")


def test_an_update_made_in_error_is_taken_back(page, promise, assert_accessible):
    page.goto(f"/records/{promise}/update")
    page.get_by_label("On Target").check()
    page.get_by_label("What was done, and what comes next").fill("Meant for another one.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Take back").click()
    expect(page.get_by_role("main")).to_contain_text("Meant for another one.")
    assert_accessible(page)
    page.get_by_label("Why it is taken back").fill("It was about another promise")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.locator(".updates")).to_have_count(0)
    expect(page.locator(".history")).to_contain_text("It was about another promise")


def test_what_is_reported_as_done_is_closed_and_opened_again(page, promise, assert_accessible):
    page.goto(f"/records/{promise}/update")
    page.get_by_label("Completed").check()
    page.get_by_label("What was done, and what comes next").fill("All is done.")
    page.get_by_label("Where to look").fill("Minute 14")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("It stays open until an officer")
    assert_accessible(page, "awaits-closing")
    page.goto("/")
    expect(page.get_by_role("heading", name="Reported as ended, to be closed")).to_be_visible()

    page.goto(f"/records/{promise}")
    page.get_by_role("link", name="Close it").click()
    expect(page.get_by_label("Completed")).to_be_checked()
    expect(page.get_by_role("main")).to_contain_text("Kept with the report: Minute 14")
    page.get_by_label("Reason").fill("Seen on site")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("heading", name="How it ended")).to_be_visible()
    assert_accessible(page, "how-it-ended")

    page.get_by_role("link", name="Open again").click()
    page.get_by_label("Why it is opened again").fill("It leaks")
    page.get_by_role("button", name="Open it again").click()
    expect(page.get_by_role("link", name="Update", exact=True)).to_be_visible()
    expect(page.locator(".history")).to_contain_text("It leaks")


def test_a_record_is_added_by_hand(own_page, assert_accessible):
    page = own_page
    page.goto("/plans/PLN-1")
    page.get_by_role("link", name="Add a record").click()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(2)
    assert_accessible(page, "add-problems")
    page.get_by_label("What is promised").fill("Buy two boats")
    page.get_by_label("Due").fill("March 2031")
    page.get_by_label("Where it comes from").fill("Cabinet, minute 12")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Buy two boats")
    expect(page.get_by_role("main")).to_contain_text("31 March 2031")
