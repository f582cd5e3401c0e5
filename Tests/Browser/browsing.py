"""Debian's chromium, and what every page that it opens has to be free of."""
import re
import shutil

from axe_playwright_python.sync_playwright import Axe

from served import ROOT

WIDE, NARROW = dict(width=1280, height=900), dict(width=320, height=700)
NAME, ADDRESS, PASSWORD = "Performance Officer", "officer@merevalley.example", "lantern gravel octave"
REVIEWED = ROOT / "Tests" / "PapersTests" / "Samples" / "spans.pdf"
#: Milliseconds for which anything is waited for.
PATIENCE = 20_000
#: Nobody presses Tab more often than that; a page of findings has four stops for each of 25.
MOST_TABS = 130
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def launch(playwright):
    """Chromium as Debian packages it. Its own sandbox is off: containers lack what it needs, and all pages are ours."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)


def make_account(page, served):
    """Makes the first administrator's account by the link that was printed, and leaves the browser signed in."""
    page.goto(served.welcome)
    page.get_by_label("Your name").fill(NAME)
    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("heading", name="How our promises stand").wait_for()


def sign_in(page, address, password):
    """Signs somebody in by password, whatever is asked for then."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def bring_in(page, paper):
    """Uploads a paper and waits until it is read, which the page finds out by itself."""
    page.goto("/imports")
    page.get_by_label("Papers", exact=True).set_input_files(paper)
    page.get_by_role("button", name="Read them").click()
    page.get_by_role("button", name="Drop it: keep nothing").wait_for()


def invite(page, name, address, *roles, place="The whole partnership", person=None):
    """Makes somebody's account, as an administrator, and gives the link by which they set its password."""
    page.goto("/keeping/invite")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("E-mail address").fill(address)
    if person:
        page.get_by_label("Who they are in the ledger").select_option(person)
    for role in roles:
        page.get_by_role("group", name=place).get_by_label(role, exact=True).check()
    page.get_by_role("button", name="Make the account").click()
    return page.get_by_role("main").get_by_text("http", exact=False).inner_text()


def turn_on_public_pages(page):
    """Lets anybody read the plans that are published."""
    page.goto("/keeping/settings")
    page.get_by_label("Anybody may read published plans").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The settings are saved.").wait_for()


def watch(context, faults):
    """Notes what a browser complains of: errors of script, breaches of the policy, parts of a page that are missing."""

    def heard(message):
        # That a page was refused is said by its status; tests look for that themselves.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            faults.append(f"{message.page.url if message.page else ''}: {message.text}")

    def answered(response):
        if response.status >= 400 and not response.request.is_navigation_request():
            faults.append(f"{response.url}: {response.status}")

    context.on("console", heard)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("response", answered)


def violations(page):
    """What axe-core finds on a page by the rules of WCAG 2.2 AA, a line for each element."""
    found = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {' '.join(node['target'])}: {' '.join(check['message'] for check in node['any'] + node['all'] + node['none'])}"
        for rule in found for node in rule["nodes"]
    ]


def overflow(page):
    """By how many pixels a page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def figure(page, words):
    """The number of a review that stands before some words."""
    return int(page.get_by_role("listitem").filter(has_text=re.compile(rf"^\d+ {words}$")).inner_text().split()[0])


def tab_to(page, locator, key="Tab"):
    """Presses Tab until something has the focus; what has it can be seen."""
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        if locator.evaluate("element => element === document.activeElement"):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"{locator} cannot be reached by {MOST_TABS} presses of {key}")


def press(page, locator, key="Enter", back=False):
    """Goes to something by keys, backwards where it stands before, and presses it."""
    tab_to(page, locator, "Shift+Tab" if back else "Tab")
    page.keyboard.press(key)


def write(page, locator, words):
    """Goes to a field by keys and types."""
    tab_to(page, locator)
    page.keyboard.type(words)


def has_focus(locator):
    """Whether the focus is somewhere in it."""
    return locator.evaluate("element => element.contains(document.activeElement)")
