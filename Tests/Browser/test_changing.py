"""Saying how a promise goes, giving it a new date, ending it; and two people at one record."""
import pytest
from playwright.sync_api import expect

from browsing import ADDRESS, NARROW, PASSWORD, overflow


def needy_level(page):
    """The first level that takes a cause and a corrective action."""
    return page.locator(".choice", has_text="Needs a cause").first.get_by_role("radio")


def test_a_level_that_needs_a_cause_is_refused_without_and_saved_with(page, promise, assert_accessible):
    page.goto(f"/records/{promise}")
    page.get_by_role("link", name="Update", exact=True).click()
    needy_level(page).check()
    page.get_by_label("What was done, and what comes next").fill("The contractor has left the site.")
    page.get_by_role("button", name="Save").click()

    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("needs a cause")
    expect(needy_level(page)).to_be_checked()
    assert_accessible(page)
    alert.get_by_role("link").first.click()
    expect(page.get_by_label("Cause", exact=True)).to_be_focused()

    page.get_by_label("Cause", exact=True).fill("Insolvency of the contractor")
    page.get_by_label("Corrective action").fill("The second bidder is asked")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.get_by_role("main")).to_contain_text("The contractor has left the site.")
    expect(page.get_by_role("main")).to_contain_text("Insolvency of the contractor")


def test_a_cause_is_asked_for_where_the_level_needs_it(page, promise, script):
    page.goto(f"/records/{promise}/update")
    cause = page.get_by_label("Cause", exact=True)
    if script:
        expect(cause).to_be_hidden()
        needy_level(page).check()
    expect(cause).to_be_visible()
    expect(page.get_by_text("Only if it is", exact=False).first).to_be_visible()
    page.get_by_label("On Target").check()
    expect(cause).to_be_visible() if not script else expect(cause).to_be_hidden()


def test_all_that_is_wrong_is_said_at_once(page, promise, assert_accessible):
    page.goto(f"/records/{promise}/update")
    needy_level(page).check()
    page.get_by_label("How much is done").fill("most of it")
    page.get_by_role("button", name="Save").click()
    problems = page.get_by_role("alert").get_by_role("link")
    expect(problems).to_have_count(4)
    assert_accessible(page, "update-problems")
    problems.filter(has_text="whole number").click()
    expect(page.get_by_label("How much is done")).to_be_focused()
    expect(page.get_by_label("How much is done")).to_have_value("most of it")


def test_going_back_and_saving_again_says_it_once(page, promise):
    page.goto(f"/records/{promise}/update")
    words = "The pumps are tested."
    for _ in range(2):
        page.get_by_label("On Target").check()
        page.get_by_label("What was done, and what comes next").fill(words)
        page.get_by_role("button", name="Save").click()
        status = page.get_by_role("status")
        expect(status).to_be_visible()
        told = status.inner_text()
        page.go_back()
    assert "not added a second time" in told
    page.goto(f"/records/{promise}")
    expect(page.locator(".updates .said")).to_have_count(1)


def test_what_was_typed_outlives_the_session(page, promise, assert_accessible):
    words = "Three “new” pumps <are> in.\nThe fourth follows."
    page.goto(f"/records/{promise}/update")
    page.get_by_label("On Target").check()
    page.get_by_label("What was done, and what comes next").fill(words)
    page.get_by_label("File").set_input_files(dict(name="pump.txt", mimeType="text/plain", buffer=b"p" * 40_000))
    page.context.clear_cookies()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("You were signed out before you sent this")).to_be_visible()
    expect(page.locator(".said").filter(has_text="The fourth follows.")).to_be_visible()
    assert_accessible(page, "signed-out-while-writing")

    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="You are signed in again")).to_be_visible()
    page.get_by_label("File").set_input_files(dict(name="pump.txt", mimeType="text/plain", buffer=b"p" * 40_000))
    assert_accessible(page, "signed-in-again")
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.locator(".updates .said")).to_have_text(words)
    expect(page.locator(".evidence")).to_contain_text("pump.txt")


def test_evidence_is_kept_with_an_update(page, promise):
    page.goto(f"/records/{promise}/update")
    page.get_by_label("On Target").check()
    page.get_by_label("What was done, and what comes next").fill("The photograph shows it.")
    page.get_by_label("File").set_input_files(
        dict(name="sluice.txt", mimeType="text/plain", buffer=f"As seen for {promise}".encode()))
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".evidence")).to_contain_text("sluice.txt")


def test_a_new_date_keeps_the_first(page, promise, assert_accessible):
    page.goto(f"/records/{promise}")
    page.get_by_role("link", name="New date").click()
    page.get_by_label("New date").fill("soon")
    page.get_by_label("Why the date is put off").fill("The survey came late")
    page.get_by_label("Approved by").fill("Scrutiny Board")
    page.get_by_role("button", name="Save the new date").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a date, a month or a quarter")
    assert_accessible(page)

    page.get_by_label("New date").fill("March 2031")
    page.get_by_role("button", name="Save the new date").click()
    expect(page.get_by_role("main")).to_contain_text("31 March 2031")
    expect(page.get_by_role("main")).to_contain_text("put off once")


def test_a_promise_is_closed_with_its_reason(page, promise, assert_accessible):
    page.goto(f"/records/{promise}")
    page.get_by_role("link", name="Close", exact=True).click()
    page.get_by_label("Reason").fill("The work is done")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose how it ended")
    assert_accessible(page)

    page.get_by_label("Completed").check()
    page.get_by_label("Where to look").fill("Minute 12 of the Scrutiny Board")
    page.get_by_role("button", name="Close it").click()
    expect(page.locator(".standing-finished")).to_be_visible()
    expect(page.locator(".evidence")).to_contain_text("Minute 12")
    expect(page.get_by_role("link", name="Update", exact=True)).to_have_count(0)


def test_two_people_at_one_record_lose_nothing_and_see_both(browser, script, promise, assert_accessible):
    mine, theirs = browser(script=script), browser(script=script)
    for page, words in ((mine, "The east bank is done."), (theirs, "The west bank is done.")):
        page.goto(f"/records/{promise}/update")
        page.get_by_label("On Target").check()
        page.get_by_label("What was done, and what comes next").fill(words)
    theirs.get_by_role("button", name="Save").click()
    expect(theirs.get_by_role("status")).to_contain_text("Saved.")

    mine.get_by_role("button", name="Save").click()
    expect(mine.get_by_role("alert")).to_contain_text("nothing of yours is saved yet")
    expect(mine.get_by_role("alert")).to_contain_text("The west bank is done.")
    expect(mine.get_by_label("What was done, and what comes next")).to_have_value("The east bank is done.")
    assert_accessible(mine)
    mine.set_viewport_size(NARROW)
    assert overflow(mine) <= 0

    mine.get_by_role("button", name="Save").click()
    expect(mine.locator(".updates")).to_contain_text("The east bank is done.")
    expect(mine.locator(".updates")).to_contain_text("The west bank is done.")


@pytest.mark.parametrize("form, field", [("re-programme", "Why the date is put off"), ("close", "Reason")])
def test_other_forms_lose_nothing_to_a_conflict_either(browser, script, promise, form, field):
    mine, theirs = browser(script=script), browser(script=script)
    mine.goto(f"/records/{promise}/{form}")
    if form == "close":
        mine.get_by_label("Completed").check()
    else:
        mine.get_by_label("New date").fill("March 2031")
        mine.get_by_label("Approved by").fill("Scrutiny Board")
    mine.get_by_label(field).fill("As the Board said")
    theirs.goto(f"/records/{promise}/update")
    theirs.get_by_label("On Target").check()
    theirs.get_by_label("What was done, and what comes next").fill("It goes well.")
    theirs.get_by_role("button", name="Save").click()
    expect(theirs.get_by_role("status")).to_contain_text("Saved.")

    mine.locator("main [type=submit]").click()
    expect(mine.get_by_role("alert")).to_contain_text("It goes well.")
    expect(mine.get_by_label(field)).to_have_value("As the Board said")
    mine.locator("main [type=submit]").click()
    expect(mine.get_by_role("status")).to_contain_text("Saved.")
