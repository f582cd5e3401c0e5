"""Writes a paper's blocks as HTML: once for the printed page (with CSS), once for word processors and the web.

Standard library only.
"""
import html
import re

import paper as papers

PAGE_CSS = """
@page {{ size: A4 {orientation}; margin: 24mm 20mm 20mm 20mm;
  @top-center {{ content: "{running}"; font: 9pt "Arial", "Liberation Sans", sans-serif; color: #333; }}
  @bottom-{foot} {{ content: "Page " counter(page); font: 9pt "Arial", "Liberation Sans", sans-serif; }} }}
@page across {{ size: A4 landscape; }}
@page :first {{ counter-reset: page {first}; }}
body {{ font: {size}pt/1.3 "Arial", "Liberation Sans", sans-serif; }}
h1 {{ font-size: 16pt; margin: 0 0 10pt; bookmark-level: none; }} h2 {{ font-size: 12.5pt; margin: 14pt 0 5pt; }}
h3 {{ font-size: 11.5pt; margin: 11pt 0 4pt; }} h4, h5, h6 {{ font-size: {size}pt; margin: 9pt 0 3pt; }}
h1, h2, h3, h4 {{ break-after: avoid; }}
p {{ margin: 0 0 7pt; {body} }} li {{ margin: 0 0 3pt; {body} }} ul {{ margin: 0 0 7pt; padding-left: 20pt; }}
p.own {{ margin-bottom: 1pt; text-align: left; }} p.n1, p.n2, p.n3 {{ text-indent: -28pt; padding-left: 28pt; }}
p.n2 {{ margin-left: 28pt; }} span.no {{ display: inline-block; min-width: 28pt; padding-right: 4pt; text-indent: 0; }}
table {{ border-collapse: collapse; width: 100%; margin: 5pt 0 12pt; font-size: {size}pt; line-height: 1.2; }}
td, th {{ vertical-align: top; text-align: left; padding: 2.5pt 4pt; {rule} }}
th {{ font-weight: bold; {shade} }}
td p, th p {{ margin: 0 0 3pt; text-align: left; hyphens: manual; }} td ul {{ margin: 0; padding-left: 11pt; }}
td li {{ text-align: left; hyphens: manual; }}
table.wide {{ font-size: {small}pt; }} table.widest {{ font-size: {smallest}pt; }}
table.vast {{ page: across; font-size: 7pt; }} table.vast td, table.vast th {{ padding: 2pt; overflow-wrap: break-word; }}
table.widest td, table.widest th {{ padding: 2pt 2.5pt; }}
thead {{ {repeat} }} .new {{ break-before: page; }}
"""


START = ' class="new"'   # begins a page


def number_class(text):
    """How far in a numbered paragraph hangs: '2.1' or '3' at the margin, '(a)' and 'ii.' one step in."""
    found = papers.NUMBER.match(text)
    if not found:
        return None, text, ""
    first, rest = found[1], text[found.end():]
    if re.match(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[–—-]|\d[A-Z]{2}$", rest) or re.match(r"\d{4}", first):
        return None, text, ""   # a day, years, a postcode
    return ("n1" if first[0].isdigit() or first[0].isupper() else "n2"), rest, first


def paragraph(text, tight, new=""):
    """A paragraph; a number printed in front stays text, hanging in the margin as on a council's page."""
    kind, rest, number = number_class(text)
    if kind and len(rest) > 1:
        return f'<p class="{kind}{new and " new"}"><span class="no">{html.escape(number)}</span> {papers.inline(rest)}</p>'
    kind = " ".join(["own"] * tight + ["new"] * bool(new))
    kind = f' class="{kind}"' if kind else ""
    return f"<p{kind}>{papers.inline(text)}</p>"


def bullets(items):
    """(depth, text) items as nested lists."""
    out, depth = [], -1
    for level, text in items:
        if level > depth:
            out.append("<ul><li>" * (level - depth))
        else:
            out.append("</li>" + "</ul></li>" * (depth - level) + "<li>")
        depth = level
        out.append(papers.inline(text))
    return "".join(out) + "</li></ul>" * (depth + 1)


def cell(raw):
    """A cell's inside: bare text when it is one paragraph, else paragraphs and lists."""
    parts = papers.pieces(raw)
    if len(parts) == 1 and parts[0][0] == 0:
        return papers.inline(parts[0][1])
    out, run = [], []
    for depth, text in parts + [(0, None)]:
        if depth:
            run.append((depth - 1, text))
            continue
        if run:
            out.append(bullets(run))
            run = []
        if text is not None:
            out.append(f"<p>{papers.inline(text)}</p>")
    return "".join(out)


def spans(rows, header):
    """How many rows each cell of a table covers when blank cells below a filled one, at a row's left, belong to it.

    A blank joins the cell above only if every cell to its left joins too: groups nest from the left.
    """
    span = [[1] * len(r) for r in rows]
    owner = {}
    for i in range(header, len(rows)):
        left = True
        if not any(rows[i][1:]):   # a row across the table, or an empty one, ends a group
            owner = {}
            continue
        for j, value in enumerate(rows[i][:-1]):
            left = left and not value and j in owner and len(rows[owner[j]]) > j
            if left:
                span[owner[j]][j] += 1
                span[i][j] = 0
            else:
                for k in range(j, len(rows[i])):
                    owner.pop(k, None)
                    if rows[i][k]:
                        owner[k] = i
                break
    return span


def table(block, merge=False):
    """A table with a head, a body, and as many columns in each row; a row of one cell goes across."""
    width = max(len(r) for r in block.rows)
    cover = spans(block.rows, block.header) if merge else None
    kind = "vast" if width > 12 else "widest" if width > 7 else "wide" if width > 4 else ""

    def row(i, cells, tag):
        across = merge and not block.header and cells[0] and not any(cells[1:])   # a form's full-width row
        if width > 1 and (len(cells) == 1 or across):
            return f'<tr><{tag} colspan="{width}">{cell(cells[0])}</{tag}></tr>'
        out = []
        for j, raw in enumerate(cells + [""] * (width - len(cells))):
            n = cover[i][j] if cover and j < len(cells) else 1
            if n:
                down = f' rowspan="{n}"' if n > 1 else ""
                out.append(f"<{tag}{down}>{cell(raw)}</{tag}>")
        return "<tr>" + "".join(out) + "</tr>"
    head = "".join(row(i, r, "th") for i, r in enumerate(block.rows[:block.header]))
    body = "".join(row(i + block.header, r, "td") for i, r in enumerate(block.rows[block.header:]))
    name = f' class="{kind}"' if kind else ""
    return f'<table{name} border="1">' + (f"<thead>{head}</thead>" if head else "") + f"<tbody>{body}</tbody></table>"


def body(paper, merge=False):
    """The paper's blocks, one after the other."""
    out = []
    for block in paper.blocks:
        new = out and block.cut == "blank"   # what follows a blank page begins on a page of its own
        if block.kind == "heading":
            level = min(block.level, 4)
            out.append(f"<h{level}{START if new else ''}>{papers.inline(block.text)}</h{level}>")
        elif block.kind == "para":
            out.append(paragraph(block.text, block.tight, new))
        elif block.kind == "list":
            out.append(bullets(block.items))
        elif block.kind == "table":
            out.append(table(block, merge))
    return "\n".join(out)


def printed(paper, ruled=True, landscape=False, merge=False, repeat=True, first=11, justify=False):
    """The page as a council prints it, for WeasyPrint."""
    size = 10 if landscape else 10.5
    css = PAGE_CSS.format(
        orientation="landscape" if landscape else "portrait", first=first, size=size, small=size - 1, smallest=size - 2.5,
        running=(paper.running or paper.title).replace("\\", "").replace('"', "'").replace("\n", " ")[:110],
        foot="right" if landscape else "center", rule="border: 0.6pt solid #444;" if ruled else "padding-right: 10pt;",
        shade="background: #dfe6ee;" if ruled else "", repeat="" if repeat else "display: table-row-group;",
        body="text-align: justify; hyphens: auto;" if justify else "")
    return document(paper, body(paper, merge).replace(' border="1"', ""), f"<style>{css}</style>")


def document(paper, inside, head="", attributes=""):
    """A whole HTML file."""
    return (f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8"/>\n<title>{html.escape(paper.title)}</title>\n'
            f"{head}</head>\n<body{attributes}>\n{inside}\n</body>\n</html>\n")


def clean(paper, merge=False):
    """The page as a website has it: structure and no style."""
    return document(paper, body(paper, merge).replace(' border="1"', ""))


def for_writer(paper, merge=False):
    """What LibreOffice makes a word document of: cell borders by attribute, running head and foot by its own convention."""
    running = html.escape(paper.running or paper.title)
    ends = (f'<div title="header"><p align="center">{running}</p></div>'
            f'<div title="footer"><p align="center">Page <sdfield type="page" subtype="random" format="PAGE">1</sdfield></p></div>')
    style = ('<style>@page { size: 21cm 29.7cm; margin: 2cm } body, p, td, th, li { font-family: "Arial", "Liberation Sans"; font-size: 10.5pt }'
             " h1, h2, h3, h4 { font-family: Arial } .new { page-break-before: always } td p, th p { margin-bottom: 0.1cm }</style>")
    inside = body(paper, merge).replace('border="1"', 'border="1" cellpadding="4" cellspacing="0" width="100%"')
    return document(paper, ends + inside, style)


def visible_words(markup):
    """The words a reader of the HTML sees, for checking that none is lost."""
    inside = re.search(r"<body[^>]*>(.*)</body>", markup, re.S)[1]
    spaced = re.sub(r"</?(?:p|li|td|th|tr|h\d|br|ul|table)\b[^>]*>", " ", inside)
    return papers.words(re.sub(r"<[^>]+>", "", spaced))
