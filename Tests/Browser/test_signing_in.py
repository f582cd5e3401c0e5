"""Getting in, getting out, and staying out."""
from playwright.sync_api import expect

from browsing import ADDRESS, PASSWORD


def test_sign_in_leads_where_one_wanted_to_go_and_signing_out_closes_it(browser, script):
    page = browser(script=script, signed_in=False)
    page.goto("/plans/PLN-2?view=owners")
    expect(page).to_have_title("Sign in – Mere Valley – Goldthread")
    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url("/plans/PLN-2?view=owners")

    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You have signed out.")).to_be_visible()
    page.goto("/plans")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_wrong_password_is_refused_in_words(browser, script, assert_accessible):
    page = browser(script=script, signed_in=False)
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill("nobody@merevalley.example")
    page.get_by_label("Password").fill("not the one it is")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page.get_by_label("E-mail address")).to_have_value("nobody@merevalley.example")
    assert_accessible(page)
