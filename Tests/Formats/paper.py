"""Reads a text paper into blocks: headings, paragraphs, lists, tables and page breaks.

The text was once a laid-out paper; this undoes what the extraction did to it (page marks, running heads, tables cut at a
page's foot, sentences cut by one) so that it can be laid out again. Nothing here knows any particular paper.
Standard library only.
"""
import collections
import dataclasses
import html
import re

BULLET = r"[•●○◦▪‣·]"
NUMBER = re.compile(r"^((?:[A-Z]?\d+(?:[./]\d+)*[.)]?|\((?:[a-z]{1,2}|[ivx]+|\d+)\)|(?:[a-z]|[ivx]+)[.)]))\s+(?=\S)")
PAGE = re.compile(r"^(?:[-–|]\s*)?page\s*\|?\s*\d+(?:\s*(?:of|/)\s*\d+)?(?:\s*[-–|])?$|^\d{1,3}\s+of\s+\d{1,3}$|^[-–]\s*\d{1,3}\s*[-–]$", re.I)
BLANK_PAGE = re.compile(r"^this page (is|has been) (intentionally|deliberately) left blank\.?$", re.I)
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[image\b[^\]]*\]", re.I)
RULE = re.compile(r"^\s*(?:-{3,}|_{3,}|\*{3,}|={3,})\s*$")
SEPARATOR = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-*:?\s*)*\|?\s*$")
ASIDE = re.compile(r"(?:agenda item|item|appendix|annex|official|exempt|draft|page)\b", re.I)   # above a title, not one
TAG = re.compile(r"</?(?:p|br|ul|ol|li|i|b|em|strong|u|sup|sub)\b[^<>]*>", re.I)


@dataclasses.dataclass
class Block:
    """One thing of a paper. `text` keeps the source's inline marks; a table's rows hold raw cells."""
    kind: str                      # heading, para, list, table, break
    text: str = ""
    level: int = 0                 # of a heading
    items: list = dataclasses.field(default_factory=list)   # of a list: (depth, text)
    rows: list = dataclasses.field(default_factory=list)
    header: int = 0                # how many of the rows are the table's header
    cut: str = ""                  # "page" when a page's end, or what stood there, comes right before; "blank" after a blank page
    star: bool = False             # of a list: whether an asterisk marks its first item
    tight: bool = False            # whether the next paragraph follows without a blank line


@dataclasses.dataclass
class Paper:
    title: str
    blocks: list
    dropped: list                  # the lines left out: page marks, images, repeated heads
    running: str = ""              # the paper's own running head, when it has one

    @property
    def tables(self):
        return [b for b in self.blocks if b.kind == "table"]


# Chunks: runs of lines between blank lines, with the page's furniture taken out.

def chunks_of(text):
    """The paper's lines in runs between blank ones; a form feed is a run of its own."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n\f\n\n")
    chunk = []
    for line in text.split("\n"):
        if line.strip(" \t\u00a0") or (line == "\f") or (line.count("\t") and chunk):
            chunk.append(line.rstrip(" ") if "\t" in line else line.rstrip())
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def bare_numbers_are_pages(chunks):
    """Whether numbers that stand alone rise through the paper, as page numbers do and figures do not."""
    alone = [int(c[0].strip()) for c in chunks if len(c) == 1 and re.fullmatch(r"\s*\d{1,3}\s*", c[0])]
    return len(alone) >= 2 and all(a <= b for a, b in zip(alone, alone[1:]))


def head_key(chunk):
    """What two pages' running heads have in common: their words without the page number at either end."""
    words = " ".join(" ".join(chunk).split())
    if re.match(r"(?:agenda item|item|appendix|annex|part|section|schedule)\b", words, re.I):
        return words   # its number is its name
    if "\t" not in "".join(chunk) and len(words.split()) < 5 and not re.search(r"page|[–|-]", words, re.I):
        return words   # as in "Work stream 2"
    return re.sub(r"^\d{1,3}\s+|\s+(?:page\s+)?\d{1,3}(?:\s+of\s+\d+)?$", "", words, flags=re.I)


def own_number(chunk):
    """Whether a running head carries its page's number: after a tab, or as 'Page 4'."""
    return bool(re.search(r"\t\s*\d{1,3}$|\bpage \d{1,3}(?: of \d+)?$", chunk[-1].rstrip(), re.I))


def may_be_head(chunk):
    """A running head or foot is short, says no sentence and is no list, heading mark or table row."""
    key = head_key(chunk)
    return (len(chunk) <= 3 and 2 <= len(key.split()) <= 18 and len(key) < 140 and not re.search(r"[.:;,]$", key)
            and not re.match(rf"\s*(?:[-*>#|]|\*\*|{BULLET})", chunk[0]) and not re.match(r"\(?[\da-z]{1,4}[.)]|\d+(?:\.\d+)+\s", chunk[0].strip())
            and "\t\t" not in chunk[0] and "**" not in key)


def running_heads(chunks):
    """The chunks that are running heads: they recur, and at least once stand beside a page's end.

    `chunks` are (lines, page mark?) pairs; a chunk is beside a page's end when its neighbour is a mark, when it cuts a
    sentence in two, or when it stands between two runs of table rows.
    """
    def cuts(i):
        before = next((c for c, m in reversed(chunks[:i]) if not m and not may_be_head(c)), None)
        after = next((c for c, m in chunks[i + 1:] if not m and not may_be_head(c)), None)
        if not before or not after:
            return False
        rows = all(c[0].lstrip().startswith("|") or "\t" in c[0] for c in (before, after))
        return rows or (re.search(r"[a-z,]$", before[-1].strip()) and re.match(r"[a-z]", after[0].strip()) is not None)
    count, beside, top = collections.Counter(), collections.Counter(), set()
    for i, (chunk, mark) in enumerate(chunks):
        if mark or not may_be_head(chunk):
            continue
        key = head_key(chunk)
        count[key] += 1
        near = [bool(chunks[j][1]) for j in (i - 1, i + 1) if 0 <= j < len(chunks)]
        beside[key] += any(near) or own_number(chunk) or bool(cuts(i))
        if i < 5:
            top.add(key)   # a title that comes back is a head, too
    heads = {k for k, n in count.items() if (n >= 3 and beside[k]) or (n == 2 and beside[k] >= (1 if k in top else 2))}
    # A head of several lines: what always stands next to one of its lines is another.
    keys = [None if mark else head_key(chunk) for chunk, mark in chunks]
    for _ in range(2):
        next_to = collections.Counter(k for i, k in enumerate(keys) if k in count and {keys[j] for j in (i - 1, i + 1) if 0 <= j < len(keys)} & heads)
        heads |= {k for k, n in count.items() if n >= 2 and next_to[k] == n}
    return heads


def furniture_out(text):
    """Chunks with page marks, images and repeated running heads taken out: (lines, cut before?) pairs, and what went."""
    raw = list(chunks_of(text))
    numbers = bare_numbers_are_pages(raw)
    dropped, marked = [], []
    for chunk in raw:
        kept, had = [], ""
        for line in chunk:
            plain = line.strip()
            bare = numbers and len(chunk) == 1 and re.fullmatch(r"\d{1,3}", plain)
            if plain == "" and line == "\f":
                had = had or "page"
            elif PAGE.match(plain) or BLANK_PAGE.match(plain) or bare:
                dropped.append(plain)
                had = "blank" if BLANK_PAGE.match(plain) else had or "page"
            elif RULE.match(line):
                continue
            else:
                for image in IMAGE.findall(line):
                    dropped.append(image)
                line = IMAGE.sub("", line)
                if line.strip() or "\t" in line:
                    kept.append(line)
        if kept:
            if had:
                marked.append(([], had))
            marked.append((kept, ""))
        elif had:
            marked.append(([], had))
    heads = running_heads(marked)
    out, seen, cut, fresh, first = [], set(), "", True, ""
    for chunk, mark in marked:
        if mark:
            cut, fresh = "blank" if "blank" in (cut, mark) else mark, fresh or mark == "blank"
            continue
        key = head_key(chunk)
        if key in heads and may_be_head(chunk):
            # The first stands for all, save where a new item of a pack begins and the head is its title too.
            # One that comes up late has always been furniture: a page's foot, which is printed again anyway.
            told = len(key.split()) > 3
            if not fresh and (key in seen or told and len(out) > 5) or told and own_number(chunk):
                first = first or key
                dropped.append(" ".join(chunk))
                cut = cut or "page"
                continue
            seen.add(key)
            first = first or key
        else:
            fresh = bool(re.fullmatch(r"(?:agenda item|appendix|annex)\s+\w+", key, re.I))
        out.append((chunk, cut))
        cut = ""
    return out, dropped, first.rstrip(" –-|")


# Lines into blocks.

def is_capitals(text):
    letters = re.sub(r"[^A-Za-z]", "", re.sub(r"\(.*?\)", "", text))
    return len(letters) >= 3 and letters == letters.upper()


def is_label(text):
    """'Name: something' with a short name."""
    return bool(re.match(r"^(?:\*\*)?[A-Z][\w'’/&().-]*(?: [\w'’/&().-]+){0,3}:(?:\*\*)?\s+\S", text))


def bullet_of(line):
    """(indent, text) of a bulleted line, or nothing. 'o ' is Word's second-level bullet."""
    found = re.match(rf"^(\s*)(?:[-*–+]|{BULLET}|o)\s+(\S.*)$", line)
    if not found:
        return None
    return len(found[1].expandtabs(4)), found[2]


def pipe_cells(line):
    """A pipe row's cells; an escaped pipe stays in its cell."""
    line = line.strip()
    line = line[1:] if line.startswith("|") else line
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return [c.strip().replace("\\|", "|") for c in re.split(r"(?<!\\)\|", line)]


def pipe_table(lines):
    """A table of pipe rows. A header of blanks only says that the table has none (it goes on from the page before)."""
    at = next((i for i, l in enumerate(lines[:4]) if SEPARATOR.match(l) and "-" in l), None)
    head = [pipe_cells(l) for l in lines[:at]] if at else []
    body = [pipe_cells(l) for l in lines[(at + 1 if at is not None else 0):] if not (SEPARATOR.match(l) and "-" in l)]
    head = [r for r in head if any(r)]
    if at is None and len(body) > 1 and looks_like_header(body[0], body[1:]):
        head, body = body[:1], body[1:]
    return Block("table", rows=head + body, header=len(head))


def looks_like_header(row, rest):
    """Whether a tabbed table's first row names its columns."""
    filled = [c.strip() for c in row]
    width = max(len(r) for r in [row] + rest)
    if not rest or len(row) < width or sum(map(bool, filled)) < max(2, width - 2) or not filled[-1] or not filled[0]:
        return False
    if any(re.search(r"[.:;]$", c) and len(c) > 5 or re.match(r"^[£\d]", c) or len(c.split()) > 9 for c in filled):
        return False
    if width > 2:
        return True
    below = [len(r[1].split()) for r in rest if len(r) > 1 and r[1]]
    return max(len(c.split()) for c in filled) <= 4 and bool(below) and sum(below) / len(below) > 2 * len(filled[1].split())


def tab_table(lines):
    """A table of tabbed rows; a line without a tab is a row of one cell across the table."""
    ruled = [all(re.fullmatch(r"\s*:?-{2,}:?\s*|", c) for c in l.split("\t")) for l in lines]
    rows = [[c.strip() for c in l.split("\t")] for l, r in zip(lines, ruled) if not r]
    if True in ruled and 0 < ruled.index(True) < 3:
        return Block("table", rows=rows, header=ruled.index(True))   # Markdown's rule, with tabs for pipes
    header, width = 0, max(len(r) for r in rows)
    figure = lambda r: any(re.match(r"[£(-]?\d", c) for c in r)
    if len(rows) > 2 and width > 4 and "" in rows[0][1:] and not rows[1][0] and rows[0][0] and rows[2][0] and not figure(rows[0] + rows[1]):
        header = 2   # groups of columns above the columns' own names
    elif len(rows[0]) > 1 and looks_like_header(rows[0], rows[1:]):
        header = 1
    return Block("table", rows=rows, header=header)


def tab_run(lines, start):
    """Where a run of tabbed rows that starts at `start` ends.

    Lines without a tab between two tabbed ones are rows of one cell (a form's section titles); after the last tabbed one
    they are rows only when the form has such rows already.
    """
    last = start
    for i in range(start, len(lines)):
        if "\t" in lines[i]:
            last = i
        elif lines[i].lstrip().startswith("|") or i - last > 3:
            break
    inner = sum("\t" not in l for l in lines[start:last + 1])
    return len(lines) if inner >= 2 and len(lines) - last <= 4 else last + 1


def is_numbered_run(lines):
    """'1.<tab>Apologies<tab>5' is an agenda's item and no table's row."""
    rows = [[c.strip() for c in l.split("\t") if c.strip()] for l in lines]
    numbered = [bool(r) and bool(re.fullmatch(r"\d+(?:\.\d+)*[.)]?|[A-Z][.)]|\(?(?:[a-z]|[ivx]+)[.)]", r[0])) for r in rows]
    pages = lambda r: len(r) < 3 or len(r) == 3 and re.fullmatch(r"(?:pages? )?\d+(?: ?[-–] ?\d+)?", r[2], re.I)
    return numbered[0] and all(pages(r) and (n or l.startswith("\t")) for r, n, l in zip(rows, numbered, lines))


def starts_numbered(text):
    """Whether a line begins a numbered paragraph; a bare number before a small letter or a bracket goes on with a sentence."""
    found = NUMBER.match(text)
    return bool(found) and (found[1][-1] in ".)" or "." in found[1] or "/" in found[1] or text[found.end()].isupper() or text[found.end()] == "*")


def split_lines(lines):
    """A chunk's plain lines as paragraphs: a wrapped line joins the one before, one that is its own stays its own."""
    widest = max(len(l.strip()) for l in lines)
    margin = len(lines[0]) - len(lines[0].lstrip())
    out, before = [], ""
    for line in lines:
        text = line.strip().lstrip(">").strip() if line.lstrip().startswith(">") else line.strip()
        if not text:
            continue
        hangs = len(line) - len(line.lstrip()) >= margin + 2 and bool(before)
        own = (starts_numbered(text) or is_label(text) or (is_capitals(text) and len(text) > 8 and not text.endswith("."))
               or ASIDE.match(text) or re.match(r"[\w-]+(?: [\w-]+)?\.?: ", text)
               or re.match(r"^(\*\*|#{1,6} )", text) or re.match(r"^\*\*.*\*\*:?$", before) or not before)
        full = len(before) >= 50 and len(before) + 1 + len(text.split()[0]) >= min(widest, 0.85 * widest + 10)
        open_end = len(before) > 30 and re.search(r"(?:\b(?:and|or|of|the|to|in|for|a|an|by|with|on)|,|&)$", before)
        wrapped = full or open_end or hangs or (re.match(r"[a-z(&]", text) and len(before) > 30 and not re.search(r"[.:;]$", before))
        if own and not hangs or not wrapped or (re.search(r"[.:;]$", before) and len(before) < 0.8 * widest):
            out.append(text)
        else:
            out[-1] += " " + text
        before = text
    return out


def list_items(lines):
    """A run of bulleted lines with what hangs under them: (indent, text) items."""
    items, waiting = [], None
    for line in lines:
        if re.fullmatch(rf"\s*{BULLET}\s*", line):
            waiting = len(line) - len(line.lstrip())
            continue
        found = bullet_of(line)
        if found:
            items.append(list(found))
        elif waiting is not None:
            items.append([waiting, line.strip()])
        elif items:
            items[-1][1] += " " + line.strip()
        waiting = None
    return [tuple(i) for i in items]


def hangs(line, items, before):
    """Whether an unmarked line goes on with the bullet above it."""
    if line.startswith((" ", "\t")) and not NUMBER.match(line.strip()):
        return True
    return len(before) >= 60 and not re.search(r"[.:;]$", before) or bool(re.match(r"[a-z]", line))


def untagged(text):
    """A paragraph's blocks where the text holds a cell's HTML although its table is gone."""
    if not re.search(r"<(?:p|ul|li)\b", text, re.I):
        return [Block("para", text)]
    return [Block("list", items=[(d, t)]) if d else Block("para", t) for d, t in pieces(text)]


def chunk_blocks(lines):
    """One chunk's blocks, line by line: tables, lists, headings and paragraphs."""
    blocks, i = [], 0
    while i < len(lines):
        line = lines[i]
        if line.lstrip().startswith("|") and line.count("|") > 1:
            j = i
            while j < len(lines) and lines[j].lstrip().startswith("|"):
                j += 1
            blocks.append(pipe_table(lines[i:j]))
        elif "\t" in line and not bullet_of(line):
            j = tab_run(lines, i)
            run = lines[i:j]
            if is_numbered_run(run):
                for l in run:
                    if l.startswith("\t") and blocks and blocks[-1].kind == "para" and not NUMBER.match(l.strip()):
                        blocks[-1].text += " " + " ".join(l.split())   # the item's next line, under its words
                    else:
                        blocks.append(Block("para", " ".join(l.split())))
            else:
                blocks.append(tab_table(run))
        elif re.match(r"#{1,6}\s+\S", line.lstrip()):
            mark, text = line.strip().split(None, 1)
            blocks.append(Block("heading", text.rstrip("# "), level=len(mark)))
            j = i + 1
        elif (found := bullet_of(line)) or re.fullmatch(rf"\s*{BULLET}\s*", line):
            if found and NUMBER.match(found[1]):
                j = i + 1
                text = found[1]
                while j < len(lines) and not bullet_of(lines[j]) and hangs(lines[j], [], lines[j - 1]):
                    text += " " + lines[j].strip()
                    j += 1
                blocks.append(Block("para", text))
            else:
                j, alone = i + 1, not found
                while j < len(lines) and "\t" not in lines[j].strip():
                    mark = bullet_of(lines[j])
                    if mark and NUMBER.match(mark[1]):
                        break
                    if not mark and not alone and not re.fullmatch(rf"\s*{BULLET}\s*", lines[j]) and not hangs(lines[j], [], lines[j - 1]):
                        break
                    alone = bool(re.fullmatch(rf"\s*{BULLET}\s*", lines[j]))
                    j += 1
                blocks.append(Block("list", items=list_items(lines[i:j]), star=line.lstrip().startswith("*")))
        else:
            j = i + 1
            while j < len(lines) and "\t" not in lines[j] and not bullet_of(lines[j]) and not lines[j].lstrip().startswith(("|", "#")) \
                    and not re.fullmatch(rf"\s*{BULLET}\s*", lines[j]):
                j += 1
            made = [b for t in split_lines(lines[i:j]) for b in untagged(t)]
            for above, below in zip(made, made[1:]):
                above.tight = max(len(above.text), len(below.text)) < 70   # an address's lines, a label's
            blocks += made
        i = j
    return blocks


# What the page's end had cut is put together again.

def goes_on(before, after):
    """Whether a table goes on from another: no header of its own or the same one, and as many columns."""
    wide = lambda t: max(len(r) for r in t.rows)
    if before.kind != "table" or after.kind != "table":
        return False
    if not after.header and after.rows[0][0] == "" and wide(after) == wide(before) and len(after.rows[0]) == wide(after):
        return True
    if after.header and before.header and after.rows[:after.header] == before.rows[:after.header]:
        return True
    return not after.header and wide(after) <= wide(before) and (after.cut or wide(after) == wide(before) and wide(after) > 2) \
        and (wide(after) == wide(before) or after.rows[0][0] == "" or after.cut and wide(before) - wide(after) < 2)


def broken_sentence(before, after):
    """Whether `after` goes on with the sentence that `before` leaves open."""
    if after.kind != "para" or not re.match(r"[a-z]", after.text) or NUMBER.match(after.text):
        return False
    last = before.text if before.kind == "para" else before.items[-1][1] if before.kind == "list" and before.items else ""
    return len(last) > 40 and bool(re.search(r"[\w,’']$", last)) and not is_label(last)


def fragment_rows(chunks):
    """A tabbed row whose first words were left at the page's foot is one row again."""
    out = []
    for i, (lines, cut) in enumerate(chunks):
        if out and cut and "\t" in lines[0] and lines[0].split("\t")[0] and out[-1][0][-1].count("\t") == 0 and len(out[-1][0]) > 1 \
                and "\t" in out[-1][0][-2] and not re.search(r"[.:]$", out[-1][0][-1]):
            out[-1] = (out[-1][0][:-1] + [out[-1][0][-1] + " " + lines[0]] + lines[1:], out[-1][1])
        else:
            out.append((lines, cut))
    return out


def first_words(cell):
    return re.sub(rf"^(?:\s|<[^>]+>|{BULLET})+", "", cell)


def cut_row(above, below):
    """Whether a row is the rest of the one above, which the page's end had cut: it begins blank and then in mid-sentence."""
    if len(above) != len(below) or len(below) < 2 or below[0]:
        return False
    goes_on = [bool(a) and bool(re.match(r"[a-z]", first_words(b))) and not re.search(r"[.:;]$", re.sub(r"(?:\s|<[^>]+>)+$", "", a))
               for a, b in zip(above, below)]
    # Where any other cell is filled in both, the lower may be a row of its own in a group: better left apart.
    return any(goes_on) and all(g or not a or not b for g, a, b in zip(goes_on, above, below))


def join_cells(above, below):
    """One cell of the two parts that a page's end had left of it."""
    if not above or not below:
        return above or below
    if re.match(r"[a-z]", first_words(below)):
        opened = above if "<" in above else f"<p>{above}"
        return re.sub(r"(?:\s|</(?:p|li|ul)>)+$", "", opened) + " " + re.sub(r"^(?:\s|<(?:p|li|ul)\b[^>]*>)+", "", below)
    return above + " " + below


def mend(blocks):
    """Joins tables, lists and sentences that a page's end had cut."""
    out, dropped = [], []
    for block in blocks:
        last = out[-1] if out else None
        if last and goes_on(last, block):
            same = block.header and block.rows[:block.header] == last.rows[:block.header]
            if same:
                dropped += [" ".join(r) for r in block.rows[:block.header]]
            rows = block.rows[block.header if same else 0:]
            if rows and block.cut and cut_row(last.rows[-1], rows[0]):
                last.rows[-1] = [join_cells(a, b) for a, b in zip(last.rows[-1], rows[0])]
                rows = rows[1:]
            last.rows += rows
        elif last and broken_sentence(last, block):
            if last.kind == "para":
                last.text += " " + block.text
            else:
                depth, text = last.items[-1]
                last.items[-1] = (depth, text + " " + block.text)
        elif last and last.kind == block.kind == "list" and not (last.star and not block.star):
            last.items += block.items
        else:
            out.append(block)
    return out, dropped


def nest(items):
    """Indents as depths 0, 1, 2 …"""
    out, stack = [], []
    for indent, text in items:
        while len(stack) > 1 and indent < stack[-1] - 1:
            stack.pop()
        if not stack or indent > stack[-1] + 1:
            stack.append(indent)
        out.append((len(stack) - 1, text))
    return out


# Which paragraphs are headings in a laid-out paper.

def numbered_below(number, text):
    """Whether a numbered paragraph goes under a title and does not merely follow it: '1.1' under '1', anything under no number."""
    below = NUMBER.match(text)
    if not below or is_capitals(text):
        return False
    return not number or below[1].rstrip(".").count(".") > number[1].rstrip(".").count(".")


def heading_level(block, after, first):
    """The level of a paragraph that stands as a heading, or 0."""
    text = block.text
    words = text.split()
    number = NUMBER.match(text)
    title = text[number.end():] if number else text
    if re.search(r"\b(?:is|are|was|were|has|have|will|should|must)\b", title):
        return 0   # a sentence, though it leads in what follows
    if text.startswith("**") or re.search(r"[.:;,]$", text) or len(words) > 14 or not title or re.match(r"^[\W\d]", title):
        return 0
    if is_capitals(title):
        if number:
            return 2 if re.fullmatch(r"[\w/]+[.)]?", number[1]) else 3
        return (1 if first else 2) if len(words) > 1 or len(text) > 8 else 0
    if is_label(text) and not re.match(r"(?:theme|objective|priority|purpose|part|section|aim|goal|pillar|chapter|outcome|project|programme)\b", text, re.I):
        return 0
    weighty = after and (after.kind in ("table", "list") or after.kind == "para" and (len(after.text.split()) >= 12 or numbered_below(number, after.text)))
    if not weighty or len(words) > 10 or re.match(r"^[a-z]", title) or re.search(r"\b(19|20)\d\d$", text) and len(words) < 4:
        return 0
    if number:
        return 3 if number[1].rstrip(".)").replace(".", "").isdigit() and len(words) < 9 else 0
    return 3


def name_headings(chunked):
    """Turns lone short titles into headings. `chunked` tells which blocks stood alone between blank lines."""
    blocks = [b for b, _ in chunked]
    first = not any(b.kind == "heading" and b.level == 1 for b in blocks)
    top = blocks[0] if blocks else None
    if first and top.kind == "para" and len(top.text.split()) <= 14 and re.match(r"[A-Z]", top.text) and not ASIDE.match(top.text):
        top.kind, top.level, first = "heading", 1, False
    for i, (block, alone) in enumerate(chunked):
        if block.kind != "para" or not alone:
            continue
        level = heading_level(block, blocks[i + 1] if i + 1 < len(blocks) else None, first)
        if level:
            block.kind, block.level = "heading", level
            first = first and level != 1
    return blocks


def read(text):
    """The paper that a text holds."""
    chunks, dropped, running = furniture_out(text)
    blocks = []
    for lines, cut in fragment_rows(chunks):
        made = chunk_blocks(lines)
        if made:
            made[0].cut = cut
        # A break is kept only where the page's end ended something.
        blocks += [(b, len(made) == 1 or b.kind == "table") for b in made]
    alone = {id(b): a for b, a in blocks}
    whole, repeated = mend([b for b, _ in blocks])
    named = name_headings([(b, alone[id(b)]) for b in whole])
    for i, block in enumerate(named):
        block.items = nest(block.items)
        if i and block.kind == "list" and len(block.items) == 1 and named[i - 1].kind == "table" and block.star:
            named[i] = Block("para", "* " + block.items[0][1])   # a footnote to the table's asterisk
    titles = [b.text for b in named[:5] if b.kind == "heading"] + [b.text for b in named if b.text and not ASIDE.match(b.text)] + ["Paper"]
    title = titles[0]
    return Paper(plain(title), named, dropped + repeated, running)


# Inline marks and cells.

def inline(text):
    """Inline Markdown and the few tags that occur, as clean HTML; everything else is text."""
    parts = []
    for piece in re.split(r"(</?(?:i|b|em|strong|u|sup|sub)\s*>|<br\s*/?>)", text, flags=re.I):
        if re.fullmatch(r"</?(?:i|b|em|strong|u|sup|sub)\s*>|<br\s*/?>", piece, re.I):
            parts.append("<br/>" if piece.lower().startswith("<br") else piece.lower().replace(" ", ""))
        else:
            parts.append(html.escape(html.unescape(piece), quote=False))
    out = "".join(parts)
    out = re.sub(r"\*\*\*(.+?)\*\*\*", r"<b><i>\1</i></b>", out)
    out = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", out)
    out = re.sub(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])", r"<i>\1</i>", out)
    out = re.sub(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)", r"<i>\1</i>", out)
    out = re.sub(r"\[([^\]]+)\]\((https?://[^)\s]+|mailto:[^)\s]+)\)", r'<a href="\2">\1</a>', out)
    return balanced(re.sub(r"\\([*_#\[\]~])", r"\1", out))


def balanced(markup):
    """Closes what is left open and drops what closes nothing, so that any reader sees the same tree."""
    stack, out = [], []
    for piece in re.split(r"(</?[a-z]+[^<>]*>)", markup):
        name = re.match(r"<(/?)([a-z]+)", piece)
        if not name or name[2] == "br":
            out.append(piece)
        elif not name[1]:
            stack.append(name[2])
            out.append(piece)
        elif name[2] in stack:
            while stack:
                top = stack.pop()
                out.append(f"</{top}>")
                if top == name[2]:
                    break
    return "".join(out) + "".join(f"</{t}>" for t in reversed(stack))


def plain(text):
    """A text without its inline marks."""
    return html.unescape(re.sub(r"<br/>", "\n", inline(text)) and re.sub(r"<[^>]+>", "", inline(text).replace("<br/>", "\n")))


def pieces(cell):
    """A cell's paragraphs and bullets: (depth, text) with depth 0 for a paragraph, 1, 2 … for a bullet.

    Cells come with <p>, <ul> with and without <li>, bullets as signs, or nothing at all; what they mean is the same.
    """
    out, depth, text, item = [], 0, "", False

    def close(bullet):
        nonlocal text
        body = text.strip()
        text = ""
        if not body:
            return
        listed = re.match(rf"{BULLET}", body) or bullet
        for k, part in enumerate(re.split(rf"\s*{BULLET}\s+", body) if listed else [body]):
            part = part.strip()
            if part:
                out.append((max(depth, 1) if (k or bullet) else 0, part))
    for token in re.split(r"(</?(?:p|ul|ol|li)\b[^<>]*>)", cell, flags=re.I):
        tag = re.fullmatch(r"<(/?)(p|ul|ol|li)\b[^<>]*>", token, re.I)
        if not tag:
            text += TAG.sub(lambda m: m[0] if re.match(r"</?(br|i|b|em|strong|u|sup|sub)\b", m[0], re.I) else "", token)
            continue
        close(item)
        name, end = tag[2].lower(), bool(tag[1])
        if name in ("ul", "ol"):
            depth = max(0, depth + (-1 if end else 1))
            item = item and depth > 0
        elif name == "li":
            item = not end
        elif name == "p":
            item = item and not end
    close(item)
    # Lists left open by the extraction would nest for ever: a cell's shallowest bullet is at depth 1.
    depths = sorted({d for d, _ in out if d})
    return [(depths.index(d) + 1 if d else 0, t) for d, t in out]


def words(text):
    """The words of a text, for comparing two renderings of it."""
    return re.findall(r"[^\W_]+", html.unescape(text))
