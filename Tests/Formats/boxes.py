"""Lays out HTML files as PDF with WeasyPrint and says which table cells came to stand on which page.

Run by render.py with the Python that WeasyPrint is installed for:  boxes.py JOBS.json
JOBS is a list of {"html", "pdf", "truth" (or null)}. The truth comes from the layout itself and not from reading the PDF:
a list of {"page", "rows": [[cell text, ...], ...]} per table and page, a cell that a page's end cuts being shared out.
Needs WeasyPrint (Debian: weasyprint).
"""
import json
import logging
import re
import sys

BLOCKS = {"p", "li", "ul", "br", "td", "th", "div"}


def element_text(element):
    """A cell's text as its source has it, blocks apart by a space."""
    out = []

    def walk(node):
        if node.tag in BLOCKS:
            out.append(" ")
        out.append(node.text or "")
        for child in node:
            walk(child)
            if child.tag in BLOCKS:
                out.append(" ")
            out.append(child.tail or "")
    walk(element)
    return " ".join("".join(out).split())


def descend(box, kinds):
    """The boxes of the given kinds under a box, in order, not looking inside one that is found."""
    for child in getattr(box, "children", ()):
        if isinstance(child, kinds):
            yield child
        else:
            yield from descend(child, kinds)


def letters(box):
    """How many characters other than blanks and list marks a box shows."""
    from weasyprint.formatting_structure import boxes
    if (getattr(box, "element_tag", "") or "").endswith("::marker"):
        return 0
    if isinstance(box, boxes.TextBox):
        return len(re.sub(r"\s", "", box.text))
    return sum(letters(child) for child in getattr(box, "children", ()))


def take(text, start, count):
    """The part of a text that holds `count` characters other than blanks after the first `start`."""
    at = [i for i, c in enumerate(text) if not c.isspace()]
    if count <= 0 or start >= len(at):
        return ""
    return text[at[start]:at[min(start + count, len(at)) - 1] + 1]


def tables_of(document):
    """Every page's tables as rows of texts."""
    from weasyprint.formatting_structure import boxes
    told, out = {}, []
    for number, page in enumerate(document.pages, 1):
        for table in descend(page._page_box, (boxes.TableBox,)):
            rows, width = [], 0
            for group in descend(table, (boxes.TableRowGroupBox,)):
                repeated = group.is_header
                for row in descend(group, (boxes.TableRowBox,)):
                    cells = {}
                    for cell in row.children:
                        whole = element_text(cell.element)
                        shown = letters(cell)
                        start = 0 if repeated else told.get(cell.element, 0)
                        told[cell.element] = start + shown
                        cells[cell.grid_x] = take(whole, start, shown)
                        width = max(width, cell.grid_x + cell.colspan)
                    rows.append(cells)
            filled = [[r.get(x, "") for x in range(width)] for r in rows]
            out.append({"page": number, "rows": filled})
    return out


def main():
    from weasyprint import HTML
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    for job in json.load(open(sys.argv[1])):
        document = HTML(job["html"]).render()
        document.write_pdf(job["pdf"])
        if job.get("truth"):
            with open(job["truth"], "w") as out:
                json.dump({"pages": len(document.pages), "tables": tables_of(document)}, out)


if __name__ == "__main__":
    main()
