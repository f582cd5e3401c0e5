"""Debian's chromium, and what every page that it opens has to be free of."""
import shutil

from axe_playwright_python.sync_playwright import Axe

from served import ROOT

WIDE, NARROW = dict(width=1280, height=900), dict(width=320, height=700)
NAME, ADDRESS, PASSWORD = "Performance Officer", "officer@merevalley.example", "lantern gravel octave"
REVIEWED = ROOT / "Tests" / "PapersTests" / "Samples" / "spans.pdf"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def launch(playwright):
    """Chromium as Debian packages it. Its own sandbox is off: containers lack what it needs, and all pages are ours."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)


def make_account(context, served):
    """Makes the first administrator's account by the link that was printed, and leaves the context signed in."""
    page = context.new_page()
    page.goto(served.welcome)
    page.get_by_label("Your name").fill(NAME)
    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("heading", name="How our promises stand").wait_for()
    page.close()


def begin_review(context, served):
    """Brings a paper in and leaves it under review, as import 1."""
    page = context.new_page()
    page.goto(served.address + "/imports")
    page.get_by_label("Papers", exact=True).set_input_files(REVIEWED)
    page.get_by_role("button", name="Read them").click()
    page.get_by_role("button", name="Drop it: keep nothing").wait_for()
    page.close()


def turn_on_public_pages(context, served):
    """Lets anybody read the plans that are published."""
    page = context.new_page()
    page.goto(served.address + "/keeping/settings")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    page.close()


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
