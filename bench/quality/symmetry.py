"""Whether names matter: the same official statements with other states, persons and bodies in them, read alike or not.

    python bench/quality/symmetry.py --data DIR [--texts 500] [--show N]

In marked texts (training/marks/) every name of a person, state or body is written over by another one, each name by
the same one throughout its text, and both texts are read by the whole program. Four classes of swap:
  alike    names as frequent, of the same number of words: common English names, large states, known bodies
  rare     invented names that nobody has read, small states, bodies that do not exist
  origin   romanised names of other languages, and states of other continents
  script   persons in Cyrillic, Greek or accented letters; states and bodies as in `alike`
Printed for each: the share of statements (mode, source, cue and content), of mentions (kind and both ends) and of
items (both ends and kind) that stay, and how far scores move. Exits 1 when less than 98 % stay in the class `alike`.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.attribution import read_plain
from bench.quality.official import texts as official_texts
from onrecord.settings import Settings, read_settings

STAYS = 0.98
PERSONS = {
    "alike": "James Miller, Robert Wilson, Michael Anderson, David Taylor, Sarah Moore, Laura Clark, Karen Lewis,"
    " Thomas Walker, Daniel Hall, Paul Young, Susan Allen, Mark Scott, Linda Green, Peter Baker, Helen Nelson",
    "rare": "Quillan Varesk, Ondrel Thessaly, Brannoc Ivesen, Kelmar Dorrick, Yselda Ruskell, Ambrin Sarkady, Fennimore"
    " Oskane, Halveth Wendrow, Corbet Lyssane, Perrin Zandry, Mikka Galdor, Ersine Trevanion, Tolvan Ashgrew",
    "origin": "Xiaoming Zhang, Oluwaseun Adeyemi, Chukwuma Okonkwo, Abdulrahman Haidari, Thanh Nguyen, Rajesh Iyer,"
    " Tamar Gelashvili, Yerlan Nazarbekov, Kenji Watanabe, Thandiwe Dlamini, Kwame Asante, Malia Tuilagi",
    "script": "Мария Соколова, Андрей Лебедев, Ирина Волкова, Δημήτρης Παπάς, Ελένη Μαυρίδη, Łukasz Żółkiewski, Çağla"
    " Ünal, Øyvind Strøm, Jiří Řehoř, Győző Szűcs, Ólafur Þórsson, Žarko Ćosić",
}
STATES = {
    "alike": ("France", "Germany", "Japan", "Canada", "Brazil", "India", "Italy", "Spain", "Mexico", "Poland"),
    "rare": ("Tuvalu", "Nauru", "Kiribati", "Palau", "Vanuatu", "Andorra", "Comoros", "Lesotho", "Bhutan", "Eswatini"),
    "origin": ("Kyrgyzstan", "Mauritania", "Myanmar", "Turkmenistan", "Azerbaijan", "Cambodia", "Burundi", "Suriname"),
}
# In the place of "United States" and "United Kingdom", which take an article.
LONG_STATES = {
    "alike": ("United Kingdom", "United States", "Czech Republic", "Dominican Republic"),
    "rare": ("Solomon Islands", "Marshall Islands", "Cook Islands"),
    "origin": ("Kyrgyz Republic", "Gabonese Republic", "Lao Republic"),
}
BODIES = {
    "alike": ("NATO", "ASEAN", "OPEC", "OSCE", "WHO", "IAEA", "UNESCO", "IMF", "EU", "AU"),
    "rare": ("KORV", "TELNA", "MIRSA", "OVEX", "BRIND", "SULPA", "NEFTO", "VARDO", "QN", "ZU"),
    "origin": ("BIMSTEC", "ECOWAS", "MERCOSUR", "CSTO", "SADC", "CARICOM", "GCC", "SAARC", "OIC", "BRICS"),
}
# States of the corpora that are swapped; a place that is none of them stays.
KNOWN = frozenset(
    """
    Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium
    Bolivia Botswana Brazil Bulgaria Burma Cambodia Cameroon Canada Chad Chile China Colombia Croatia Cuba Cyprus
    Denmark Ecuador Egypt Estonia Ethiopia Fiji Finland France Gabon Georgia Germany Ghana Greece Guatemala Haiti
    Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo
    Kuwait Latvia Lebanon Libya Lithuania Malaysia Mali Malta Mexico Moldova Mongolia Montenegro Morocco Mozambique
    Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Panama Paraguay Peru Philippines Poland
    Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden
    Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela
    Vietnam Yemen Zambia Zimbabwe
    """.split()  # noqa: SIM905 a list of states reads better as lines of words
)
INITIAL = re.compile(r"[^\W\d_]\.?|Jr\.?|Sr\.?|I{2,3}|de|van|von|al|el|bin")
CLASSES = ("alike", "rare", "origin", "script")


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text with other names, and where its places lie in the text that it was made of."""

    text: str
    edits: tuple[tuple[int, int, int, int], ...]  # start and end there, start and end here

    def place(self, at: int, *, end: bool = False) -> int:
        """The offset here of an offset there; one inside a swapped name goes to the name's edge."""
        number = bisect_right(self.edits, (at, 10**9)) - 1
        if number < 0:
            return at
        start, stop, begin, done = self.edits[number]
        if at >= stop:
            return done + at - stop
        return done if end and at > start else begin


@dataclass(frozen=True, slots=True)
class Names:
    """What is written in the place of names: persons (first and last), states, states with an article, acronyms."""

    persons: Sequence[str]
    states: Sequence[str]
    long_states: Sequence[str]
    bodies: Sequence[str]


def names_of(kind: str) -> Names:
    """The names of a class of swap."""
    group = kind if kind != "script" else "alike"
    return Names(PERSONS[kind].split(", "), STATES[group], LONG_STATES[group], BODIES[group])


def swapped(row: dict[str, Any], names: Names, seed: str) -> Swapped:
    """The text of a marked row with other names in it."""
    text, cast = row["text"], Cast(names, random.Random(row["id"] + seed))
    edits, made, here, last = [], [], 0, 0
    for start, end, label in sorted(row["mentions"]):
        other = cast.other(text[start:end], label)
        if other is None or start < last:
            continue
        made += [text[last:start], other]
        here += start - last + len(other)
        edits.append((start, end, here - len(other), here))
        last = end
    return Swapped("".join([*made, text[last:]]), tuple(edits))


class Cast:
    """Who stands for whom in one text: a name is the same whenever it comes again."""

    def __init__(self, names: Names, draw: random.Random) -> None:
        self.names, self.draw = names, draw
        self.known: dict[str, str] = {}
        self.taken: dict[str, Iterator[str]] = {}

    def other(self, name: str, label: str) -> str | None:
        """The name in the place of `name`; None for one that stays."""
        if label == "PER":
            return self._person(name)
        if label == "LOC" and name in {"United States", "United Kingdom"}:
            return self.known.setdefault(name, self._next("long_states"))
        if label == "LOC" and name in KNOWN:
            return self.known.setdefault(name, self._next("states"))
        if label == "ORG" and re.fullmatch(r"[A-Z]{2,6}", name):
            return self.known.setdefault(name, self._next("bodies"))
        return None

    def _person(self, name: str) -> str:
        """First for first, last for last, initials as they are, capitals as they are."""
        parts = name.split()
        if any(word.title() not in self.known for word in parts if not INITIAL.fullmatch(word)):
            first, _, last = self._next("persons").partition(" ")
            for word in parts[:-1]:
                self.known.setdefault(word.title(), first)
            self.known.setdefault(parts[-1].title(), last)
        made = [word if INITIAL.fullmatch(word) else self.known[word.title()] for word in parts]
        return " ".join(new.upper() if old.isupper() else new for old, new in zip(parts, made, strict=True))

    def _next(self, pool: str) -> str:
        """The next name of a pool in random order; when it is used up it begins anew."""
        if pool not in self.taken:
            order = self.draw.sample(list(getattr(self.names, pool)), len(getattr(self.names, pool)))
            self.taken[pool] = cycle(order)
        return next(self.taken[pool])


Found = dict[tuple[Any, ...], float | None]


def found_in(text: str, settings: Settings) -> dict[str, Found]:
    """What the program finds, by place, with scores: statements, mentions (dates left out), items."""
    found: dict[str, Found] = {"statements": {}, "mentions": {}, "items": {}}
    for item in read_plain(text, settings):
        it = item.reading.item
        found["items"][it.kind, ((it.span.start, it.span.end),)] = None
        for one in item.statements:
            what = one.attribution
            places = [(span.start, span.end) for span in (what.source, what.cue, *what.content) if span]
            found["statements"][what.mode, tuple(places)] = what.made_by.score
        for mention in item.reading.mentions():
            if mention.kind != "date":
                found["mentions"][mention.kind, ((mention.span.start, mention.span.end),)] = mention.made_by.score
    return found


def moved(key: tuple[Any, ...], other: Swapped) -> tuple[Any, ...]:
    """The key of the same thing in the swapped text."""
    kind, places = key
    return kind, tuple((other.place(start), other.place(end, end=True)) for start, end in places)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--texts", type=int, default=500)
    parser.add_argument("--show", type=int, default=0, help="print so many things that do not stay")
    given = parser.parse_args()
    settings = read_settings({}, environ={})
    rows = [row for split in ("test", "dev", "train") for row in official_texts(given.data, split)][: given.texts]
    before = [found_in(row["text"], settings) for row in rows]
    print(f"{'class':<8}{'statements':>12}{'mentions':>10}{'items':>8}{'mean change of score':>22}")
    fine = True
    for kind in CLASSES:
        stay, total, changes = Counter[str](), Counter[str](), []
        for row, found in zip(rows, before, strict=True):
            other = swapped(row, names_of(kind), kind)
            again = found_in(other.text, settings)
            for what, things in found.items():
                total[what] += len(things)
                for key, score in things.items():
                    place = moved(key, other)
                    stays = place in again[what]
                    stay[what] += stays
                    if stays and score is not None and (now := again[what][place]) is not None:
                        changes.append(abs(score - now))
                    elif not stays and given.show:
                        given.show -= 1
                        print(f"  {kind} {what} {key[0]}: {' | '.join(row['text'][a:b][:80] for a, b in key[1])}")
        shares = {what: stay[what] / max(1, total[what]) for what in total}
        change = sum(changes) / max(1, len(changes))
        print(
            f"{kind:<8}{shares['statements']:>12.3f}{shares['mentions']:>10.3f}{shares['items']:>8.3f}{change:>22.4f}"
        )
        fine = fine and (kind != "alike" or min(shares.values()) >= STAYS)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
