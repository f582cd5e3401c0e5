"""One's own account: its password, the codes of a telephone, and where one is signed in."""
import base64
import hmac
import time

import pytest
from playwright.sync_api import expect

from browsing import invite, sign_in

PASSWORD, BETTER = "quarry velvet lantern", "octave marble thistle"
WRONG = "The code is not right"


def code(secret, later=0):
    """What an authenticator app shows for a secret, some steps of 30 seconds later (RFC 6238)."""
    step = int(time.time()) // 30 + later
    digest = hmac.digest(base64.b32decode(secret), step.to_bytes(8), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start:start + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


@pytest.fixture
def address(script):
    return f"ada-{time.time_ns()}@merevalley.example"


@pytest.fixture
def page(browser, script, address):
    """The account's page of somebody who may read, and has set a password by the link that they were handed."""
    link = invite(browser(), "Ada Marsh", address, "Reader")
    page = browser(script=script, signed_in=False)
    page.goto(link)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    page.get_by_role("link", name="Ada Marsh").click()
    return page


def give(page, code):
    page.get_by_role("textbox", name="Code").fill(code)
    page.get_by_role("button", name="Go on").click()


def test_codes_are_set_up_asked_for_and_turned_off(page, address, assert_accessible):
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Set up codes").click()
    expect(page.get_by_role("img", name="The secret as a QR code")).to_be_visible()
    secret = page.get_by_text("Secret:").inner_text().removeprefix("Secret:").replace(" ", "")
    page.get_by_role("textbox", name="Code").fill("000000")
    page.get_by_role("button", name="Turn codes on").click()
    expect(page.get_by_role("alert")).to_contain_text(WRONG)
    assert_accessible(page, "second-factor-refused")
    page.get_by_role("textbox", name="Code").fill(code(secret))
    page.get_by_role("button", name="Turn codes on").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    assert_accessible(page, "recovery-codes")
    spare = page.get_by_role("main").get_by_role("listitem").first.inner_text()
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_text("8 recovery codes are left")).to_be_visible()

    # Each code is accepted once, so the app has to show the next.
    for given in (code(secret, later=1), spare):
        page.get_by_role("button", name="Sign out").click()
        sign_in(page, address, PASSWORD)
        expect(page.get_by_role("heading", name="Enter your code")).to_be_visible()
        page.goto("/plans")
        expect(page.get_by_role("heading", name="Plans")).to_have_count(0)
        page.goto("/sign-in/code")
        give(page, "000000")
        expect(page.get_by_role("alert")).to_contain_text(WRONG)
        assert_accessible(page, "code-refused")
        give(page, given)
        expect(page.get_by_role("heading", name="How our promises stand")).to_be_visible()

    page.get_by_role("link", name="Ada Marsh").click()
    expect(page.get_by_text("7 recovery codes are left")).to_be_visible()
    page.get_by_text("Turn codes off").first.click()
    page.locator("details[open]").get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Turn codes off").click()
    expect(page.get_by_role("status")).to_contain_text("Signing in takes your password alone")
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, address, PASSWORD)
    expect(page.get_by_role("heading", name="How our promises stand")).to_be_visible()


def test_a_session_is_ended_and_a_new_password_counts(page, browser, script, address, assert_accessible):
    elsewhere = browser(script=script, signed_in=False)
    sign_in(elsewhere, address, PASSWORD)
    expect(elsewhere.get_by_role("heading", name="How our promises stand")).to_be_visible()
    page.reload()
    expect(page.get_by_text("(this one)")).to_have_count(1)
    page.get_by_role("button", name="End the session").click()
    expect(page.get_by_role("status")).to_contain_text("The session is ended.")
    elsewhere.goto("/plans")
    expect(elsewhere.get_by_role("heading", name="Sign in")).to_be_visible()

    page.get_by_label("Your password now").fill("not the one it is")
    page.get_by_label("New password").fill(BETTER)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("alert")).to_contain_text("This is not your password")
    assert_accessible(page, "account-password-refused")
    page.get_by_label("Your password now").fill(PASSWORD)
    page.get_by_label("New password").fill(BETTER)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("status")).to_contain_text("Your password is changed.")

    sign_in(elsewhere, address, PASSWORD)
    expect(elsewhere.get_by_role("alert")).to_contain_text("There is a problem")
    sign_in(elsewhere, address, BETTER)
    expect(elsewhere.get_by_role("heading", name="How our promises stand")).to_be_visible()
