"""Who is who inside a text: short names and pronouns on the right full name, through the whole program.

    python bench/quality/identity.py --data DIR [--gold FILE] [--half 0|1] [--show N]

Gold are clusters of mentions (coref/gum.dev.jsonl: UniversalDependencies/UD_English-GUM @ afb41ee9, genres under CC BY
or in the public domain). Printed, for news and for all texts:
  resolved  of "he", "she" and names of one word whose person the text names in full, the share that is put on a name
            of that person; `wrong` put on another, the rest left open
  B3, MUC   persons alone, mentions compared by their heads, single ones left out
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.attribution import read_plain
from bench.quality.quotes import held
from onrecord.languages.en import EN
from onrecord.resolve.people import people_of, tokens_of
from onrecord.settings import Settings, read_settings

ORIGIN = "needs --data or ONRECORD_DATA with coref/gum.dev.jsonl (UniversalDependencies/UD_English-GUM @ afb41ee9)"
PRONOUNS = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
Place = tuple[int, int]
Cluster = list[Place]


def ours(text: str, settings: Settings) -> list[tuple[Place, Cluster]]:
    """The persons of a text: the place of the fullest name, and all names and pronouns that stand for it."""
    found = []
    for item in read_plain(text, settings):
        people = people_of(item.reading)
        for person in people.persons:
            places = [(span.start, span.end) for span, one in people.of.items() if one is person]
            found.append(((person.fullest.start, person.fullest.end), sorted(places)))
    return found


def persons(row: dict[str, Any]) -> list[list[list[Any]]]:
    """The gold clusters of persons: mentions as [start, end, kind, head start, head end]."""
    return [one["mentions"] for one in row["clusters"] if one["type"] == "person"]


def is_full(text: str, mention: Sequence[Any]) -> bool:
    """Whether a gold mention is a name of at least two capitalised words that do not stand apart."""
    words = text[mention[0] : mention[1]].split()
    return mention[2] == "name" and sum(word[:1].isupper() for word in words) > 1


def resolved(row: dict[str, Any], found: Sequence[tuple[Place, Cluster]]) -> Counter[str]:
    """Right, wrong and all of the pronouns and short names whose person is named in full."""
    text, counts = row["text"], Counter[str]()
    for cluster in persons(row):
        named = [mention for mention in cluster if mention[2] == "name"]
        if not any(is_full(text, mention) for mention in cluster):
            continue
        for start, end, kind, *head in cluster:
            words = text[start:end]
            short = kind == "name" and " " not in words.strip()
            if not short and words.casefold() not in PRONOUNS:
                continue
            sort = "short" if short else "pronoun"
            counts[f"{sort} all"] += 1
            place = next((full for full, places in found if any(meet(head, one) for one in places)), None)
            right = place is not None and any(is_name_of(text, place, mention) for mention in named)
            counts[f"{sort} right"] += right
            counts[f"{sort} wrong"] += place is not None and not right
    return counts


def is_name_of(text: str, place: Place, mention: Sequence[Any]) -> bool:
    """Whether a found name is the marked one or ends like it: one person may be two clusters of the gold."""
    if meet(mention[3:5], place):
        return True
    ours, theirs = (tokens_of(text[start:end], EN) for start, end in (place, mention[:2]))
    return bool(ours and theirs) and ours[-1] == theirs[-1]


def meet(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two places share a letter."""
    return one[0] < other[1] and other[0] < one[1]


def b_cubed(row: dict[str, Any], found: Sequence[tuple[Place, Cluster]]) -> Counter[str]:
    """Sums of the precision and recall of every mention, of persons with more than one; places by gold heads."""
    heads = {(m[3], m[4]): at for at, cluster in enumerate(persons(row)) if len(cluster) > 1 for m in cluster}
    others = {(m[3], m[4]) for one in row["clusters"] for m in one["mentions"]} - set(heads)
    made: dict[Place, int] = {}
    for at, (_, places) in enumerate(found):
        for place in places:
            inside = [head for head in heads if place[0] <= head[0] and head[1] <= place[1]]
            if inside or not any(place[0] <= head[0] and head[1] <= place[1] for head in others):
                made[inside[-1] if inside else place] = at
    sizes = Counter(made.values())
    made = {place: at for place, at in made.items() if sizes[at] > 1}
    both = Counter((heads[place], at) for place, at in made.items() if place in heads)
    gold, ours_ = Counter(heads.values()), Counter(made.values())
    return Counter(
        precision=sum(both[heads[p], at] / ours_[at] for p, at in made.items() if p in heads),
        recall=sum(both[heads[p], at] / gold[heads[p]] for p, at in made.items() if p in heads),
        found=len(made),
        marked=len(heads),
    )


def main() -> int:
    """Print the table; 1 when a figure is below its floor, 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second text, from the first or the second on")
    given = parser.parse_args()
    gold = given.gold or (Path(given.data) / "coref/gum.dev.jsonl" if given.data else None)
    if gold is None or not gold.is_file():
        print(ORIGIN, file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    rows = rows if given.half is None else rows[given.half :: 2]
    settings = read_settings({}, environ={})
    found = [ours(row["text"], settings) for row in rows]
    figures: dict[str, float] = {}
    print(f"{'texts':<8}{'n':>4}  {'pronouns':<24}{'short names':<24}{'together':<12}B3 P / R")
    for name, genres in (("news", {"news"}), ("all", {row["genre"] for row in rows})):
        kept = [(row, made) for row, made in zip(rows, found, strict=True) if row["genre"] in genres]
        total = sum((resolved(*one) for one in kept), Counter())
        cubed = sum((b_cubed(*one) for one in kept), Counter())
        told = [
            f"{share(total, sort, 'right'):5.1f} wrong {share(total, sort, 'wrong'):4.1f} of {total[f'{sort} all']:<4}"
            for sort in ("pronoun", "short")
        ]
        right = sum(total[f"{sort} right"] for sort in ("pronoun", "short"))
        figures[name] = 100 * right / max(1, sum(total[f"{sort} all"] for sort in ("pronoun", "short")))
        figures[f"{name} B3"] = 100 * cubed["precision"] / max(1, cubed["found"])
        recall = 100 * cubed["recall"] / max(1, cubed["marked"])
        both = f"{figures[name]:<12.1f}{figures[f'{name} B3']:.1f} / {recall:.1f}"
        print(f"{name:<8}{len(kept):>4}  {told[0]:<24}{told[1]:<24}{both}")
    return held(figures, "identity") if given.half is None and given.gold is None else 0


def share(total: Counter[str], sort: str, what: str) -> float:
    """Per cent of a sort."""
    return 100 * total[f"{sort} {what}"] / max(1, total[f"{sort} all"])


if __name__ == "__main__":
    sys.exit(main())
