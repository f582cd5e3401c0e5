"""What tests take: the site, a browser, an account that has signed in, and promises that nobody else has touched."""
import json
import os
import pathlib
import shutil
import subprocess

import pytest
from playwright.sync_api import expect, sync_playwright

import browsing
import served

BINARY = pathlib.Path(os.environ.get("GOLDTHREAD_BINARY", served.ROOT / ".build" / "debug" / "goldthread"))

# Passwords take long on purpose, and longer where the machine does something else too.
expect.set_options(timeout=browsing.PATIENCE)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    return served.example_ledger(BINARY, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="session")
def site(ledger, signed_in):
    site = served.Served(BINARY, ledger, ledger.with_name("site.accounts"))
    # Import 1 stays under review.
    signed_in(site, lambda page: browsing.bring_in(page, browsing.REVIEWED), browsing.turn_on_public_pages)
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
def signed_in(chromium):
    """Lets somebody sign in who may do everything, on a site that is new."""

    def signed_in(site, *first):
        context = chromium.new_context(base_url=site.address)
        page = context.new_page()
        browsing.make_account(page, site)
        for step in first:
            step(page)
        site.cookies = context.storage_state()
        context.close()

    return signed_in


@pytest.fixture
def browser(site, chromium):
    """Opens windows of browsers that have signed in; complains at the end of all that they complained of."""
    faults, contexts = [], []

    def open_page(script=True, signed_in=True, viewport=browsing.WIDE, at=site):
        context = chromium.new_context(
            base_url=at.address, java_script_enabled=script, viewport=viewport,
            storage_state=at.cookies if signed_in else None)
        context.set_default_timeout(browsing.PATIENCE)
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
    """Asks axe-core, which is script itself and has nothing to say where there is none. A state with a name is looked at on
    a telephone too, and leaves its pictures."""

    def assert_accessible(page, name=None):
        found = browsing.violations(page) if script else []
        if name and script:
            page.screenshot(path=served.OUT / f"{name}-1280-light.png", full_page=True)
            page.set_viewport_size(browsing.NARROW)
            page.screenshot(path=served.OUT / f"{name}-320.png", full_page=True)
            if browsing.overflow(page) > 0:
                found.append(f"wider than 320 pixels by {browsing.overflow(page)}")
            page.set_viewport_size(browsing.WIDE)
        assert not found, "\n" + "\n".join(found)

    return assert_accessible


@pytest.fixture
def page(browser, script):
    return browser(script=script)


@pytest.fixture(scope="session")
def past_site(tmp_path_factory, signed_in):
    """A site whose ledger was written on three days of 2025."""
    ledger = served.past_ledger(BINARY, tmp_path_factory.mktemp("past"))
    site = served.Served(BINARY, ledger, ledger.with_name("past-site.accounts"))
    signed_in(site)
    yield site
    site.close()


@pytest.fixture(scope="session")
def small_ledger(tmp_path_factory):
    return served.new_ledger(BINARY, tmp_path_factory.mktemp("small"), served.KEPT)


@pytest.fixture
def own_site(small_ledger, tmp_path, signed_in):
    """A site with one plan, for a test that changes what others would see."""
    site = served.Served(BINARY, shutil.copy(small_ledger, tmp_path), tmp_path / f"{tmp_path.name}.accounts")
    signed_in(site)
    yield site
    site.close()


@pytest.fixture
def own_page(browser, script, own_site):
    return browser(script=script, at=own_site)


@pytest.fixture(scope="session")
def untouched(ledger):
    """Promises of the recovery plan that nobody has changed yet, one for each time that it is asked."""
    command = [BINARY, "list", "action", "--plan", "PLN-2", "--standing", "open", "--ledger", ledger, "--format", "json"]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return iter([row["reference"] for row in rows])


@pytest.fixture
def promise(untouched):
    return next(untouched)
