"""Writes a paper as spreadsheets, as councils' officers do: in one sheet as it stands, or each table on a sheet of its own.

Needs openpyxl (PyPI).
"""
import csv
import re

import markup
import paper as papers

BORDER = "thin"


def cell_text(raw):
    """A cell's words, its paragraphs and bullets on lines of their own."""
    return "\n".join(("    " * (d - 1) + "• " if d else "") + papers.plain(t) for d, t in papers.pieces(raw))


def value(text):
    """A number where the text is nothing but one: spreadsheets hold figures and not their digits."""
    if re.fullmatch(r"-?(?:0|[1-9]\d{0,8})(?:\.\d+)?", text) and not re.search(r"\.\d*0$", text):
        return float(text) if "." in text else int(text)
    return text


def columns(block):
    return max(len(r) for r in block.rows)


def put_table(sheet, block, row, merge):
    """Writes a table with its first row at `row`; gives back the row after it."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    side = Side(style=BORDER, color="666666")
    width = columns(block)
    cover = markup.spans(block.rows, block.header) if merge else None
    for i, cells in enumerate(block.rows):
        for j in range(width):
            text = cell_text(cells[j]) if j < len(cells) else ""
            at = sheet.cell(row + i, j + 1, value(text) if text else None)
            at.alignment = Alignment(wrap_text=True, vertical="top")
            at.border = Border(left=side, right=side, top=side, bottom=side)
            if i < block.header:
                at.font = Font(name="Arial", size=10, bold=True)
                at.fill = PatternFill("solid", fgColor="DFE6EE")
            else:
                at.font = Font(name="Arial", size=10)
            if isinstance(at.value, str) and at.value.startswith("="):
                at.data_type = "s"
        if merge and width > 1 and not any(cells[1:]) and (len(cells) == 1 or not block.header and cells[0]):
            sheet.merge_cells(start_row=row + i, end_row=row + i, start_column=1, end_column=width)
    if merge:
        for i, line in enumerate(cover):
            for j, n in enumerate(line):
                if n > 1:
                    sheet.merge_cells(start_row=row + i, end_row=row + i + n - 1, start_column=j + 1, end_column=j + 1)
    return row + len(block.rows)


def fit(sheet, tables, narrative=False):
    """Column widths by what the columns hold, as someone who drags them until the words can be read."""
    from openpyxl.utils import get_column_letter
    longest = {}
    for block in tables:
        for cells in block.rows:
            if len(cells) > 1:
                for j, raw in enumerate(cells):
                    longest[j] = max(longest.get(j, 0), len(papers.plain(raw)))
    for j, n in longest.items():
        sheet.column_dimensions[get_column_letter(j + 1)].width = max(10, min(48, n * 0.6 + 6))
    if narrative and not tables:
        sheet.column_dimensions["A"].width = 100


def put_text(sheet, row, text, bold=False, size=10):
    from openpyxl.styles import Alignment, Font
    at = sheet.cell(row, 1, text)
    at.font = Font(name="Arial", size=size, bold=bold)
    at.alignment = Alignment(vertical="top")
    if text.startswith("="):
        at.data_type = "s"
    return row + 1


def one_sheet(paper, path, merge=False):
    """The whole paper on one sheet: words in column A, each table in its columns where it stands."""
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Paper"
    row = 1
    for block in paper.blocks:
        if block.kind == "heading":
            row = put_text(sheet, row + (row > 1), papers.plain(block.text), True, {1: 16, 2: 13}.get(block.level, 11))
        elif block.kind == "para":
            bold = bool(re.fullmatch(r"\*\*[^*]+\*\*:?", block.text))
            row = put_text(sheet, row, papers.plain(block.text), bold)
        elif block.kind == "list":
            for depth, text in block.items:
                row = put_text(sheet, row, "    " * depth + "• " + papers.plain(text))
        elif block.kind == "table":
            row = put_table(sheet, block, row + 1, merge) + 1
    fit(sheet, paper.tables, True)
    book.save(path)


def title_block(headings):
    """The headings that stand above a table, outermost first: [(level, text)] as a running stack."""
    return [text for _, text in headings]


def sheet_name(text, taken):
    """A sheet's name: 31 characters at most, none of those Excel forbids, and not taken."""
    base = " ".join(re.sub(r"[\[\]:*?/\\']", " ", papers.plain(text)).split())[:28].strip() or "Table"
    name, n = base, 2
    while name.lower() in taken:
        name, n = f"{base[:26]} {n}", n + 1
    taken.add(name.lower())
    return name


def many_sheets(paper, path):
    """Each table on a sheet of its own under the headings that stand above it; what is not in a table is left out."""
    import openpyxl
    book = openpyxl.Workbook()
    book.remove(book.active)
    stack, taken = [], set()
    for block in paper.blocks:
        if block.kind == "heading":
            stack = [h for h in stack if h[0] < block.level] + [(block.level, papers.plain(block.text))]
        elif block.kind == "table":
            titles = title_block(stack)
            sheet = book.create_sheet(sheet_name(titles[-1] if titles else "Table", taken))
            row = 1
            for i, text in enumerate([paper.title] * (paper.title not in titles) + titles):
                row = put_text(sheet, row, text, True, 14 if not i else 11)
            put_table(sheet, block, row + 1, False)
            fit(sheet, [block])
    book.save(path)


def whole_as_csv(paper, path):
    """The paper as CSV, as a sheet is saved, when it is tables and little else: nine words in ten stand in them."""
    inside = sum(len(papers.words(c)) for t in paper.tables for r in t.rows for c in r)
    outside = sum(len(papers.words(b.text)) + sum(len(papers.words(t)) for _, t in b.items) for b in paper.blocks)
    if not paper.tables or inside < 9 * outside:
        return False
    width = max(columns(t) for t in paper.tables)
    with open(path, "w", newline="", encoding="utf-8-sig") as out:
        writer = csv.writer(out)
        for block in paper.blocks:
            lines = [[cell_text(c) for c in r] for r in block.rows] or [[papers.plain(t)] for _, t in block.items] or [[papers.plain(block.text)]]
            writer.writerows(r + [""] * (width - len(r)) for r in lines)
    return True
