"""What an administrator keeps: who may sign in, who is who, how plans are followed, and what anybody may read."""
import time

from playwright.sync_api import expect

from browsing import invite

PLAN = "Action plan answering recommendations"


def keeping(page, link):
    """Goes to a page of the administration, as people find it."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Administration").click()
    page.get_by_role("main").get_by_role("link", name=link).click()


def test_an_officer_of_one_council_is_invited_and_sees_what_they_may(page, browser, script, assert_accessible):
    address = f"olive-{time.time_ns()}@wexcombe.example"
    link = invite(page, "Olive Marsh", address, "Officer", place="Wexcombe Borough Council")
    assert_accessible(page, "invitation-link")
    page.get_by_role("link", name="Back to all accounts").click()
    row = page.get_by_role("row").filter(has_text=address)
    expect(row).to_contain_text("Wexcombe Borough Council: Officer")
    expect(row).to_contain_text("Invited")

    officer = browser(script=script, signed_in=False)
    officer.goto(link)
    expect(officer.get_by_text(f"Choose a password for {address}")).to_be_visible()
    officer.get_by_label("Password").fill("short")
    officer.get_by_role("button", name="Set the password").click()
    expect(officer.get_by_role("alert")).to_be_visible()
    assert_accessible(officer, "welcome-refused")
    officer.get_by_label("Password").fill("marble thistle octave")
    officer.get_by_role("button", name="Set the password").click()
    parts = officer.get_by_role("navigation", name="Main").get_by_role("link")
    expect(parts).to_have_text(["Home", "Plans", "Recommendations", "My promises", "Import"])
    officer.get_by_role("link", name="Plans", exact=True).click()
    expect(officer.get_by_role("main")).to_contain_text("Joint Performance Board")
    expect(officer.get_by_role("main")).not_to_contain_text("Flood Recovery and Renewal Plan")
    for refused in ("/plans/PLN-2", "/records/ACT-104", "/keeping/accounts"):
        assert officer.goto(refused).status == 403
    assert_accessible(officer, "refused")

    page.reload()
    expect(row).to_contain_text("Signs in")
    assert officer.goto(link).status >= 400, "the link works once"


def test_people_are_added_and_merged_a_plan_gets_its_statuses_and_is_published(
        own_page, browser, script, own_site, assert_accessible):
    page, anybody = own_page, browser(script=script, signed_in=False, at=own_site)
    page.goto("/")
    keeping(page, "People and posts")
    answered = page.get_by_role("row").filter(has_text="T. Quill").get_by_role("cell").last
    count = int(answered.inner_text().split()[0])
    assert count > 0
    page.get_by_role("link", name="Add a person").click()
    page.get_by_label("Name", exact=True).fill("Theodora Quill")
    page.get_by_label("Post", exact=True).fill("Director of Finance")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("status").first).to_contain_text("is saved")
    page.get_by_role("link", name="T. Quill", exact=True).click()
    page.get_by_role("link", name="Merge with another record of the same").click()
    page.get_by_role("link", name="Theodora Quill").click()
    expect(page.get_by_text(f"{count} promises move from T. Quill to Theodora Quill")).to_be_visible()
    assert_accessible(page, "merge")
    page.get_by_role("button", name="Yes, the two are one").click()
    row = page.get_by_role("row").filter(has_text="Theodora Quill")
    expect(row.get_by_role("cell").last).to_contain_text(f"{count} promises")
    expect(page.get_by_role("link", name="T. Quill", exact=True)).to_have_count(0)

    keeping(page, "Plans and their statuses")
    page.get_by_role("link", name=PLAN).click()
    page.get_by_role("link", name="Choose or change its statuses").click()
    page.get_by_label("Begin from").select_option(index=2)
    page.get_by_role("button", name="Fill in").click()
    page.get_by_role("button", name="Add another level").click()
    page.get_by_label("What the scheme is called").fill("Quill's levels")
    level = page.get_by_role("group", name="Another level").first
    level.get_by_label("Name").fill("Becalmed")
    level.get_by_label("Meaning").fill("Waits for wind.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("have the same shape and tone")
    assert_accessible(page, "scheme-refused")
    page.get_by_role("group", name="Becalmed").get_by_label("Shape").select_option("square")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("PLN-1 is saved.")
    expect(page.get_by_role("main")).to_contain_text("Quill's levels")
    page.goto("/records/ACT-2/update")
    expect(page.get_by_role("radio", name="Becalmed")).to_be_visible()

    assert anybody.goto("/public").status >= 400
    keeping(page, "Plans and their statuses")
    page.get_by_role("link", name=PLAN).click()
    page.get_by_label("Anybody, on the public pages").check()
    page.get_by_role("button", name="Save").click()
    assert anybody.goto("/public").status >= 400, "public pages are off still"
    keeping(page, "Settings of the partnership")
    page.get_by_label("Anybody may read published plans").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("The settings are saved.")

    anybody.goto("/public")
    anybody.get_by_role("link", name=PLAN).click()
    expect(anybody.get_by_role("main")).to_contain_text("Director of Finance")
    expect(anybody.get_by_role("main")).not_to_contain_text("Quill")
    expect(anybody.get_by_role("navigation", name="Main")).to_have_count(0)
    assert_accessible(anybody, "public-plan-with-posts")
    anybody.goto("/records/ACT-2")
    expect(anybody.get_by_role("heading", name="Sign in")).to_be_visible()
