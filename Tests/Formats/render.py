#!/usr/bin/env python3
"""Lays text papers out again as PDF, Word, OpenDocument, HTML, RTF, Excel and CSV files, for testing the readers of each.

  render.py PAPER.txt ... --out out/formats           every version of each paper, in a folder named after the paper
  render.py PAPER.txt ... --only pdf,docx             only the versions whose names begin so
  render.py PAPER.txt ... --check                     only checks that no word of the text is lost on the way to HTML
  render.py PAPER.txt ... --pack 300 --out out/formats    one PDF of 300 pages with pack.truth.json: its table cells by page

Needs Debian's weasyprint, libreoffice-writer, libreoffice-calc, pandoc and qpdf, fonts-liberation (Arial's measures), and
openpyxl from PyPI (requirements.txt; scripts/python has it). What is missing is named and its versions skipped. Python 3.11.

The versions: pdf-ruled-* have cell borders, pdf-unruled-* none; portrait ones repeat a table's head on each page, landscape
ones do not; pdf-spans, docx-spans, odt-spans and xlsx-spans merge a group's blank left-hand cells into the filled one above;
*-pandoc and *-libreoffice say which program made the file; xlsx-paper is one sheet, xlsx-sheets one per table,
without what stands in none; csv-paper is made only of papers that are tables and little else.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import markup
import paper as papers
import sheets

HERE = pathlib.Path(__file__).resolve().parent
PRINTED = {
    "pdf-ruled-portrait": dict(ruled=True, landscape=False, justify=True),
    "pdf-ruled-landscape": dict(ruled=True, landscape=True, repeat=False),
    "pdf-unruled-portrait": dict(ruled=False, landscape=False),
    "pdf-unruled-landscape": dict(ruled=False, landscape=True, repeat=False, justify=True),
    "pdf-spans": dict(ruled=True, landscape=True, merge=True),
}


def missing(*tools):
    """Says which of the tools are not here; nothing is made without them."""
    gone = [t for t in tools if not shutil.which(t)]
    if gone:
        print(f"skipped: no {', '.join(gone)} here", file=sys.stderr)
    return bool(gone)


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr.strip()[-600:]}")


def words_lost(text, paper, html):
    """The words of the text that are not in its HTML, page marks, images and repeated heads aside."""
    source = papers.TAG.sub(lambda m: " " if re.match(r"</?(?:p|br|ul|ol|li)\b", m[0], re.I) else "", papers.IMAGE.sub(" ", text))
    wanted = collections.Counter(papers.words(source.replace("**", "")))
    for line in paper.dropped:
        if not papers.IMAGE.fullmatch(line):
            wanted -= collections.Counter(papers.words(line))
    return wanted - collections.Counter(markup.visible_words(html))


def load(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return text, papers.read(text)


def check(paths):
    """Whether every paper's words are all in its HTML; prints those that are not."""
    bad = 0
    for path in paths:
        text, paper = load(path)
        lost = words_lost(text, paper, markup.clean(paper))
        bad += bool(lost)
        print(f"{pathlib.Path(path).stem}: " + (f"LOST {dict(lost)}" if lost else f"no word lost, {len(paper.dropped)} page marks, heads and images dropped"))
    return 1 if bad else 0


def weasy_python():
    """The Python that WeasyPrint is installed for: this one, or the one in its command's first line."""
    try:
        import weasyprint  # noqa: F401
        return sys.executable
    except ImportError:
        first = open(shutil.which("weasyprint")).readline().strip()
        return first[2:].strip() if first.startswith("#!") else "/usr/bin/python3"


def lay_out(jobs, scratch):
    """Lays out {"html", "pdf", "truth"} jobs, in one run of WeasyPrint's Python since starting it is slow."""
    listed = scratch / "jobs.json"
    listed.write_text(json.dumps(jobs))
    run(weasy_python(), HERE / "boxes.py", listed)


def office(files, kind, folder, infilter=None):
    """Converts files with LibreOffice, headless and with a profile of its own so as to disturb no other."""
    if not files:
        return
    profile = pathlib.Path(tempfile.gettempdir()) / f"render-office-{os.getpid()}"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{profile}"]
    command += [f"--infilter={infilter}"] if infilter else []
    run(*command, "--convert-to", kind, "--outdir", folder, *files)


def wanted(name, only):
    return not only or any(name.startswith(o) for o in only)


def make_pdfs(read, out, only, scratch):
    if missing("weasyprint"):
        return
    jobs = []
    for n, (stem, paper) in enumerate(read):
        for name, style in PRINTED.items():
            if not wanted(name, only):
                continue
            html = scratch / f"{stem}.{name}.html"
            # A paper is part of a pack: its pages seldom start at 1.
            html.write_text(markup.printed(paper, first=11 if n % 2 == 0 else 1, **style))
            jobs.append(dict(html=str(html), pdf=str(out / stem / f"{name}.pdf"), truth=None))
    if jobs:
        lay_out(jobs, scratch)


OFFICE = [("docx-libreoffice", "docx", False), ("docx-spans", "docx", True), ("odt-libreoffice", "odt", False),
          ("odt-spans", "odt", True), ("rtf-libreoffice", "rtf", False)]


def make_documents(read, out, only, scratch):
    """Word, OpenDocument and RTF through LibreOffice, each kind in one run."""
    if missing("soffice"):
        return
    kinds = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}
    for name, ending, merge in OFFICE:
        if not wanted(name, only):
            continue
        folder = scratch / name
        folder.mkdir(exist_ok=True)
        files = []
        for stem, paper in read:
            html = folder / f"{stem}.html"
            html.write_text(markup.for_writer(paper, merge))
            files.append(html)
        # By way of an .odt: straight from HTML, the running head and foot are lost to Word's formats.
        office(files, kinds["odt"], folder, "HTML (StarWriter)")
        if ending != "odt":
            office([f.with_suffix(".odt") for f in files], kinds[ending], folder)
        for stem, _ in read:
            shutil.move(folder / f"{stem}.{ending}", out / stem / f"{name}.{ending}")


def make_pandoc(read, out, only):
    chosen = [k for k in ("docx", "odt") if wanted(f"{k}-pandoc", only)]
    if not chosen or missing("pandoc"):
        return
    for stem, paper in read:
        with tempfile.NamedTemporaryFile("w", suffix=".html") as html:
            html.write(markup.clean(paper))
            html.flush()
            for kind in chosen:
                run("pandoc", "-f", "html", html.name, "-o", out / stem / f"{kind}-pandoc.{kind}")


def make_sheets(read, out, only, scratch):
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        print("skipped: no openpyxl here (scripts/python has it)", file=sys.stderr)
        return
    for stem, paper in read:
        if not paper.tables:
            continue
        folder = out / stem
        if wanted("xlsx-paper", only) or wanted("ods-paper", only):
            sheets.one_sheet(paper, folder / "xlsx-paper.xlsx")
        if wanted("xlsx-spans", only):
            sheets.one_sheet(paper, folder / "xlsx-spans.xlsx", merge=True)
        if wanted("xlsx-sheets", only) or wanted("ods-sheets", only):
            sheets.many_sheets(paper, folder / "xlsx-sheets.xlsx")
        if wanted("csv", only):
            sheets.whole_as_csv(paper, folder / "csv-paper.csv")
    chosen = [k for k in ("paper", "sheets") if wanted(f"ods-{k}", only)]
    if not chosen or missing("soffice"):
        return
    for which in chosen:
        folder = scratch / f"ods-{which}"
        folder.mkdir(exist_ok=True)
        files = []
        for stem, paper in read:
            if paper.tables:
                files.append(folder / f"{stem}.xlsx")
                shutil.copy(out / stem / f"xlsx-{which}.xlsx", files[-1])
        office(files, "ods:calc8", folder)
        for file in files:
            shutil.move(file.with_suffix(".ods"), out / file.stem / f"ods-{which}.ods")


def make_all(paths, out, only):
    read = [(pathlib.Path(p).stem, load(p)[1]) for p in paths]
    for stem, _ in read:
        (out / stem).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        if wanted("html-clean", only):
            for stem, paper in read:
                (out / stem / "html-clean.html").write_text(markup.clean(paper))
        make_pdfs(read, out, only, scratch)
        make_pandoc(read, out, only)
        make_documents(read, out, only, scratch)
        make_sheets(read, out, only, scratch)


def make_pack(paths, out, pages):
    """One PDF of so many pages, of the papers laid out in each style in turn, and the truth about its tables."""
    if missing("weasyprint", "qpdf"):
        return 1
    out.mkdir(parents=True, exist_ok=True)
    read = [(pathlib.Path(p).stem, load(p)[1]) for p in paths]
    styles = list(PRINTED.items())
    truth, parts, sources, total, k = [], [], [], 0, 0
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        while total < pages:
            # Papers are laid out a dozen at a time; every paper comes round in another style.
            batch = []
            for _ in range(12):
                stem, paper = read[k % len(read)]
                style, options = styles[(k + k // len(read)) % len(styles)]
                html = scratch / f"{k}.html"
                html.write_text(markup.printed(paper, first=11, **options))
                batch.append((stem, style, dict(html=str(html), pdf=str(scratch / f"{k}.pdf"), truth=str(scratch / f"{k}.json"))))
                k += 1
            lay_out([job for _, _, job in batch], scratch)
            for stem, style, job in batch:
                if total >= pages:
                    break
                told = json.load(open(job["truth"]))
                count = min(told["pages"], pages - total)
                parts += [job["pdf"], f"1-{count}"]
                sources.append(dict(paper=stem, style=style, first=total + 1, pages=count))
                truth += [dict(page=t["page"] + total, rows=t["rows"], style=style) for t in told["tables"] if t["page"] <= count]
                total += count
        run("qpdf", "--empty", "--pages", *parts, "--", out / "pack.pdf")
    by_page = collections.OrderedDict()
    for t in truth:
        by_page.setdefault(t["page"], []).append(dict(rows=t["rows"], style=t["style"]))
    told = dict(pages=total, sources=sources, tables=[dict(page=p, tables=ts) for p, ts in by_page.items()])
    (out / "pack.truth.json").write_text(json.dumps(told, ensure_ascii=False, indent=0))
    print(f"{out / 'pack.pdf'}: {total} pages, {len(truth)} tables, {sum(len(r) for t in truth for r in t['rows'])} cells")
    return 0


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("papers", nargs="+")
    a.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out/formats"))
    a.add_argument("--only", default="")
    a.add_argument("--check", action="store_true")
    a.add_argument("--pack", nargs="?", type=int, const=300)
    o = a.parse_intermixed_args()
    if o.check:
        return check(o.papers)
    if o.pack:
        return make_pack(o.papers, o.out, o.pack)
    make_all(o.papers, o.out, [n for n in o.only.split(",") if n])
    return 0


if __name__ == "__main__":
    sys.exit(main())
