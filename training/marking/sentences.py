"""Which sentences are marked with the kind of political event they tell of: by digest, and by words that hint at one.

    python training/marking/sentences.py --data DIR --out FOLDER [--batches 2]    texts for markers
    python training/marking/sentences.py --data DIR --texts FOLDER --gather       write training/marks/events.jsonl

The sentences come from newspapers (PolNeAR train), State Department items that are not reserved, and speeches before
the UN; never from the gold that events are measured on. Markers write a line a sentence: number, tab, kind.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.official import officials
from onrecord.finders.sentences import sentence_ends

# Kinds of PLOVER (docs/reference/events in the data names each), and words that make one likely: they only see to it
# that rare kinds are met at all; the markers decide.
HINTS = {
    "AGREE": r"will (?:meet|visit|host|sign|provide|hold)|agreed to|pledged?|promised?|plans to",
    "CONSULT": r"met with|visited|hosted|spoke (?:by phone )?with|talks|held a meeting|phoned|negotiat",
    "SUPPORT": r"praised|endorsed?|welcomed|congratulat|recogni[sz]ed|signed|ratified|stands with|commends?",
    "CONCEDE": r"apologi[sz]ed|lifted|pardon|dropped|eased|agreed to release|will withdraw",
    "COOPERATE": r"joint exercise|exercises with|traded?|extradit|shar(?:ed|ing) intelligence|cooperat",
    "AID": r"provided|donated|million in|assistance to|delivered|humanitarian aid|sent doses|granted asylum|rescued",
    "RETREAT": r"released|freed|withdrew|withdrawal|resigned|stepped down|cease-?fire|returned|disarm",
    "REQUEST": r"called (?:on|for)|urged?|demand|asked|appealed|ordered",
    "ACCUSE": r"accused|condemn|blamed|criticized|denounced|charged with|sued|investigat|alleg",
    "REJECT": r"rejected|refused|vetoed|declined|denied|cancel+ed|blocked",
    "THREATEN": r"warned|threaten|ultimatum|vowed|consequences",
    "PROTEST": r"protest|rally|marched|strike|demonstrat|riot|hunger",
    "SANCTION": r"sanction|expelled|visa restrictions|suspended|convicted|sentenced|cut off|embargo|tariff",
    "MOBILIZE": r"deployed|deploy|troops|mobili[sz]|massed|alert|patrol|warship|buildup",
    "COERCE": r"arrested|detained|seized|banned|censor|curfew|deported|imprison|hacked|cyber|raid",
    "ASSAULT": r"killed|attacked|bomb|shot|airstrike|shelling|wounded|fired|clash|stabb|massacre",
}
NONE = "NONE"
EACH, OTHERS = 55, 220
SHORTEST, LONGEST = 60, 420
MARKS = Path(__file__).parents[1] / "marks" / "events.jsonl"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: which text, its digest, where."""

    id: str
    sha256: str
    start: int
    end: int
    words: str


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """The texts that sentences are taken from, by id."""
    with gzip.open(data / "attribution/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield f"polnear {row['id']}", row["text"]
    for one in officials(str(data)).values():
        if one.id.startswith(("feed_state_gov", "speeches_ungdc")):
            yield one.id, one.plain


def chosen(data: Path) -> list[Sentence]:
    """The sentences to be marked, kinds mixed."""
    left = dict.fromkeys(HINTS, EACH) | {NONE: OTHERS}
    hints = {kind: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for kind, pattern in HINTS.items()}
    picked = []
    for one in sorted(_sentences(data), key=lambda one: hashlib.sha256(one.words.encode()).hexdigest()):
        # The rarest kind that a word of the sentence hints at and that is still wanted.
        kinds = [kind for kind in hints if left[kind] and hints[kind].search(one.words)]
        kind = max(kinds, key=lambda kind: left[kind], default=NONE)
        if left[kind]:
            left[kind] -= 1
            picked.append(one)
        if not any(left.values()):
            break
    return sorted(picked, key=lambda one: hashlib.sha256(f"order {one.words}".encode()).hexdigest())


def _sentences(data: Path) -> Iterator[Sentence]:
    seen: set[str] = set()
    for name, text in texts(data):
        digest = hashlib.sha256(text.encode()).hexdigest()
        start = 0
        for end in sentence_ends(text, 0, len(text)):
            words = text[start:end].strip()
            begin = start + text[start:end].find(words)
            start = end
            # Two names at least besides the first word: events of PLOVER are between actors.
            names = len(re.findall(r"(?<=[\w,] )[A-Z][\w.]+", words))
            if SHORTEST <= len(words) <= LONGEST and names >= 2 and "\n" not in words and words not in seen:
                seen.add(words)
                yield Sentence(name, digest, begin, begin + len(words), words)


def gather(folder: Path, data: Path) -> int:
    """Write the marks of all batches; 1 when a line cannot be read."""
    marked: dict[int, list[str]] = {}
    for file in sorted(folder.glob("*.marks")):
        for line in filter(str.strip, file.read_text(encoding="utf-8").splitlines()):
            number, _, kind = line.partition("\t")
            if kind.strip() not in {*HINTS, NONE}:
                print(f"{file.name}: {line!r}: the kind is none of {', '.join(HINTS)}, {NONE}", file=sys.stderr)
                return 1
            marked.setdefault(int(number), []).append(kind.strip())
    rows = []
    for number, one in enumerate(chosen(data)):
        kinds = marked.get(number)
        if kinds:
            row = {"id": one.id, "sha256": one.sha256, "start": one.start, "end": one.end, "event": kinds[0]}
            rows.append(json.dumps(row | ({"second": kinds[1]} if kinds[1:] else {}), ensure_ascii=False))
    MARKS.write_text("\n".join(rows) + "\n", encoding="utf-8")
    twice = [kinds for kinds in marked.values() if kinds[1:]]
    alike = sum(kinds[0] == kinds[1] for kinds in twice)
    print(f"{MARKS.name}: {len(rows)} sentences; of {len(twice)} marked twice {alike} alike")
    return 0


def write(batch: Sequence[tuple[int, Sentence]], file: Path) -> None:
    """The sentences of a batch, a line each."""
    file.write_text("".join(f"{number}\t{one.words}\n" for number, one in batch), encoding="utf-8")


def main() -> int:
    """Write the sentences for the markers, or gather what they marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--batches", type=int, default=2)
    parser.add_argument("--gather", action="store_true")
    given = parser.parse_args()
    if given.gather:
        return gather(given.texts, Path(given.data))
    numbered = list(enumerate(chosen(Path(given.data))))
    given.out.mkdir(parents=True, exist_ok=True)
    for at in range(given.batches):
        own, next_ = numbered[at :: given.batches], numbered[(at + 1) % given.batches :: given.batches]
        write([*own, *next_[:60]], given.out / f"batch{at}.txt")  # 60 of each batch are marked twice
        print(f"batch {at}: {len(own)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
