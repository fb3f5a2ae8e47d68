"""Corpora and marks as labelled pieces, one list a task, kept in a work folder for train.py.

    python training/prepare.py --data DIR --encoder FOLDER --work FOLDER [--licensed]

`--licensed` leaves out what names no licence (PolNeAR's articles and the newswire): names are then learnt from
Wikipedia and web texts under open licences, attributions from our own marks of official statements alone.

A document has a label for every piece under every head that its corpus was marked for; -1 where nobody knows (a zone
that annotators set aside, the unmarked rest of a long text, inside an office). Test documents are left out here.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import pickle
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import glue
from bench.quality.symmetry import LONG_STATES, Names, swapped
from onrecord.tagger.labels import EVENTS, KIND_PIECES, NAMES, OFFICES, ROLES
from onrecord.tagger.pieces import Pieces, pieces_of
from onrecord.tagger.wordpiece import WordPiece
from onrecord.types import KINDS

NEEDS = """needs --data or ONRECORD_DATA with these (origins in each README beside them):
  attribution/train.jsonl.gz                networkdynamics/PolNeAR @ c3eee833c035
  mentions/en/eww.train.jsonl and others    stanfordnlp/en-worldwide-newswire @ e082527b and others
  corpora/ (glued pages, marked texts)      markschaver/State-Department-PR @ cd530c3f052f and others"""
NAME_FILES = ("eww", "crossner_politics", "wikigold", "uner_ewt")
UNLICENSED = ("eww",)
MARKS = Path(__file__).parent / "marks" / "official.jsonl"
EVENT_MARKS, REPORT_MARKS = MARKS.with_name("events.jsonl"), MARKS.with_name("reports.jsonl")
# Official statements are learnt as they are and twice with other names in them: who is named must not matter.
OTHER_NAMES = 2
# Pages are glued anew in this number; beside them stand texts that must not be cut.
GLUED, UNCUT = 1600, 400
UNKNOWN = -1
# What our own marks name; they hold no dates.
MARKED_NAMES = ("PER", "ORG", "LOC", "NORP")


@dataclass(slots=True)
class Labelled:
    """A text as pieces, with the tag of each piece by head; `known` names the labels that were annotated, by head."""

    name: str
    pieces: Pieces
    tags: dict[str, np.ndarray]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)


def main() -> int:
    """Write one pickle a task."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--encoder", required=True, help="folder with vocab.txt and the encoder's weights")
    parser.add_argument("--work", required=True)
    parser.add_argument("--only", help="one task")
    parser.add_argument("--licensed", action="store_true", help="only what names its licence")
    given = parser.parse_args()
    if not given.data or not (Path(given.data) / "attribution/train.jsonl.gz").is_file():
        print(NEEDS, file=sys.stderr)
        return 2
    data, work = Path(given.data), Path(given.work)
    vocabulary = WordPiece(Path(given.encoder) / "vocab.txt")
    work.mkdir(parents=True, exist_ok=True)
    tasks = {
        "attribution": lambda: attributions(data / "attribution/train.jsonl.gz", vocabulary),
        "mentions": lambda: mentions(data / "mentions/en", vocabulary, licensed=given.licensed),
        "official": lambda: official(data, vocabulary, ("train",), OTHER_NAMES),
        "plain": lambda: official(data, vocabulary, ("train",)),
        "official.dev": lambda: official(data, vocabulary, ("dev",)),
        "reports": lambda: reports(data, vocabulary),
        "events": lambda: events(data, vocabulary),
        "boundary": lambda: boundaries(data, vocabulary, licensed=given.licensed),
    }
    if given.licensed:
        del tasks["attribution"]
    for task, made in tasks.items():
        if given.only in (None, task):
            documents = list(made())
            (work / f"{task}.pickle").write_bytes(pickle.dumps(documents))
            print(f"{task}: {len(documents)} documents, {sum(len(one.pieces) for one in documents)} pieces")
    return 0


def attributions(file: Path, vocabulary: WordPiece) -> Iterator[Labelled]:
    """The articles of PolNeAR."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            pieces = pieces_of(row["text"], vocabulary)
            tags = attribution_tags(pieces, row["attributions"])
            for start, end in row["discard"]:
                tags[covered(pieces, start, end)] = UNKNOWN
            yield Labelled(row["id"], pieces, {"attribution": tags})


def mentions(folder: Path, vocabulary: WordPiece, *, licensed: bool = False) -> Iterator[Labelled]:
    """Texts with marked names; sentences of one corpus are put together, so that windows are full."""
    for name in NAME_FILES:
        if licensed and name in UNLICENSED:
            continue
        rows = [json.loads(line) for line in (folder / f"{name}.train.jsonl").read_text(encoding="utf-8").splitlines()]
        for row in rows if len(rows) < 1 or len(rows[0]["text"]) > 600 else _joined(rows):
            pieces = pieces_of(row["text"], vocabulary)
            tags = np.zeros(len(pieces), np.int64)
            spans(pieces, tags, row["mentions"], NAMES)
            yield Labelled(row["id"], pieces, {"mentions": tags}, {"mentions": tuple(row["labels"])})


def _joined(rows: Sequence[dict[str, Any]], together: int = 6) -> Iterator[dict[str, Any]]:
    for at in range(0, len(rows), together):
        text, found = "", []
        for row in rows[at : at + together]:
            found += [[len(text) + start, len(text) + end, label] for start, end, label in row["mentions"]]
            text += row["text"] + "\n\n"
        yield {"id": rows[at]["id"], "text": text, "mentions": found, "labels": rows[at]["labels"]}


def official(data: Path, vocabulary: WordPiece, splits: Sequence[str], others: int = 0) -> Iterator[Labelled]:
    """Our own marks of official statements, three heads at once; each text also `others` times with other names."""
    from training.marking.texts import marked

    texts = marked(str(data))
    names = other_names(data) if others else None
    for line in MARKS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] not in splits:
            continue
        one = texts[row["id"]]
        if one.sha256 != row["sha256"]:
            sys.exit(f"{one.id} differs from the text that was marked")
        row["text"] = one.text[: one.zone]
        yield _official(row, vocabulary)
        for number in range(others):
            yield _official(renamed(row, names, str(number)), vocabulary)


def _official(row: dict[str, Any], vocabulary: WordPiece) -> Labelled:
    pieces = pieces_of(row["text"], vocabulary)
    tags = {
        "attribution": attribution_tags(pieces, tagged(row["attributions"])),
        **name_tags(pieces, row["mentions"]),
        "kinds": np.full(len(pieces), UNKNOWN, np.int64),
        "boundary": np.where(pieces.breaks > 0, 0, UNKNOWN),  # one item, not to be cut
    }
    tags["boundary"][:1] = 1
    tags["kinds"][:KIND_PIECES] = KINDS.index(row["kind"])
    return Labelled(row["id"], pieces, tags, {"mentions": MARKED_NAMES})


def name_tags(pieces: Pieces, marks: Sequence[Sequence[Any]]) -> dict[str, np.ndarray]:
    """The tags of names and of offices; inside an office nobody knows names."""
    tags = {head: np.zeros(len(pieces), np.int64) for head in ("mentions", "offices")}
    spans(pieces, tags["mentions"], marks, NAMES)
    spans(pieces, tags["offices"], marks, OFFICES)
    for start, end, label in marks:
        if label in OFFICES:  # corpora disagree on whether "Orvania" in "Minister of Orvania" is marked
            tags["mentions"][covered(pieces, start, end)] = UNKNOWN
    return tags


def reports(data: Path, vocabulary: WordPiece, split: str = "train") -> Iterator[Labelled]:
    """The passages of official statements in which only reports were marked."""
    from training.marking.texts import marked_passages

    texts = marked_passages(str(data))
    for line in REPORT_MARKS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] != split:
            continue
        one = texts[row["id"]]
        if one.sha256 != row["sha256"]:
            sys.exit(f"{one.id} differs from the text that was marked")
        pieces = pieces_of(one.text, vocabulary)
        tags = {"attribution": attribution_tags(pieces, tagged(row["attributions"]))}
        if "mentions" in row:
            tags |= name_tags(pieces, row["mentions"])
        yield Labelled(one.id, pieces, tags, {"mentions": MARKED_NAMES})


def other_names(data: Path) -> Names:
    """Names of newswire from everywhere, to be written in the place of those of official statements."""
    found: dict[str, set[str]] = {"PER": set(), "LOC": set(), "ORG": set()}
    for line in (data / "mentions/en/eww.train.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for start, end, label in row["mentions"]:
            found.setdefault(label, set()).add(row["text"][start:end])
    persons = sorted(name for name in found["PER"] if len(name.split()) == 2 and name.istitle())
    places = sorted(name for name in found["LOC"] if name.isalpha() and name.istitle())
    bodies = sorted(name for name in found["ORG"] if name.isupper() and name.isalpha())
    return Names(persons, places, LONG_STATES["alike"] + LONG_STATES["origin"], bodies)


def renamed(row: dict[str, Any], names: Names, seed: str) -> dict[str, Any]:
    """A marked text with other names in it, its marks moved along."""
    other = swapped(row, names, seed)

    def moved(start: int, end: int) -> list[int]:
        return [other.place(start), other.place(end, end=True)]

    attributions = [
        {**one, **{role: [moved(*span) for span in one[role]] for role in ROLES}} for one in row["attributions"]
    ]
    mentions = [[*moved(start, end), label] for start, end, label in row["mentions"]]
    return {**row, "text": other.text, "attributions": attributions, "mentions": mentions}


def events(data: Path, vocabulary: WordPiece) -> Iterator[Labelled]:
    """Sentences with the kind of event that they tell of: every piece holds the sentence's label."""
    from training.marking.sentences import texts

    known = dict(texts(data))
    for line in EVENT_MARKS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = known[row["id"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            sys.exit(f"{row['id']} differs from the text that was marked")
        pieces = pieces_of(text[row["start"] : row["end"]], vocabulary)
        yield Labelled(row["id"], pieces, {"events": np.full(len(pieces), EVENTS.index(row["event"]), np.int64)})


def tagged(marks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The attributions that flat tags can hold: no whole items and turns, nor what lies inside another."""
    flat = {number for number, one in enumerate(marks) if one["mode"] not in ("whole_item", "turn")}
    return [marks[number] for number in sorted(flat) if marks[number]["inside"] not in flat]


def boundaries(data: Path, vocabulary: WordPiece, *, licensed: bool = False) -> Iterator[Labelled]:
    """Glued pages with known joins, and texts that are one item."""
    texts = [one for one in glue.articles(data, "train") if not (licensed and one.group.startswith("polnear"))]
    pages = [
        *glue.pages(texts, GLUED // 2, seed=71, near=0.3),
        *glue.pages(texts, GLUED // 2, seed=72, hard=True, near=0.5),
    ]
    for page in pages:
        pieces = pieces_of(page.text, vocabulary)
        tags = np.where(pieces.breaks > 0, 0, UNKNOWN)
        for start in page.starts:
            tags[first_piece(pieces, start)] = 1
        for start in page.free:
            tags[first_piece(pieces, start)] = UNKNOWN
        yield Labelled(page.name, pieces, {"boundary": tags})
    for name, text in _whole(data, texts):
        pieces = pieces_of(text, vocabulary)
        tags = np.where(pieces.breaks > 0, 0, UNKNOWN)
        if len(tags):
            tags[0] = 1
        yield Labelled(name, pieces, {"boundary": tags})


def _whole(data: Path, texts: Sequence[glue.Article]) -> Iterator[tuple[str, str]]:
    draw = random.Random(73)
    for article in draw.sample(list(texts), UNCUT // 2):
        gap = draw.choice(["\n\n", "\n\n", "\n", "\n\n\n"])
        yield article.name, gap.join([*([article.title] if article.title else []), *article.paragraphs])
    yield from draw.sample(list(glue.speeches(data, ("50", "70"))), UNCUT // 2)


def attribution_tags(pieces: Pieces, marks: Iterable[dict[str, Any]]) -> np.ndarray:
    """The tag of each piece; a content is written over a source, a cue over both, where annotators let them overlap."""
    tags = np.zeros(len(pieces), np.int64)
    marks = list(marks)
    for role in ("source", "content", "cue"):
        spans(pieces, tags, [[*span, role] for one in marks for span in one[role]], ROLES)
    return tags


def spans(pieces: Pieces, tags: np.ndarray, marks: Iterable[Sequence[Any]], labels: Sequence[str]) -> None:
    """Write B and I of every marked span into `tags`; labels that the head does not have are passed over."""
    for start, end, label in marks:
        place = covered(pieces, start, end)
        if label in labels and place.stop > place.start:
            tag = 1 + 2 * labels.index(label)
            tags[place] = tag + 1
            tags[place.start] = tag


def covered(pieces: Pieces, start: int, end: int) -> slice:
    """The pieces that lie in [start, end), at least in part."""
    return slice(int(np.searchsorted(pieces.ends, start, "right")), int(np.searchsorted(pieces.starts, end, "left")))


def first_piece(pieces: Pieces, start: int) -> int:
    """The piece with which what begins at `start` begins."""
    return min(int(np.searchsorted(pieces.starts, start, "left")), len(pieces) - 1)


def digest(work: Path) -> dict[str, str]:
    """sha256 of each prepared task, for the manifest."""
    return {file.stem: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(work.glob("*.pickle"))}


if __name__ == "__main__":
    sys.exit(main())
