"""Paper: a plan fits A4 landscape and brings no navigation with it."""
import re
import subprocess

from served import OUT

#: A4 landscape in points, to the nearest.
A4 = (842, 595)


def test_a_plan_prints_on_a4_landscape_without_navigation(page):
    page.goto("/plans/PLN-2")
    paper = OUT / "plan.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    about = subprocess.run(["pdfinfo", paper], check=True, capture_output=True, text=True).stdout
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", about).groups())
    assert (round(width), round(height)) == A4
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True).stdout
    assert "Flood Recovery and Renewal Plan 2025/26" in text
    assert "Mere Valley, as at" in text
    for words in ("Skip to main content", "Sign out", "Search", "My promises", "Timeline", "Next", "Order", "Columns"):
        assert words not in text, f"“{words}” is printed"
    for title in ("Ref", "What", "Owner", "Due", "Standing", "Reported"):
        assert title in text.splitlines()[0] + text, f"the column “{title}” is cut off"
