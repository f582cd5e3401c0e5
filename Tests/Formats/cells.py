#!/usr/bin/env python3
"""Measures how many of a PDF pack's table cells a reader gets right.

  cells.py out/formats/pack.pdf [--reader '.build/release/goldthread import --dry-run --format grids {}'] [--pages 40] [--show N]

render.py --pack makes the pack and its truth. A reader is a command that prints a JSON line for each table of each sheet:
{"sheet": 1, "rows": [["cell", ...], ...]}; plumber.py is one. A cell is right when its text is the truth's (white space
folded, bullet signs left out) and it stands in the right row and column: a reader's table is laid over the true one by the
best pairing of columns and of rows that keeps both in order, so that one row too many does not make all below it wrong. Only
cells with text count, and those of a head that is printed again do not. "of those read" is right cells over the cells the reader gave in all. bench.py also takes times.
"""
import argparse
import collections
import json
import pathlib
import re
import shlex
import subprocess
import sys

BULLETS = re.compile(r"[•●○◦▪‣]")


def fold(text):
    return " ".join(BULLETS.sub(" ", str(text or "")).split())


def tight(text):
    return fold(text).replace(" ", "")


def grid(rows, by):
    """A table as folded texts, rows of one length, without rows and columns that are blank throughout."""
    width = max((len(r) for r in rows), default=0)
    cells = [[by(c) for c in r] + [""] * (width - len(r)) for r in rows]
    cells = [r for r in cells if any(r)]
    keep = [j for j in range(width) if any(r[j] for r in cells)]
    return [[r[j] for j in keep] for r in cells]


def in_order(score, n, m):
    """The pairing of 0..<n with 0..<m that keeps both in order and adds up to most: [(i, j)]."""
    best = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + score(i, j))
    pairs, i, j = [], 0, 0
    while i < n and j < m:
        if score(i, j) and best[i][j] == best[i + 1][j + 1] + score(i, j):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def right_cells(true, read):
    """How many cells of a true table stand in a read one, in their row and column."""
    if not true or not read:
        return 0
    wide, wide_read = len(true[0]), len(read[0])
    column = lambda t, j: collections.Counter(r[j] for r in t if r[j])
    left, found = [column(true, j) for j in range(wide)], [column(read, j) for j in range(wide_read)]
    shared = [[sum((a & b).values()) for b in found] for a in left]
    columns = in_order(lambda i, j: shared[i][j], wide, wide_read)
    same = [[sum(bool(t[c]) and t[c] == r[d] for c, d in columns) for r in read] for t in true]
    return sum(same[i][j] for i, j in in_order(lambda i, j: same[i][j], len(true), len(read)))


def words_of(row):
    return tuple(c for c in row if c)


def heads_again(truth, by=fold):
    """For each true table, the rows at its top that also open the table before it in the same paper."""
    starts = {s["first"] for s in truth["sources"]}
    before, source, again = [], None, []
    for page in truth["tables"]:
        first = max((s for s in starts if s <= page["page"]), default=1)
        for table in page["tables"]:
            rows = [words_of(r) for r in grid(table["rows"], by)]
            count = 0
            while first == source and count < min(2, len(rows) - 1, len(before)) and rows[count] == before[count]:
                count += 1
            again.append(set(rows[:count]))
            # What is printed again stands for the whole table's head.
            before, source = rows, first
    return again


def judge(truth, read, by=fold):
    """Right cells, true cells and read cells, by style of page. `read` maps a page to its tables."""
    tally = collections.defaultdict(collections.Counter)
    again = iter(heads_again(truth, by))
    style = {s["first"] + i: s["style"] for s in truth["sources"] for i in range(s["pages"])}
    heads, kept = collections.defaultdict(set), collections.Counter()
    for page in truth["tables"]:
        known = [(t, next(again)) for t in page["tables"]]
        heads[page["page"]] = set().union(*(h for _, h in known))
        seen = [grid(t, by) for t in read.get(page["page"], [])]
        for table, head in known:
            # A reader may print a repeated head or join the table to the one before: neither is counted.
            true = [r for r in grid(table["rows"], by) if words_of(r) not in head]
            kept.update((page["page"], words_of(r)) for r in true)
            count = sum(bool(c) for r in true for c in r)
            best = max((right_cells(true, t) for t in seen), default=0)
            tally[table["style"]].update(right=best, true=count, tables=1, whole=int(best == count))
    for number, tables in read.items():
        for table in tables if number in style else []:
            for row in map(words_of, grid(table, by)):
                if row not in heads[number] or kept[number, row] > 0:
                    kept[number, row] -= 1
                    tally[style[number]]["read"] += len(row)
    return tally


def tables_of(output):
    """What a reader printed, by sheet."""
    read = collections.defaultdict(list)
    for line in output.splitlines():
        if line.startswith("{"):
            table = json.loads(line)
            read[table["sheet"]].append(table["rows"])
    return read


def read_by(command, path):
    done = subprocess.run([x.replace("{}", str(path)) for x in shlex.split(command)], capture_output=True, text=True)
    if done.returncode:
        print(f"exit {done.returncode}: {done.stderr.strip()[-300:]}")
    return tables_of(done.stdout)


def report(truth, read):
    tally, loose = judge(truth, read), judge(truth, read, tight)
    whole = sum(tally.values(), collections.Counter())
    print(f"{sum(len(t) for t in read.values())} tables read")
    print(f"  {'':<24}{'tables':>7}{'cells':>8}{'right':>8}  share   no-space  of those read   tables whole")
    for style, t in [*sorted(tally.items()), ("all", whole)]:
        l = loose[style]["right"] if style != "all" else sum(x["right"] for x in loose.values())
        share = lambda a, b: f"{a / b:.3f}" if b else "  -  "
        print(f"  {style:<24}{t['tables']:>7}{t['true']:>8}{t['right']:>8}  {share(t['right'], t['true'])}   {share(l, t['true'])}"
              f"     {share(t['right'], t['read'])}           {share(t['whole'], t['tables'])}")


def show_wrong(truth, read, most):
    """Prints some tables that are not whole, true beside read, for seeing why."""
    for page in truth["tables"]:
        for table in page["tables"]:
            true = grid(table["rows"], fold)
            seen = [grid(t, fold) for t in read.get(page["page"], [])]
            best = max(seen, key=lambda t: right_cells(true, t), default=[])
            if right_cells(true, best) < sum(bool(c) for r in true for c in r):
                print(f"\n  page {page['page']} ({table['style']})")
                for r in true[:6]:
                    print("    true", [c[:40] for c in r])
                for r in best[:6]:
                    print("    read", [c[:40] for c in r])
                most -= 1
                if most <= 0:
                    return


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("pdf", type=pathlib.Path)
    a.add_argument("--truth", type=pathlib.Path)
    a.add_argument("--reader", default=".build/release/goldthread import --dry-run --format grids {}")
    a.add_argument("--pages", type=int, help="only so many pages, from the first, for a quick look")
    a.add_argument("--show", type=int, default=0)
    a.add_argument("--self-test", action="store_true", help="judge the truth by itself: every share must be 1")
    o = a.parse_args()
    truth = json.loads((o.truth or o.pdf.with_name(o.pdf.stem + ".truth.json")).read_text(encoding="utf-8"))
    pdf = o.pdf
    if o.pages:
        truth["tables"] = [p for p in truth["tables"] if p["page"] <= o.pages]
        pdf = o.pdf.with_name(f"{o.pdf.stem}-first-{o.pages}.pdf")
        subprocess.run(["qpdf", str(o.pdf), "--pages", ".", f"1-{o.pages}", "--", str(pdf)], check=True)
    if o.self_test:
        report(truth, {p["page"]: [t["rows"] for t in p["tables"]] for p in truth["tables"]})
        return 0
    read = read_by(o.reader, pdf)
    report(truth, read)
    if o.show:
        show_wrong(truth, read, o.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
