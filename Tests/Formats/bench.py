#!/usr/bin/env python3
"""Measures goldthread's reading of a PDF pack against pdftotext and pdfplumber, in one run, and prints ratios.

  bench.py BIN [--folder out/bench-pdf] [--rounds 9] [--memory 75,150,300,600,1200]

The pack and its truth are made in the folder by render.py --pack if they are not there. Whole commands are timed, one after
the other in each round; a ratio is the median of the rounds' own ratios, since times on a shared machine are worth little.
Memory is the most that any one process of a command held. Needs qpdf and poppler-utils; WeasyPrint to make the pack; and
pdfplumber for this Python (see requirements.txt).
"""
import argparse
import collections
import importlib.metadata
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGES = 300


def run(command):
    """Seconds that a command takes, and megabytes of its largest process; ends the program where the command fails."""
    start = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed: exit {process.returncode}")
    # Linux counts in KiB.
    return seconds, used.ru_maxrss * 1024 / 1e6


def make_pack(folder):
    pack = folder / "pack.pdf"
    if not pack.exists() or not (folder / "pack.truth.json").exists():
        papers = [*sorted(ROOT.glob("Examples/[a-z]*.txt")), *sorted(ROOT.glob("Tests/IntakeTests/Layouts/*.txt"))]
        print(f"Making {pack}, {PAGES} pages, once …", flush=True)
        subprocess.run([sys.executable, HERE / "render.py", *papers, "--pack", str(PAGES), "--out", folder], check=True, stdout=subprocess.DEVNULL)
    if not pack.exists():
        raise SystemExit("No pack could be made.")
    return pack


def repeated(pack, pages, scratch):
    """The pack cut or repeated to so many pages; copies share nothing."""
    parts = []
    for copy in range(-(-pages // PAGES)):
        path = scratch / f"copy-{copy}.pdf"
        if not path.exists():
            path.symlink_to(pack.resolve())
        parts += [path, f"1-{min(PAGES, pages - copy * PAGES)}"]
    made = scratch / f"{pages}.pdf"
    run(["qpdf", "--empty", "--pages", *parts, "--", made])
    return made


def table(rows):
    """Prints rows with their columns in line, the first to the left and the others to the right."""
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  " + row[0].ljust(widths[0]) + "".join("   " + c.rjust(w) for c, w in zip(row[1:], widths[1:])))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("binary", type=pathlib.Path)
    a.add_argument("--folder", type=pathlib.Path, default=ROOT / "out" / "bench-pdf")
    a.add_argument("--rounds", type=int, default=9)
    a.add_argument("--memory", default="75,150,300,600,1200")
    o = a.parse_args()
    pack = make_pack(o.folder)
    goldthread = [o.binary.resolve(), "import", "--dry-run"]
    plumber = [sys.executable, HERE / "plumber.py"]

    commands = {
        "pdftotext": ["pdftotext", "-bbox-layout", pack, "/dev/null"],
        "tables": [*goldthread, "--format", "grids", pack],
        "findings": [*goldthread, "--format", "jsonl", pack],
    }
    for command in commands.values():
        run(command)
    times = {name: [] for name in [*commands, "pdfplumber"]}
    for number in range(o.rounds):
        for name, command in commands.items():
            times[name].append(run(command)[0])
        # It takes as long as all the others' rounds together, and varies little.
        if number < 3:
            times["pdfplumber"].append(run([*plumber, pack])[0])

    memory = []
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        for pages in map(int, o.memory.split(",")):
            file = repeated(pack, pages, scratch)
            memory.append((pages, run([*goldthread, "--format", "grids", file])[1]))
            file.unlink()

    # Judged last: what this program holds itself would count as its children's memory.
    import cells

    truth = json.loads((o.folder / "pack.truth.json").read_text(encoding="utf-8"))
    tallies = {}
    for name, command in [("goldthread", commands["tables"]), ("pdfplumber", [*plumber, pack])]:
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True)
        tallies[name] = cells.judge(truth, cells.tables_of(done.stdout))

    def ratio(name, to):
        return statistics.median(x / y for x, y in zip(times[name], times[to]))

    def row(label, name):
        return [label, f"{truth['pages'] / statistics.median(times[name]):.0f}", f"{ratio(name, 'pdftotext'):.2f} ×"]

    def percent(part, whole):
        return f"{100 * part / whole:.1f}" if whole else "-"

    version = importlib.metadata.version("pdfplumber")
    whole = {name: sum(tally.values(), collections.Counter()) for name, tally in tallies.items()}
    print(f"A PDF of {truth['pages']} pages with {whole['goldthread']['tables']} tables: whole commands in turn,"
          f" medians of {o.rounds} rounds, {os.cpu_count()} processors")
    table([
        ["", "pages a second", "its time against pdftotext's"],
        row("pdftotext -bbox-layout", "pdftotext"),
        row("goldthread, printing tables", "tables"),
        row("goldthread, printing findings", "findings"),
        row(f"pdfplumber {version}, printing tables", "pdfplumber"),
    ])
    print(f"  goldthread takes {ratio('tables', 'pdftotext'):.2f} × pdftotext's time (at most 3 asked for);"
          f" it is {ratio('pdfplumber', 'tables'):.1f} × faster than pdfplumber (20 asked for)")
    print("\nTable cells right, in 100; in brackets, of those that the reader gave")
    table([["", "cells", "goldthread", "pdfplumber"]] + [
        [style.removeprefix("pdf-"), str(tally[0]["true"])]
        + [f"{percent(t['right'], t['true'])} ({percent(t['right'], t['read'])})" for t in tally]
        for style, tally in [
            *((style, [tallies[n][style] for n in tallies]) for style in sorted(tallies["goldthread"])),
            ("all", list(whole.values())),
        ]
    ])
    print("\nPeak memory of goldthread's largest process")
    table([
        ["pages", *(str(pages) for pages, _ in memory)],
        ["MB", *(f"{size:.0f}" for _, size in memory)],
        [f"against {memory[0][0]} pages", *(f"{size / memory[0][1]:.2f} ×" for _, size in memory)],
    ])


if __name__ == "__main__":
    main()
