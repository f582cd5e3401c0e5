"""Every page of the site that the tests open, and what Endpoint.swift says there is."""
import re
from typing import NamedTuple

from served import ROOT

ENDPOINTS = ROOT / "Sources" / "Site" / "Routes" / "Endpoint.swift"


class Listed(NamedTuple):
    """A page: what its screenshots are called, its path in Endpoint.swift, where it is found, and who opens it."""
    name: str
    path: str
    address: str
    #: Whether it is opened by somebody who has not signed in.
    signed_out: bool = False


#: PLN-2 is the recovery plan of the examples. A new path in Endpoint.swift takes a row here.
PAGES = [
    Listed("sign-in", "/sign-in", "/sign-in", signed_out=True),
    Listed("code", "/sign-in/code", "/sign-in/code"),
    Listed("welcome", "/welcome/{token}", "{welcome}", signed_out=True),
    Listed("home", "/", "/"),
    Listed("home-past", "/", "/?as-at=2026-01-31"),
    Listed("plans", "/plans", "/plans"),
    Listed("plan", "/plans/{plan}", "/plans/PLN-2"),
    Listed("plan-filtered", "/plans/{plan}", "/plans/PLN-2?standing=overdue&sort=due&column=owner&column=original"),
    Listed("plan-timeline", "/plans/{plan}", "/plans/PLN-2?view=timeline"),
    Listed("plan-owners", "/plans/{plan}", "/plans/PLN-2?view=owners"),
    Listed("plan-changes", "/plans/{plan}/changes", "/plans/PLN-2/changes?from=2020-01-01"),
    Listed("record-action", "/records/{reference}", "/records/ACT-104"),
    Listed("record-recommendation", "/records/{reference}", "/records/REC-1"),
    Listed("record-risk", "/records/{reference}", "/records/RSK-1"),
    Listed("record-measure", "/records/{reference}", "/records/MEA-1"),
    Listed("record-meeting", "/records/{reference}", "/records/MTG-1"),
    Listed("record-decision", "/records/{reference}", "/records/DEC-1"),
    Listed("record-person", "/records/{reference}", "/records/PER-1"),
    Listed("record-paper", "/records/{reference}", "/records/PAP-1"),
    Listed("record-import", "/records/{reference}", "/records/IMP-1"),
    Listed("record-of-a-sheet", "/records/{reference}", "/records/ACT-108"),
    Listed("missing", "/records/{reference}", "/records/ACT-99999"),
    Listed("list-promises", "/lists/{kind}", "/lists/action"),
    Listed("list-risks", "/lists/{kind}", "/lists/risk"),
    Listed("list-meetings", "/lists/{kind}", "/lists/meeting"),
    Listed("recommendations", "/recommendations", "/recommendations"),
    Listed("search", "/search", "/search?q=recovery"),
    Listed("search-empty", "/search", "/search"),
    Listed("my-promises", "/promises", "/promises"),
    Listed("update", "/records/{reference}/update", "/records/ACT-104/update"),
    Listed("re-programme", "/records/{reference}/re-programme", "/records/ACT-104/re-programme"),
    Listed("close", "/records/{reference}/close", "/records/ACT-104/close"),
    Listed("link", "/records/{reference}/link", "/records/ACT-104/link"),
    Listed("change", "/records/{reference}/change", "/records/ACT-104/change"),
    Listed("open-again", "/records/{reference}/open", "/records/ACT-104/open"),
    Listed("take-back", "/records/{reference}/take-back", "/records/UPD-1/take-back"),
    Listed("add", "/plans/{plan}/add", "/plans/PLN-2/add"),
    Listed("imports", "/imports", "/imports"),
    Listed("review", "/imports/{draft}", "/imports/1"),
    Listed("review-unrecognised", "/imports/{draft}", "/imports/1?show=unrecognised"),
    Listed("undo", "/records/{reference}/undo", "/records/IMP-1/undo"),
    Listed("account", "/account", "/account"),
    Listed("second-factor", "/account/second-factor", "/account/second-factor"),
    Listed("keeping", "/keeping", "/keeping"),
    Listed("keeping-settings", "/keeping/settings", "/keeping/settings"),
    Listed("keeping-accounts", "/keeping/accounts", "/keeping/accounts"),
    Listed("keeping-account", "/keeping/accounts/{account}", "/keeping/accounts/1"),
    Listed("keeping-invite", "/keeping/invite", "/keeping/invite"),
    Listed("keeping-councils", "/keeping/councils", "/keeping/councils"),
    Listed("keeping-people", "/keeping/people", "/keeping/people"),
    Listed("keeping-add", "/keeping/add/{kind}", "/keeping/add/person"),
    Listed("keeping-name", "/keeping/names/{reference}", "/keeping/names/PER-1"),
    Listed("keeping-merge", "/keeping/names/{reference}/merge", "/keeping/names/PER-1/merge"),
    Listed("keeping-split", "/keeping/names/{reference}/split", "/keeping/names/PER-1/split"),
    Listed("keeping-plans", "/keeping/plans", "/keeping/plans"),
    Listed("keeping-plan", "/keeping/plans/{plan}", "/keeping/plans/PLN-2"),
    Listed("keeping-scheme", "/keeping/plans/{plan}/scheme", "/keeping/plans/PLN-2/scheme"),
    Listed("public", "/public", "/public", signed_out=True),
    Listed("public-plan", "/public/plans/{plan}", "/public/plans/PLN-2", signed_out=True),
    Listed("public-record", "/public/records/{reference}", "/public/records/ACT-104", signed_out=True),
]

#: What is fetched but is no page: style, script, icon, the picture of a sheet, and what says that the site is well.
FILES = {
    "/site/{version}/goldthread.css", "/site/{version}/goldthread.js", "/site/{version}/goldthread.svg",
    "/records/{reference}/page.png", "/imports/{draft}/sheets/{sheet}", "/records/{reference}/file", "/health",
}


def pages_of_the_site():
    """The paths that Endpoint.swift answers to GET."""
    text = ENDPOINTS.read_text()
    method = body(text, "var method:")
    posts = " ".join(re.findall(r"case ([^:]*):\s*\.post", method))
    posted = set(re.findall(r"\.(\w+)", posts))
    paths = set()
    for cases, path in re.findall(r'case ([^:]*):\s*"([^"]*)"', body(text, "var path:")):
        if not set(re.findall(r"\.(\w+)", cases)) <= posted:
            paths.add(path)
    return paths


def body(text, start):
    """A property of a Swift file, from its name to the blank line behind it."""
    return text[text.index(start):].split("\n\n", 1)[0]
