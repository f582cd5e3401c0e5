"""Each page at both widths and in both colour schemes: nothing that axe-core finds, nothing wider than a telephone."""
import pytest

from browsing import NARROW, overflow, violations
from listed import FILES, PAGES, pages_of_the_site
from served import OUT


def test_every_page_is_listed():
    paths = pages_of_the_site()
    assert len(paths) > 15
    assert paths - FILES == {page.path for page in PAGES}, "PAGES in listed.py has a row for every page, and no other"


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.name)
def test_page(listed, browser, new_site):
    page = browser(signed_in=not listed.signed_out)
    page.goto(new_site.welcome if listed.name == "welcome" else listed.address)
    assert page.locator("h1").count() == 1
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {violation}" for violation in violations(page)]
        page.screenshot(path=OUT / f"{listed.name}-1280-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    page.screenshot(path=OUT / f"{listed.name}-320.png", full_page=True)
    if overflow(page) > 0:
        found.append(f"wider than 320 pixels by {overflow(page)}")
    assert not found, "\n" + "\n".join(found)
