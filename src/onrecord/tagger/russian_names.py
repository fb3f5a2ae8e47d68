"""What is made of the names that slovnet finds in a Russian paragraph: bounds mended, parts joined, some found again.

slovnet ends an organisation before the place it belongs to, takes "Сенат" and "США" for two names and "правительство
Орвании" for a place, and knows a surname in one sentence and not in the next. What follows is general, needs no
dictionary of names, and was chosen on NEREL's training texts alone. The words that it asks for are in
`russian_words.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.tagger import russian_words as say
from onrecord.tagger.decode import trimmed

Name = tuple[int, int, str]  # code points of the page, and PER, ORG or LOC
Paragraph = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SPACES = (" ", "\u00a0")
QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"'}
# The most words from that of a body, which counts, to the place that its name ends with.
LONGEST_CHAIN = 5


def names_of(text: str, paragraphs: Sequence[Paragraph], found: Sequence[Name]) -> list[Name]:
    """The names of a text in order, none overlapping another and none over the bounds of a paragraph.

    paragraphs  ascending
    found       what slovnet finds in them, in text order
    """
    parted = (_edged(text, part) for name in found for part in _parted(text, name))
    kept = [name for name in parted if name[0] < name[1] and text[name[0] : name[1]] not in say.NO_NAMES]
    named = _initialled(text, paragraphs, list(_called(text, kept)))
    named = _adjectival(text, paragraphs, _known_again(text, paragraphs, named))
    ordered, at = [], 0
    for paragraph in paragraphs:
        until = at
        while until < len(named) and named[until][1] <= paragraph[1]:
            until += 1
        ordered.extend(_joined(text, paragraph, named[at:until]))
        at = until
    return ordered


def _parted(text: str, name: Name) -> Iterator[Name]:
    """A name and the other one in brackets behind it: "Мира Халлоран (Mira Halloran)", "Союз мостов (СМ)"."""
    start, end, label = name
    opens = text.find("(", start + 1, end)
    if opens < 0:
        yield name
        return
    yield start, opens, label
    closes = text.find(")", opens, end)
    inner = re.match(r"[^,;]*", text[opens + 1 : closes if closes > 0 else end])
    if inner and inner.group().strip()[:1].isupper():
        yield opens + 1, opens + 1 + inner.end(), label


def _edged(text: str, name: Name) -> Name:
    """The name with clean edges; quotation marks inside it have their other half, else they are left out."""
    start, end, label = name
    start, end = trimmed(text, start, end, label)
    while start < end and text[start] in QUOTES.values() and text[start] not in QUOTES:
        start += 1
    while start < end and text[end - 1] in QUOTES and text[end - 1] not in QUOTES.values():
        start, end = trimmed(text, start, end - 1, label)
    inner = text[start:end]
    for opening, closing in QUOTES.items():
        if inner.startswith(opening) and closing not in inner[1:-1]:
            start, end = start + 1, end - inner[1:].endswith(closing)
        elif opening in inner[1:] and closing not in inner[inner.index(opening, 1) + 1 :]:
            end += text.startswith(closing, end)
        elif opening not in inner and inner.endswith(closing):
            end -= 1
    return (_own_start(text, start, end) if label == "PER" else start), end, label


def _own_start(text: str, start: int, end: int) -> int:
    """Where a person's name begins, told from a patronymic: before it stands the given name, and before that a surname
    when none follows. "президент Орвании Мира Андреевна Халлоран" has one word too many.
    """
    words = list(WORD.finditer(text, start, end))
    place = next((at for at, word in enumerate(words) if say.PATRONYMIC.fullmatch(word.group())), 0)
    extra = place - (2 if place == len(words) - 1 else 1)
    return words[extra].start() if extra > 0 else start


def _called(text: str, names: list[Name]) -> Iterator[Name]:
    """The names, but what slovnet takes for the other: unions of states are bodies, buildings are places; titles of
    works are neither.
    """
    for name in names:
        start, end, label = name
        if label != "ORG":
            yield (start, end, "ORG") if label == "LOC" and say.UNION.fullmatch(text, start, end) else name
            continue
        before = say.QUOTED.search(text, max(0, start - 30), start)
        words = [before["word"]] if before else WORD.findall(text, start, end)
        if any(word.casefold() in say.BUILDINGS for word in words):
            yield start, end, "LOC"
        elif not before or before["word"].casefold() not in say.WORKS:
            yield name


def _initialled(text: str, paragraphs: Sequence[Paragraph], names: list[Name]) -> list[Name]:
    """The names, and initials with a surname where nothing was found."""
    found = (match.span() for paragraph in paragraphs for match in say.INITIALS.finditer(text, *paragraph))
    return _with(names, ((start, end, "PER") for start, end in found))


def _known_again(text: str, paragraphs: Sequence[Paragraph], names: list[Name]) -> list[Name]:
    """The names, and what the text names elsewhere, in any case: the surname of a person who is named in full, and a
    body of one word. Not what is as often a part of another name: "Вашингтон".
    """
    surnames: set[str] = set()
    counts: Counter[tuple[str, str]] = Counter()
    for start, end, label in names:
        words = [_key(word) for word in WORD.findall(text, start, end)]
        if label == "PER" and len(words) > 1:
            surnames.add(words[-1])
        counts.update((label if label != "ORG" or len(words) == 1 else "part", word) for word in words)
    again = []
    for paragraph in paragraphs:
        for match in WORD.finditer(text, *paragraph):
            word = match.group()
            key = _key(word)
            if not word[0].isupper() or len(word) < (2 if word.isupper() else 4):
                continue  # shorter ones are too often other words
            if key in surnames and not word.isupper() and not any(counts[one, key] for one in ("ORG", "LOC", "part")):
                again.append((*match.span(), "PER"))
            elif counts["ORG", key] > counts["LOC", key] + counts["PER", key]:
                again.append((*match.span(), "ORG"))
    return _with(names, iter(again))


def _key(word: str) -> str:
    """The word without the ending of its case, folded; an acronym as it is."""
    if word.isupper():
        return word
    folded = word.casefold().replace("ё", "е")
    return say.CASES.sub("", folded) if len(folded) > 4 else folded


def _with(names: list[Name], more: Iterator[Name]) -> list[Name]:
    """All names in order, but of `more` only those that meet none of `names`."""
    made, at = [], 0
    for name in more:
        while at < len(names) and names[at][1] <= name[0]:
            at += 1
        if at == len(names) or name[1] <= names[at][0]:
            made.append(name)
    return sorted([*names, *made])


def _adjectival(text: str, paragraphs: Sequence[Paragraph], names: list[Name]) -> list[Name]:
    """The names, and bodies named by the adjective of their place, which is no name of its own then."""
    bodies = [
        (*match.span(), "ORG")
        for paragraph in paragraphs
        for match in say.OF_A_PLACE.finditer(text, *paragraph)
        if match["body"].casefold() in say.RULING and not say.OF_NO_PLACE.fullmatch(match["place"])
    ]
    ends = {start: end for start, end, _ in bodies}
    return _with([name for name in names if name[1] > ends.get(name[0], 0)], iter(bodies))


def _joined(text: str, paragraph: Paragraph, names: Sequence[Name]) -> list[Name]:
    """The names of a paragraph, with those joined that are one: a body and its place, a body and the body it is in, a
    surname and what follows it.
    """
    made: list[Name] = []
    for name in names:
        start, end, label = name
        before = made[-1] if made else None
        if before and text[before[1] : start] in SPACES and _are_one(text, before, name):
            made[-1] = (before[0], end, before[2])
        elif label == "PER":
            made.append(name)
        elif before and before[2] == "ORG" and _is_acronym_of(text, name, before):
            made.append((start, end, "ORG"))  # "Верховный суд Орвании (ВС)"
        else:
            head = _body_before(text, before[1] if before else paragraph[0], start)
            whole = name if head is None else (head, end, "ORG")
            if head is not None and before and text[before[1] : head] in SPACES and _are_one(text, before, whole):
                whole = (made.pop()[0], end, "ORG")  # "Верхняя палата" before "парламента Орвании"
            made.append(whole)
    return made


def _are_one(text: str, first: Name, second: Name) -> bool:
    if first[2] == "ORG":
        return second[2] in ("ORG", "LOC")
    words = WORD.findall(text, *second[:2])
    surname = first[2] == second[2] == "PER" and len(WORD.findall(text, *first[:2])) == 1
    return surname and len(words) == 2 and say.PATRONYMIC.fullmatch(words[1]) is not None


def _is_acronym_of(text: str, name: Name, body: Name) -> bool:
    """Whether the word in brackets behind a body has letters that are initials of the body's words, in order."""
    letters = text[name[0] : name[1]]
    initials = iter(word[0].upper() for word in WORD.findall(text, *body[:2]))
    behind = text[body[1] : name[0]].strip() == "("
    return behind and letters.isupper() and all(letter in initials for letter in letters)


def _body_before(text: str, low: int, start: int) -> int | None:
    """Where the name of a body begins that goes on with the place or body at `start`; None where none does."""
    words = list(WORD.finditer(text, low, start))
    right = start
    for number in range(len(words) - 1, max(-1, len(words) - 1 - LONGEST_CHAIN), -1):
        word = words[number]
        if text[word.end() : right] not in SPACES:
            return None
        right = word.start()
        if word.group().casefold() in say.BODIES:
            break
        if not say.GENITIVE.fullmatch(word.group()):
            return None
    else:
        return None
    while (
        number
        and text[words[number - 1].end() : right] in SPACES
        and say.ADJECTIVE.fullmatch(words[number - 1].group())
    ):
        number -= 1
        right = words[number].start()
    return right
