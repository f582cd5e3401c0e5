#!/usr/bin/env python3
"""Compares what goldthread finds in each format of a paper with what it finds in the paper's text.

  score.py BIN [PAPER.txt ...] --formats out/formats [--shared ../shared] [--only pdf,docx] [--show N]

BIN is a goldthread binary; render.py makes the files under --formats. Each file is read with
`BIN import --dry-run --format jsonl FILE` and scored by SHARED/gold/score.py against the paper's labels: those beside it
(PAPER.gold.jsonl) or in SHARED/gold; a paper without labels is scored against the findings of its own text, so that its F1
says how far the two agree. Without papers given: Examples, the layouts of the tests, and SHARED/seeds.
Exits 1 when a format's overall F1 is more than 0.02 below the text's over the same papers; the layouts of the tests, which
are odder than most papers and many of which lose their columns in print, are shown beside and not judged. What is missing
is said to be skipped. Formats that hold tables only, or no styles (xlsx-sheets, ods-sheets, csv-paper), are shown and not judged. Standard library only.
"""
import argparse
import collections
import concurrent.futures
import importlib.util
import io
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MARGIN = 0.02
LAYOUTS = ROOT / "Tests" / "IntakeTests" / "Layouts"
TABLES_ONLY = {"xlsx-sheets", "ods-sheets", "csv-paper"}


def scorer_at(shared):
    path = shared / "gold" / "score.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def findings(binary, path, seconds):
    """What goldthread finds in a file, and what went wrong if something did."""
    try:
        done = subprocess.run([str(binary), "import", "--dry-run", "--format", "jsonl", str(path)], capture_output=True,
                              text=True, errors="replace", timeout=seconds)
    except subprocess.TimeoutExpired:
        return "", f"took more than {seconds} s"
    return done.stdout, "" if done.returncode == 0 else f"exit {done.returncode}: {' '.join(done.stderr.split())[-160:]}"


def in_order(scorer, gold, text):
    """The findings with lines that count like the labels': a file of another format has lines of its own, and of two
    labels with the same words the scorer takes the one that stands nearer."""
    lines = collections.defaultdict(list)
    for label in scorer.load(gold):
        lines[label["kind"]].append((label.get("source") or {}).get("line") or 0)
    found = scorer.load(text)
    counts = collections.Counter(x["kind"] for x in found)
    seen = collections.Counter()
    for finding in found:
        kind = finding["kind"]
        ordered = sorted(lines[kind])
        if ordered:
            finding.setdefault("source", {})["line"] = ordered[seen[kind] * len(ordered) // counts[kind]]
        seen[kind] += 1
    return found


def labels_of(paper, shared):
    for path in (paper.with_suffix(".gold.jsonl"), shared / "gold" / f"{paper.stem}.gold.jsonl"):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def summed(counts):
    return sum((collections.Counter(c) for c in counts), collections.Counter(gold=0, found=0, matched=0, fields=0, right=0, placeable=0, placed=0))


def figure(scorer, counts):
    full = collections.defaultdict(int, counts)
    _, _, f1, fields, _ = scorer.figures(full)
    return f1, fields if full["matched"] else None   # nothing found has no field right or wrong


def cell(value, base):
    return "-" if value is None or base is None else f"{value:.3f}{value - base:+.3f}"


def three(value):
    return "  -  " if value is None else f"{value:.3f}"


def matrix(title, papers, names, values):
    """A paper × format table; formats stand as numbered columns since their names are long."""
    print(f"\n{title}: value and difference to the text's")
    width = max(len(p) for p in papers) + 1
    print(" " * width + " text  " + "".join(f"{f'[{i}]':>13}" for i, _ in enumerate(names, 1)))
    for paper in papers:
        base = values[paper].get("text")
        line = "".join(f"{cell(values[paper].get(n), base):>13}" for n in names)
        print(f"{paper:<{width}} {'  -  ' if base is None else f'{base:.3f}'} {line}")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("binary", type=pathlib.Path)
    a.add_argument("papers", nargs="*", type=pathlib.Path)
    a.add_argument("--formats", type=pathlib.Path, default=ROOT / "out" / "formats")
    a.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    a.add_argument("--only", default="")
    a.add_argument("--show", type=int, default=0, help="print up to N misses and N false findings a kind, paper and format")
    a.add_argument("--jobs", type=int, default=2)
    a.add_argument("--seconds", type=int, default=60)
    o = a.parse_intermixed_args()
    scorer = scorer_at(o.shared)
    if not scorer:
        print(f"skipped: no scores of formats, since {o.shared}/gold/score.py is not here")
        return 0
    if not o.binary.is_file():
        a.error(f"no goldthread at {o.binary}")
    papers = o.papers or sorted((ROOT / "Examples").glob("*.txt")) + sorted((ROOT / "Tests/IntakeTests/Layouts").glob("*.txt")) \
        + sorted((o.shared / "seeds").glob("*.txt"))
    only = [x for x in o.only.split(",") if x]
    files = {}
    for paper in papers:
        folder = o.formats / paper.stem
        if not folder.is_dir():
            print(f"skipped: {paper.stem} has not been rendered (render.py)")
            continue
        files[paper] = {f.stem: f for f in sorted(folder.iterdir()) if f.is_file() and (not only or any(f.stem.startswith(x) for x in only))}
    if not files:
        print("skipped: nothing rendered to score")
        return 0
    names = sorted({n for f in files.values() for n in f})
    jobs = [(p, n, f) for p, fs in files.items() for n, f in [("text", p), *fs.items()]]
    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        found = {(p, n): r for (p, n, _), r in zip(jobs, pool.map(lambda j: findings(o.binary, j[2], o.seconds), jobs))}
    counts, wrong = {}, collections.Counter()
    f1s, fields = collections.defaultdict(dict), collections.defaultdict(dict)
    for paper in files:
        labels = labels_of(paper, o.shared) or found[paper, "text"][0]
        for name in ["text", *files[paper]]:
            text, error = found[paper, name]
            if error:
                wrong[name] += 1
                if wrong[name] == 1:
                    print(f"  {paper.stem} {name}: {error}")
            out = sys.stdout if o.show else io.StringIO()
            if o.show:
                print(f"  {paper.stem} {name}")
            counts[paper, name] = summed(scorer.score(scorer.load(labels), in_order(scorer, labels, text), set(), o.show, out).values())
            f1s[paper.stem][name], fields[paper.stem][name] = figure(scorer, counts[paper, name])
    for i, name in enumerate(names, 1):
        print(f"[{i}] {name}")
    shown = [p.stem + ("" if labels_of(p, o.shared) else "*") for p in files]
    for table, title in ((f1s, "F1"), (fields, "Fields")):
        matrix(title + " (* no labels: agreement with the text)", shown, names, {s: table[s.rstrip("*")] for s in shown})
    bad = []
    odd = [p for p in files if LAYOUTS in p.resolve().parents]
    for title, group in (("layouts of the tests", odd), ("all other papers", [p for p in files if p not in odd])):
        if not group:
            continue
        print(f"\n{title:<26}{'papers':>7}{'failed':>7}  F1     text    diff   fields text    diff")
        for name in ["text", *names]:
            papers = [p for p in group if (p, name) in counts]
            (f1, fld), (tf1, tfld) = (
                figure(scorer, summed(counts[p, n] for p in papers)) for n in (name, "text"))
            wrongs = sum(bool(found[p, name][1]) for p in papers)
            below = f1 < tf1 - MARGIN
            verdict = "" if not below else "tables only, not judged" if name in TABLES_ONLY else "not judged" if group is odd else "BELOW"
            bad += [name] if verdict == "BELOW" else []
            print(f"{name:<26}{len(papers):>7}{wrongs:>7}  {f1:.3f}  {tf1:.3f}  {f1 - tf1:+.3f}  {three(fld)}   {three(tfld)}  {cell(fld, tfld)[5:]:<6}  {verdict}")
    print(f"{len(bad)} of {len(names)} formats are more than {MARGIN} below the text's F1" + (": " + ", ".join(bad) if bad else ""))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
