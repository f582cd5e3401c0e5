"""By keys alone, as people do who use no mouse: Tab, Shift-Tab, Enter, Space and words."""
import re

from playwright.sync_api import expect

from browsing import ADDRESS, NAME, PASSWORD, figure, has_focus, press, tab_to, write
from served import SEED

PLAN = "Action plan answering recommendations"


def test_sign_in_search_open_update_save(browser, script):
    promise, words = "ACT-38", "Put a hold on recovery action for flooded households"
    page = browser(script=script, signed_in=False)
    page.goto("/sign-in")
    tab_to(page, page.get_by_label("E-mail address"))
    page.keyboard.type(ADDRESS)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How our promises stand")).to_be_visible()

    search = page.get_by_role("searchbox", name="Search records and papers")
    if script:
        page.keyboard.press("/")
    else:
        tab_to(page, search)
    expect(search).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Search")).to_be_visible()
    tab_to(page, page.get_by_role("main").get_by_role("link", name=words, exact=True))
    page.keyboard.press("Enter")

    expect(page.get_by_text(f"Action {promise}")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Update", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Update")).to_be_visible()
    tab_to(page, page.get_by_role("radio").first)
    page.keyboard.press("Space")
    expect(page.get_by_role("radio").first).to_be_checked()
    tab_to(page, page.get_by_label("What was done, and what comes next"))
    said = f"Done without a mouse, {'with' if script else 'without'} script."
    page.keyboard.type(said)
    tab_to(page, page.get_by_role("button", name="Save"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.locator(".updates")).to_contain_text(said)


def test_the_first_tab_skips_to_what_the_page_says(page):
    page.goto("/plans/PLN-2")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/plans/PLN-2#main")
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Recommendations (4)"))


def test_filters_on_a_telephone_open_by_key(browser, script):
    page = browser(script=script, viewport=dict(width=320, height=700))
    page.goto("/plans/PLN-2")
    expect(page.get_by_label("Words")).to_be_hidden()
    tab_to(page, page.get_by_label("Filter, order and day"))
    page.keyboard.press("Space")
    expect(page.get_by_label("Words")).to_be_visible()


def test_a_promise_is_put_off_linked_and_closed(page, promise):
    page.goto(f"/records/{promise}")
    press(page, page.get_by_role("link", name="New date"))
    write(page, page.get_by_label("New date"), "soon")
    write(page, page.get_by_label("Why the date is put off"), "The survey came late")
    write(page, page.get_by_label("Approved by"), "Scrutiny Board")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Write a date, a month or a quarter")
    press(page, page.get_by_role("alert").get_by_role("link"))
    expect(page.get_by_label("New date")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("March 2031")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("31 March 2031")

    press(page, page.get_by_role("link", name="Link", exact=True))
    press(page, page.get_by_role("radio", name="answers"), "Space")
    write(page, page.get_by_label("which record?"), "REC-1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("REC-1")

    press(page, page.get_by_role("link", name="Close", exact=True))
    press(page, page.get_by_role("radio", name="Completed"), "Space")
    write(page, page.get_by_label("Reason"), "The work is done")
    press(page, page.get_by_role("button", name="Close it"))
    expect(page.locator(".standing-finished")).to_be_visible()


def test_a_list_is_narrowed_and_its_columns_chosen(page):
    page.goto("/plans/PLN-2")
    tab_to(page, page.get_by_role("combobox", name="Standing"))
    # Each arrow chooses; the page must wait until it is told.
    for standing in ("Overdue", "Due in 30 days"):
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("combobox", name="Standing").locator("option:checked")).to_have_text(standing)
    page.keyboard.press("ArrowUp")
    press(page, page.get_by_text("Columns", exact=True))
    press(page, page.get_by_role("checkbox", name="First due"), "Space")
    tab_to(page, page.get_by_label("Words"), "Shift+Tab")
    page.keyboard.type("flood")
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="First due")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("match")
    expect(page).to_have_url(re.compile("standing=overdue"))
    expect(page).to_have_url(re.compile("text=flood"))


def test_two_days_are_compared_by_keys(page):
    page.goto("/plans/PLN-2")
    press(page, page.get_by_role("link", name="Compare two days"))
    tab_to(page, page.get_by_label("From"))
    page.keyboard.type("01012020")
    press(page, page.get_by_role("button", name="Compare"))
    expect(page.get_by_text("From the end of 1 January 2020")).to_be_visible()
    expect(page.get_by_role("heading", name="Added")).to_be_visible()


def test_a_paper_is_brought_in_reviewed_kept_and_taken_back(own_page):
    page = own_page
    # Whoever listens only once the key is pressed may miss what it opens.
    page.on("filechooser", lambda _: None)
    page.goto("/")
    press(page, page.get_by_role("link", name="Import", exact=True))
    expect(page.get_by_role("heading", name="Bring in papers")).to_be_visible()
    tab_to(page, page.get_by_label("Papers", exact=True))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(SEED)
    press(page, page.get_by_role("button", name="Read them"))
    expect(page.get_by_role("button", name="Drop it: keep nothing")).to_be_visible()

    findings = page.get_by_role("region", name=re.compile(" on line "))
    undecided = figure(page, "undecided")
    assert undecided > 1
    press(page, page.get_by_role("link", name="Undecided"))
    expect(findings).to_have_count(undecided)
    press(page, findings.first.get_by_role("button", name="Accept", exact=True))
    expect(findings).to_have_count(undecided - 1)
    page.keyboard.press("Tab")
    assert has_focus(findings.first), "who decides one finding goes on at the next"

    press(page, page.get_by_role("link", name="All", exact=True), back=True)
    cards = page.get_by_role("region", name=re.compile("^recommendation on line "))
    press(page, cards.nth(0).get_by_text("Put right or merge"))
    tab_to(page, cards.nth(0).get_by_label("Words", exact=True))
    page.keyboard.press("Control+A")
    page.keyboard.type("Paint the boathouse at Otter Quay yellow")
    tab_to(page, cards.nth(0).get_by_label("Reference", exact=True))
    page.keyboard.press("Enter")
    expect(cards.nth(0)).to_contain_text("put right")
    page.keyboard.press("Tab")
    assert has_focus(cards.nth(0)), "who changes a finding is still there"
    press(page, cards.nth(1).get_by_text("Put right or merge"))
    write(page, cards.nth(1).get_by_label("reference, such as REC-104"), "REC-1")
    page.keyboard.press("Enter")
    expect(cards.nth(1)).to_contain_text("merged")
    press(page, cards.nth(2).get_by_role("button", name="Set aside"))
    expect(cards.nth(2)).to_contain_text("set aside")

    press(page, page.get_by_role("button", name=re.compile("^Keep ")), back=True)
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    press(page, page.get_by_role("link", name="Take it back"))
    press(page, page.get_by_role("button", name="Take it back"))
    expect(page.get_by_role("status")).to_contain_text("is taken back")


def keeping(page, link):
    """Goes to a page of the administration by keys."""
    page.goto("/")
    press(page, page.get_by_role("navigation", name="Main").get_by_role("link", name="Administration"))
    expect(page.get_by_role("heading", name="Administration")).to_be_visible()
    press(page, page.get_by_role("main").get_by_role("link", name=link))


def test_somebody_is_invited_and_given_a_role(own_page):
    page = own_page
    keeping(page, "Accounts")
    press(page, page.get_by_role("link", name="Invite somebody"))
    write(page, page.get_by_label("Name", exact=True), "Olive Marsh")
    write(page, page.get_by_label("E-mail address"), "olive@wexcombe.example")
    press(page, page.get_by_role("button", name="Make the account"))
    expect(page.get_by_role("main")).to_contain_text("This account has no role at any council")
    press(page, page.get_by_role("link", name="Back to all accounts"))
    press(page, page.get_by_role("link", name="Olive Marsh"))
    press(page, page.get_by_role("group", name="The whole partnership").get_by_label("Officer", exact=True), "Space")
    press(page, page.get_by_role("button", name="Save"))
    expect(page.get_by_role("row").filter(has_text="Olive Marsh")).to_contain_text("Whole partnership: Officer")


def test_two_people_are_merged_and_taken_apart(own_page):
    page = own_page
    keeping(page, "People and posts")
    press(page, page.get_by_role("link", name="Add a person"))
    write(page, page.get_by_label("Name", exact=True), "Theodora Quill")
    press(page, page.get_by_role("button", name="Add"))
    press(page, page.get_by_role("link", name="T. Quill may be Theodora Quill"))
    press(page, page.get_by_role("button", name="Yes, the two are one"))
    press(page, page.get_by_role("link", name="Theodora Quill", exact=True))
    press(page, page.get_by_role("link", name=re.compile(r"^T\. Quill \(PER-")))
    press(page, page.get_by_role("button", name="They are not the same: take them apart"))
    expect(page.get_by_role("status")).to_contain_text("The two are apart again")


def test_a_plan_is_published(own_page):
    page = own_page
    keeping(page, "Plans and their statuses")
    press(page, page.get_by_role("link", name=PLAN))
    press(page, page.get_by_label("Anybody, on the public pages"), "Space")
    press(page, page.get_by_role("button", name="Save"))
    expect(page.get_by_role("status")).to_contain_text("is saved.")
    keeping(page, "Settings of the partnership")
    press(page, page.get_by_label("Anybody may read published plans"), "Space")
    press(page, page.get_by_role("button", name="Save"))
    expect(page.get_by_role("status")).to_contain_text("The settings are saved.")
    page.goto("/public")
    press(page, page.get_by_role("link", name=PLAN))
    tab_to(page, page.get_by_role("combobox", name="Standing"))
    page.keyboard.type("Finished")
    press(page, page.get_by_role("button", name="Show"))
    expect(page).to_have_url(re.compile("standing=finished"))


def test_a_password_is_changed_and_one_signs_out(own_page):
    page, password = own_page, "marble thistle octave"
    page.goto("/")
    press(page, page.get_by_role("link", name=NAME))
    write(page, page.get_by_label("Your password now"), PASSWORD)
    write(page, page.get_by_label("New password"), password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_be_visible()
    press(page, page.get_by_role("button", name="Sign out"))
    expect(page.get_by_role("status")).to_contain_text("You have signed out.")
    write(page, page.get_by_label("E-mail address"), ADDRESS)
    write(page, page.get_by_label("Password"), password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How our promises stand")).to_be_visible()


def test_a_plan_is_put_in_order_by_its_heads(page):
    page.goto("/plans/PLN-2")
    press(page, page.get_by_role("columnheader", name="Due").get_by_role("link"))
    expect(page.get_by_role("columnheader", name="Due")).to_have_attribute("aria-sort", "ascending")
    press(page, page.get_by_role("columnheader", name="Due").get_by_role("link"))
    expect(page.get_by_role("columnheader", name="Due")).to_have_attribute("aria-sort", "descending")
