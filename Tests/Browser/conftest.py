"""What tests take: the site, a browser, an account that has signed in, and promises that nobody else has touched."""
import json
import os
import pathlib
import subprocess

import pytest
from playwright.sync_api import sync_playwright

import browsing
import served

BINARY = pathlib.Path(os.environ.get("GOLDTHREAD_BINARY", served.ROOT / ".build" / "debug" / "goldthread"))


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    return served.example_ledger(BINARY, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="session")
def site(ledger):
    site = served.Served(BINARY, ledger, ledger.with_name("site.accounts"))
    yield site
    site.close()


@pytest.fixture(scope="session")
def new_site(ledger):
    """The same ledger before anybody has an account: its link can be looked at and is not used up."""
    site = served.Served(BINARY, ledger, ledger.with_name("new-site.accounts"))
    yield site
    site.close()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = browsing.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def session(site, chromium):
    """The cookies of somebody who has signed in and may do everything."""
    context = chromium.new_context()
    browsing.make_account(context, site)
    browsing.begin_review(context, site)
    browsing.turn_on_public_pages(context, site)
    cookies = context.storage_state()
    context.close()
    return cookies


@pytest.fixture
def browser(site, session, chromium):
    """Opens windows of browsers that have signed in; complains at the end of all that they complained of."""
    faults, contexts = [], []

    def open_page(script=True, signed_in=True, viewport=browsing.WIDE):
        context = chromium.new_context(
            base_url=site.address, java_script_enabled=script, viewport=viewport,
            storage_state=session if signed_in else None)
        context.set_default_timeout(10_000)
        browsing.watch(context, faults)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def script(request):
    """Every journey goes with JavaScript and without."""
    return request.param


@pytest.fixture
def assert_accessible(script):
    """Asks axe-core, which is script itself and has nothing to say where there is none."""

    def assert_accessible(page):
        found = browsing.violations(page) if script else []
        assert not found, "\n" + "\n".join(found)

    return assert_accessible


@pytest.fixture
def page(browser, script):
    return browser(script=script)


@pytest.fixture(scope="session")
def untouched(ledger):
    """Promises of the recovery plan that nobody has changed yet, one for each time that it is asked."""
    command = [BINARY, "list", "action", "--plan", "PLN-2", "--standing", "open", "--ledger", ledger, "--format", "json"]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return iter([row["reference"] for row in rows])


@pytest.fixture
def promise(untouched):
    return next(untouched)
