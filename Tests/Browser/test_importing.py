"""A paper on its way in: read, reviewed finding by finding, kept, and taken back."""
import re

import pytest
from playwright.sync_api import expect

from browsing import bring_in, figure
from served import KEPT, PAPERS, RECOVERY, SEED

EDITED = "Paint the boathouse at Otter Quay a cheerful yellow"


def card(page, place):
    """A recommendation under review, by its place among those that are shown."""
    return page.get_by_role("region", name=re.compile("^recommendation on line")).nth(place)


def put_right(page, place, field, words, button):
    """Opens what can be changed of a finding, fills one field and sends it."""
    card(page, place).get_by_text("Put right or merge").click()
    card(page, place).get_by_label(field).fill(words)
    card(page, place).get_by_role("button", name=button).click()


def test_a_paper_is_reviewed_kept_and_taken_back(own_page, assert_accessible):
    page = own_page
    page.goto("/records/REC-1")
    before = page.get_by_role("heading", level=1).inner_text()

    bring_in(page, SEED)
    keep = page.get_by_role("button", name=re.compile(r"^Keep \d+ findings?$"))
    for least, expected in (("100 % sure", r"^Keep 0"), ("80 % sure", r"^Keep [1-9]")):
        page.get_by_label("Accept all at least").select_option(least)
        page.get_by_role("button", name="Accept", exact=True).first.click()
        expect(keep).to_have_text(re.compile(expected))
    undecided = figure(page, "undecided")
    assert 0 < undecided < figure(page, "found")

    page.get_by_role("link", name="Undecided").click()
    findings = page.get_by_role("region", name=re.compile(" on line "))
    expect(findings).to_have_count(undecided)
    findings.first.get_by_role("button", name="Accept", exact=True).click()
    expect(findings).to_have_count(undecided - 1)
    assert figure(page, "undecided") == undecided - 1

    page.get_by_role("link", name="All", exact=True).click()
    put_right(page, 0, "Words", EDITED, "Save and accept")
    expect(card(page, 0)).to_contain_text("put right")
    expect(card(page, 0)).to_contain_text(EDITED)
    put_right(page, 1, "reference, such as REC-104", "REC-1", "Merge into it")
    expect(card(page, 1)).to_contain_text("Merged into REC-1")
    merged = card(page, 1).locator(".finding-words").inner_text()
    card(page, 2).get_by_role("button", name="Set aside").click()
    expect(card(page, 2)).to_contain_text("set aside")
    aside = card(page, 2).locator(".finding-words").inner_text()
    assert figure(page, "set aside") == 1
    assert_accessible(page, "review-decided")

    keep.click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Plans").click()
    plans = page.get_by_role("rowheader").get_by_role("link")
    expect(plans).to_have_count(2)
    plans.last.click()
    expect(page.get_by_role("link", name=EDITED)).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text(aside)
    page.goto("/records/REC-1")
    expect(page.get_by_role("heading", level=1)).to_have_text(merged)
    assert merged != before

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Import").click()
    page.get_by_role("link", name=SEED.name).click()
    page.get_by_role("link", name="Take it back").click()
    assert_accessible(page, "undo-of-import")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status")).to_contain_text("IMP-2 is taken back")
    expect(page.get_by_role("listitem").filter(has_text=SEED.name)).to_contain_text("taken back")
    page.goto("/records/REC-1")
    expect(page.get_by_role("heading", level=1)).to_have_text(before)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Plans").click()
    expect(plans).to_have_count(1)
    page.goto("/search?q=Otter+Quay")
    expect(page.get_by_role("status")).to_have_text("Nothing holds all of these words.")
    bring_in(page, SEED)
    expect(keep).to_be_enabled()


def test_what_names_no_record_comes_back_on_its_card_and_words_find_one(own_page, assert_accessible):
    page = own_page
    page.goto("/records/REC-1")
    word = max(re.findall(r"\w+", page.get_by_role("heading", level=1).inner_text()), key=len)
    bring_in(page, SEED)
    first = card(page, 0)
    first.get_by_text("Put right or merge").click()
    first.get_by_label("Words", exact=True).fill(EDITED)
    first.get_by_label("reference, such as REC-104").fill("REC-99999")
    first.get_by_role("button", name="Merge into it").click()
    expect(page.get_by_role("alert")).to_contain_text("There is no record REC-99999.")
    assert_accessible(page, "review-sent-back")
    expect(first.get_by_label("Words", exact=True)).to_have_value(EDITED)
    page.get_by_role("alert").get_by_role("link").click()
    field = first.get_by_label("reference, such as REC-104")
    assert page.evaluate("location.hash").endswith("-into")
    expect(field).to_have_value("REC-99999")
    field.fill(word)
    first.get_by_role("button", name="Merge into it").click()
    expect(first).to_contain_text(f"“{word}” is no reference.")
    found = first.get_by_role("radio").first
    reference = found.get_attribute("value")
    found.check()
    first.get_by_label("reference, such as REC-104").fill("")
    first.get_by_role("button", name="Merge into it").click()
    expect(card(page, 0)).to_contain_text(f"Merged into {reference}")
    expect(card(page, 0)).to_contain_text(EDITED)


def test_the_plan_is_chosen_and_what_was_left_undecided_is_taken_up_again(own_page, assert_accessible):
    page = own_page
    bring_in(page, RECOVERY)
    page.get_by_label("Its plan").select_option("A plan of its own")
    page.get_by_role("button", name="Use this plan").click()
    expect(page.get_by_label("Its plan")).to_have_value("new")
    left = figure(page, "undecided")
    assert left > 0
    page.get_by_role("button", name=re.compile("^Keep ")).click()
    page.get_by_text(re.compile(f"^Left undecided: {left} findings?")).click()
    assert_accessible(page, "import-kept")
    page.get_by_role("button", name="Review what was left undecided").click()
    findings = page.get_by_role("region", name=re.compile(" on line "))
    expect(findings).to_have_count(left)
    words = findings.first.locator(".finding-words").inner_text()
    for remaining in range(left, 0, -1):
        expect(findings).to_have_count(remaining)
        findings.first.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_text("No finding is undecided.")).to_be_visible()
    assert_accessible(page, "review-nothing-left")
    page.get_by_role("button", name=f"Keep {left} finding").click()
    page.get_by_text(re.compile(f"^Added: {left} action")).click()
    page.get_by_role("link", name=words).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_a_paper_that_is_kept_already_is_not_kept_twice(page, assert_accessible):
    bring_in(page, KEPT)
    expect(page.get_by_role("alert")).to_contain_text(f"{KEPT.name} is kept already, as PAP-")
    expect(page.get_by_role("button", name=re.compile("^Keep "))).to_be_disabled()
    assert_accessible(page, "review-kept-already")
    page.get_by_role("button", name="Drop it: keep nothing").click()
    expect(page.get_by_role("heading", name="Bring in papers")).to_be_visible()


def test_lines_that_were_not_recognised_are_shown(page):
    bring_in(page, PAPERS[0])
    lines = figure(page, "lines not recognised")
    page.get_by_role("link", name="Not recognised").click()
    expect(page.get_by_text("These lines are part of no finding")).to_be_visible()
    assert page.get_by_role("main").get_by_role("list").last.get_by_role("listitem").count() == lines > 0
    page.get_by_role("button", name="Drop it: keep nothing").click()
    expect(page.get_by_role("heading", name="Bring in papers")).to_be_visible()


@pytest.mark.parametrize("name, start, words", [
    ("broken.docx", b"PK\3\4", "is damaged: its end is missing"),
    ("broken.pdf", b"%PDF-1.7\n", "is damaged: its pages cannot be found"),
    ("broken.png", b"\x89PNG\r\n\x1a\n", "is a picture (PNG), which is not read"),
])
def test_what_cannot_be_read_says_why(page, assert_accessible, name, start, words):
    page.goto("/imports")
    page.get_by_label("Papers", exact=True).set_input_files(dict(name=name, mimeType="", buffer=start + b"nothing"))
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("main")).to_contain_text(f"{name} {words}")
    assert_accessible(page, f"unreadable-{name}")
    drop = page.get_by_role("button", name="Drop it: keep nothing")
    if drop.count():
        drop.click()
    page.goto("/imports")
    expect(page.get_by_role("link", name=name)).to_have_count(0)


def test_a_long_paper_is_waited_for(page):
    words = "The weather was fair and the river stood low at the weir all week.\n\n"
    page.goto("/imports")
    page.get_by_label("Papers", exact=True).set_input_files(
        dict(name="weather.txt", mimeType="text/plain", buffer=words.encode() * 15_000))
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("status")).to_contain_text("The paper is being read.")
    expect(page.get_by_text("Nothing was found in this paper")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Drop it: keep nothing").click()
    expect(page.get_by_role("link", name="weather.txt")).to_have_count(0)
