"""Which official texts are marked, in which batch and for which split: chosen by digest, the same on every machine.

Long texts are marked up to the paragraph end nearest `LONGEST`: their *zone*. Items reserved for testing and texts that
bench/ already holds marks of are left out.

    python training/marking/texts.py --data DIR --out FOLDER [--batches 7]     a folder a batch, a file a text
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.official import Official, marks, officials

OFFICIAL = Path(__file__).parents[1] / "marks" / "official.jsonl"
LONGEST, SHORTEST = 3000, 250
# How many of each sort, so that rare layouts are met often enough to be learnt; the sorts are told by title alone.
SORTS: tuple[tuple[str, str, int], ...] = (
    ("call", r"\bcalls? with\b|\bcall to\b", 35),
    ("meeting", r"\bmeetings? with\b|\bmeets?\b", 30),
    ("travel", r"\btravels?\b|\btrip\b", 15),
    ("day", r"\b(?:national|independence|republic|constitution|foundation) day\b|\banniversary\b", 15),
    ("joint", r"\bjoint\b|\bcommuniqu", 20),
    (
        "transcript",
        r"\bremarks\b|\bbriefing\b|\binterview\b|\bavailability\b|\bwith .* of (?:cnn|abc|nbc|bbc|npr)\b",
        45,
    ),
    ("other", r"", 90),
)
OTHER_CORPORA = {"official_govuk": 50, "speeches_ungdc": 35, "speeches_us_presidents": 12}
# The second round, all train and dev: more of what reports, where the first model was weakest.
AGAIN = {
    **{"call": 45, "meeting": 45, "travel": 14, "day": 12, "joint": 25, "transcript": 40, "other": 160},
    "speeches_ungdc": 8,
}
# From the third round on: only what is reported, in the passages of most words that report (marks/reports.jsonl).
PASSAGE = 2500
PASSAGES = {
    3: {"feed_state_gov": 390, "speeches_ungdc": 90},
    4: {"feed_state_gov": 370, "speeches_ungdc": 50},
    5: {"feed_state_gov": 368, "speeches_ungdc": 122},
    6: {"feed_state_gov": 480, "speeches_ungdc": 80},
    7: {"feed_state_gov": 480, "speeches_ungdc": 80},
}
ROUNDS = (1, 2, *PASSAGES)
REPORTING = re.compile(
    r"\b(?:said|says|told|announc\w+|reaffirm\w+|reiterat\w+|underscor\w+|discuss\w*|thanked|condemn\w+"
    r"|call(?:s|ed)? (?:for|on|upon)|according to|stated|not(?:es|ed)|emphasi[sz]\w+|stress\w+|warn\w+|urg\w+|expressed"
    r"|welcomed|pledged|declar\w+|agreed|ask\w+|assert\w+|claim\w+|believ\w+|argu\w+|explain\w+|promis\w+|acknowledg\w+"
    r"|confirm\w+|highlight\w+|prais\w+|commend\w+|congratulat\w+|denied|denies|reject\w+|demand\w+|insist\w+"
    r"|report(?:s|ed)|decid\w+|request\w*|quoted?)\b",
    re.IGNORECASE,
)
# Of every batch the first texts are marked twice: they are the test split and a part of dev.
TWICE = 9


@dataclass(frozen=True, slots=True)
class Chosen:
    """A text to be marked: only its first `zone` characters are."""

    id: str
    text: str
    zone: int

    @property
    def sha256(self) -> str:
        """The digest of the whole text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def marked(data: str | None) -> dict[str, Chosen]:
    """The texts of the rounds in which whole texts were marked, by id."""
    return {one.id: one for number in (1, 2) for one in chosen(data, number)}


def marked_passages(data: str | None) -> dict[str, Chosen]:
    """The passages of all rounds in which only reports were marked, by id."""
    return {one.id: one for number in PASSAGES for one in chosen(data, number)}


def chosen(data: str | None, number: int) -> list[Chosen]:
    """The texts to be marked in a round, in an order that mixes corpora and sorts."""
    if number in PASSAGES:
        return passages(data, number)
    known = {row["id"] for row in marks(None)}
    texts = [*officials(data).values(), *_presidents(Path(data or ""))]
    free = sorted((one for one in texts if one.id not in known and len(one.plain) >= SHORTEST), key=_draw)
    picked = _taken(free, {name: count for name, _, count in SORTS} | OTHER_CORPORA)
    if number == 2:
        before = {one.id for one in picked}
        words = {one.plain[:200] for one in picked}  # the same statement at a second address
        picked = _taken([one for one in free if one.id not in before and one.plain[:200] not in words], AGAIN)
    return [Chosen(_name(one), one.plain, zone_of(one.plain)) for one in picked]


def passages(data: str | None, number: int) -> list[Chosen]:
    """The passages of a round: of texts that nobody marked, and of what lies behind the zone of train texts."""
    before = marked(data)
    barred = {row["id"] for row in marks(None)} | {one.text[:200] for one in before.values()}
    rows = map(json.loads, OFFICIAL.read_text(encoding="utf-8").splitlines())
    learnt = {row["id"] for row in rows if row["split"] == "train"}
    found: dict[str, dict[str, Chosen]] = {corpus: {} for corpus in PASSAGES[number]}
    for one in officials(data).values():
        corpus, known = one.id.split()[0], before.get(one.id)
        if corpus not in found or (not known and barred & {one.id, one.plain[:200]}):
            continue
        if not known or one.id in learnt:
            found[corpus] |= {words.text: words for words in _passages(one, known.zone if known else 0)}
    picked = []
    for corpus, count in PASSAGES[number].items():
        most = sorted(found[corpus].values(), key=lambda one: (-len(REPORTING.findall(one.text)), one.sha256))
        begun = sum(PASSAGES[earlier][corpus] for earlier in PASSAGES if earlier < number)
        picked += most[begun : begun + count]
    return sorted(picked, key=lambda one: one.sha256)


def _passages(one: Official, at: int) -> Iterator[Chosen]:
    """What follows `at`, cut at line ends; an id names where a passage begins."""
    while len(one.plain) - at >= SHORTEST:
        room = one.plain[at : at + PASSAGE]
        end = at + (len(room) if at + PASSAGE >= len(one.plain) else max(room.rfind("\n"), 0) or len(room))
        text = one.plain[at:end]
        if len(text.strip()) >= SHORTEST:
            yield Chosen(f"{one.id} #{at}", text, len(text))
        at = end


def _taken(free: list[Official], counts: dict[str, int]) -> list[Official]:
    left, picked = dict(counts), []
    for one in free:
        sort = _sort(one)
        if left.get(sort, 0) > 0:
            left[sort] -= 1
            picked.append(one)
    return picked


def split_of(one: str, *, twice: bool) -> str:
    """train, dev or test: only texts that two people marked are test, so that agreement stands beside every figure."""
    if not twice:
        return "dev" if int(hashlib.sha256(one.encode()).hexdigest(), 16) % 10 == 0 else "train"
    return "dev" if int(hashlib.sha256(one.encode()).hexdigest(), 16) % 4 == 0 else "test"


def batches(texts: list[Chosen], count: int, twice: int = TWICE) -> list[list[tuple[int, Chosen]]]:
    """(number, text) of each batch; the first `twice` of a batch are also the last of the next one."""
    numbered = list(enumerate(texts))
    own = [numbered[at::count] for at in range(count)]
    return [[*batch, *own[at - 1][:twice]] for at, batch in enumerate(own)]


def zone_of(text: str) -> int:
    """Where the marked part of a text ends: its end, or the last line end before `LONGEST`."""
    if len(text) <= LONGEST * 1.3:
        return len(text)
    end = text.rfind("\n", SHORTEST, LONGEST)
    return end if end > 0 else text.rfind(". ", SHORTEST, LONGEST) + 1


def _name(one: Official) -> str:
    """The id of a text; both archives of presidents have files of one name."""
    corpus, name = one.id.split(" ", 1)
    return f"{corpus} {one.title}/{name}" if corpus == "speeches_us_presidents" else one.id


def _draw(one: Official) -> str:
    return hashlib.sha256(f"marking {one.id}".encode()).hexdigest()


def _sort(one: Official) -> str:
    corpus = one.id.split()[0]
    if corpus != "feed_state_gov":
        return corpus
    return next(name for name, pattern, _ in SORTS if re.search(pattern, one.title, re.IGNORECASE))


def _presidents(data: Path) -> Iterator[Official]:
    folder = data / "corpora/speeches_us_presidents"
    for name in ("inaugural.zip", "state_union.zip"):
        with zipfile.ZipFile(folder / name) as archive:
            for member in sorted(archive.namelist()):
                if member.endswith(".txt") and int(re.sub(r"\D", "", Path(member).name)[:4] or 0) >= 1945:
                    text = io.TextIOWrapper(archive.open(member), encoding="latin-1").read()
                    yield Official(
                        f"speeches_us_presidents {Path(member).name}", Path(name).stem, "", text.replace("\r\n", "\n")
                    )


def main() -> int:
    """Write the texts of every batch and a list of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--out", required=True, help="folder to write")
    parser.add_argument("--batches", type=int, default=7)
    parser.add_argument("--round", type=int, default=1, choices=ROUNDS)
    given = parser.parse_args()
    twice = TWICE if given.round == 1 else 0
    for at, batch in enumerate(batches(chosen(given.data, given.round), given.batches, twice)):
        folder = Path(given.out) / f"batch{at}"
        folder.mkdir(parents=True, exist_ok=True)
        for number, one in batch:
            (folder / f"{number:03}.txt").write_text(one.text[: one.zone], encoding="utf-8")
        listed = [{"number": number, "id": one.id, "characters": one.zone} for number, one in batch]
        (folder / "list.json").write_text(json.dumps(listed, indent=0), encoding="utf-8")
        print(f"{folder}: {len(batch)} texts, {sum(one.zone for _, one in batch)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
