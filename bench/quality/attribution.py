"""Who is credited with which words: attributions of whole texts, through the whole program, beside two peers.

    python bench/quality/attribution.py [--data DIR] [--gold FILE] [--folds 01234] [--no-model] [--lean X] [--out FILE]

Gold and predictions are attributions of source, cue and content. Printed for each system:
  attribution  contents overlap by half (of their letters and marks together) and the sources meet, one to one
  strict       content and source exact but for marks and white space at their ends, and the cues meet
  source       share of the contents that overlap by half whose source meets
  direct, mixed, indirect  recall of `attribution` by the form of the gold content
with 95 % intervals of F1 (bootstrap over texts, seed 1). Exits 1 when a figure falls below bench/quality/floors.json.

--gold   a file of the same shape instead of DIR/attribution/dev.jsonl.gz
--folds  only the texts whose number modulo 5 is one of these digits: for choosing on the training file
--out    write our predictions, one JSON object a line: {"id", "attributions"}
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.quotes import ORIGIN, RESAMPLES, held, in_marks, joined, lines_of
from onrecord.formats import Caps
from onrecord.pipeline import read_items, read_page
from onrecord.settings import Settings, read_settings
from onrecord.types import Capture, Sighting, SiteSlice
from onrecord.types.page import ReadItem

ROLES = ("source", "cue", "content")
FORMS = ("direct", "mixed", "indirect")
HALF = 0.5
PEERS = ("textacy_direct_quotations", "gender_gap_tracker")


@dataclass(frozen=True, slots=True)
class Act:
    """An attribution made ready for comparing: letters of each role, and its exact ends without marks."""

    letters: dict[str, frozenset[int]]
    exact: dict[str, tuple[tuple[int, int], ...]]


def acts(text: str, rows: Sequence[dict[str, Any]], zones: frozenset[int]) -> list[Act]:
    """The attributions of a text, those left out that touch a zone which annotators set aside."""
    made = []
    for row in rows:
        letters = {
            role: frozenset(
                at for start, end in row.get(role) or [] for at in range(start, end) if not text[at].isspace()
            )
            for role in ROLES
        }
        if not letters["content"] & zones:
            made.append(Act(letters, {role: joined(text, row.get(role) or []) for role in ROLES}))
    return made


def overlap(one: Act, other: Act) -> float:
    """Letters of both contents together that both have."""
    mine, theirs = one.letters["content"], other.letters["content"]
    return len(mine & theirs) / len(mine | theirs) if mine & theirs else 0.0


def meets(one: Act, other: Act, role: str) -> bool:
    """Whether the spans of a role share a letter, or both lack it."""
    mine, theirs = one.letters[role], other.letters[role]
    return bool(mine & theirs) or not (mine or theirs)


def matched(gold: Sequence[Act], found: Sequence[Act], *, with_source: bool) -> list[tuple[int, int]]:
    """Pairs (gold, found), one to one, the largest overlap first."""
    pairs = [
        (-overlap(one, other), at, to)
        for at, one in enumerate(gold)
        for to, other in enumerate(found)
        if overlap(one, other) >= HALF and (not with_source or meets(one, other, "source"))
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for _, at, to in sorted(pairs):
        if at not in used[0] and to not in used[1]:
            used[0].add(at)
            used[1].add(to)
            kept.append((at, to))
    return kept


def strictly(gold: Sequence[Act], found: Sequence[Act]) -> int:
    """How many found attributions are exact."""
    left = list(found)
    hits = 0
    for one in gold:
        same = next((other for other in left if _same(one, other)), None)
        if same is not None:
            left.remove(same)
            hits += 1
    return hits


def _same(one: Act, other: Act) -> bool:
    exact = all(one.exact[role] == other.exact[role] for role in ("content", "source"))
    return exact and meets(one, other, "cue")


def form_of(text: str, marks: Sequence[bool], act: Act) -> str:
    """direct, mixed or indirect, by the quotation marks around the words of the content."""
    words = [at for at in act.letters["content"] if text[at].isalnum()]
    quoted = sum(marks[at] for at in words)
    return "direct" if quoted == len(words) else "mixed" if quoted else "indirect"


def counted(article: dict[str, Any], rows: Sequence[dict[str, Any]]) -> Counter[str]:
    """The counts of one text."""
    text = article["text"]
    zones = frozenset(at for start, end in article.get("discard", []) for at in range(start, end))
    gold, found = acts(text, article["attributions"], zones), acts(text, rows, zones)
    counts = Counter(gold=len(gold), found=len(found), strict=strictly(gold, found))
    marks = in_marks(text)
    hits = {at for at, _ in matched(gold, found, with_source=True)}
    for at, one in enumerate(gold):
        form = form_of(text, marks, one)
        counts[f"gold {form}"] += 1
        counts[f"hit {form}"] += at in hits
    counts["hit"] = len(hits)
    contents = matched(gold, found, with_source=False)
    counts["content"] = len(contents)
    counts["content and source"] = sum(meets(gold[at], found[to], "source") for at, to in contents)
    return counts


def f1_of(total: Counter[str], hits: str) -> float:
    """2 hits / (found + gold), in per cent."""
    both = total["found"] + total["gold"]
    return 200 * total[hits] / both if both else 100.0


def report(name: str, counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Print the lines of one system; its figures."""
    total = sum(counts, Counter[str]())
    figures: dict[str, float] = {}
    for measure, hits in (("attribution", "hit"), ("strict", "strict")):
        chance = random.Random(1)
        samples = sorted(
            f1_of(sum(chance.choices(counts, k=len(counts)), Counter[str]()), hits) for _ in range(RESAMPLES // 5)
        )
        low, high = samples[int(0.025 * len(samples))], samples[int(0.975 * len(samples)) - 1]
        precision, recall = 100 * total[hits] / max(total["found"], 1), 100 * total[hits] / max(total["gold"], 1)
        figures[measure] = f1_of(total, hits)
        print(f"{name:<26}{measure:<13}{precision:6.1f}{recall:7.1f}{figures[measure]:7.1f}  [{low:.1f}, {high:.1f}]")
    figures["source"] = 100 * total["content and source"] / max(total["content"], 1)
    for form in FORMS:
        figures[form] = 100 * total[f"hit {form}"] / max(total[f"gold {form}"], 1)
    told = "  ".join(f"{key} {figures[key]:.1f}" for key in ("source", *FORMS))
    print(f"{name:<26}{told}  ({total['gold']} marked, {total['found']} found)")
    return figures


def read_plain(text: str, settings: Settings) -> tuple[ReadItem, ...]:
    """The items of a text that is read as a plain file."""
    capture = Capture.of(text.encode(), "text/plain")
    document = read_page((capture, Sighting(capture.id, "text.txt", "bench")), Caps.of(settings)).document
    return read_items((document, SiteSlice()), model=settings.model, lean=settings.lean)


def ours(article: dict[str, Any], settings: Settings) -> list[dict[str, Any]]:
    """The attributions that the program finds in a text."""
    return [_row(one.attribution) for item in read_plain(article["text"], settings) for one in item.statements]


def _row(attribution: Any) -> dict[str, Any]:
    spans = {"source": [attribution.source], "cue": [attribution.cue], "content": attribution.content}
    row = {role: [[span.start, span.end] for span in places if span] for role, places in spans.items()}
    return {**row, "mode": attribution.mode}


def main() -> int:
    """Print the table; 1 when a figure is below its floor, 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--folds", default="01234")
    parser.add_argument("--no-model", action="store_true")
    parser.add_argument("--lean", type=float, help="from precision to recall, as in the settings")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    folder = Path(given.data) / "attribution" if given.data else None
    gold = given.gold or (folder / "dev.jsonl.gz" if folder else None)
    if gold is None or not gold.is_file():
        print(ORIGIN, file=sys.stderr)
        return 2
    articles = [one for number, one in enumerate(lines_of(gold)) if str(number % 5) in given.folds]
    settings = read_settings({"model": not given.no_model, "lean": given.lean}, environ={})
    began = time.process_time()
    found = {one["id"]: ours(one, settings) for one in articles}
    seconds = time.process_time() - began
    if given.out:
        rows = [json.dumps({"id": name, "attributions": made}) for name, made in found.items()]
        given.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{'system':<26}{'measure':<13}{'P':>6}{'R':>7}{'F1':>7}  95 %")
    figures = report("onrecord", [counted(one, _flat(found[one["id"]])) for one in articles])
    for peer in PEERS if folder and not given.gold else ():
        file = folder / "peers" / f"{peer}.dev.jsonl.gz" if folder else None
        if file and file.is_file():
            theirs = {row["id"]: row["attributions"] for row in lines_of(file)}
            report(peer, [counted(one, theirs.get(one["id"], [])) for one in articles])
    print(f"{len(articles)} texts, {seconds / len(articles):.3f} CPU-seconds each")
    whole = given.gold is None and given.folds == "01234" and not given.lean
    return held(figures, "attribution without model" if given.no_model else "attribution") if whole else 0


def _flat(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without whole items: newspapers' gold knows none."""
    return [row for row in rows if row["mode"] != "whole_item"]


if __name__ == "__main__":
    sys.exit(main())
