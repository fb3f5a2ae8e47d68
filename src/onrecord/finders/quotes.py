"""Direct quotations: words in quotation marks that a cue, a signature or the line before credits to somebody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.finders.block_quotes import unmarked_quotations
from onrecord.finders.cues import REACH, Credit, credit_after, credit_before
from onrecord.finders.insertions import insertion
from onrecord.finders.paragraphs import Paragraph, language_of, paragraphs
from onrecord.finders.quotations import Quotation, last_mark, quotations
from onrecord.finders.sentences import sentence_ends, words_of
from onrecord.finders.signatures import credit_of_line, signature
from onrecord.languages import Language
from onrecord.types import Attribution, Provenance, Reading, Span

VERSION = "1"
# A quotation without punctuation at its end counts as speech from this many words on; shorter ones are names and scorn.
SPEECH_WORDS = 4


def find(reading: Reading) -> Iterator[Attribution]:
    """Direct quotations with their source and cue, in text order; their contents never overlap.

    Marks without a cue (titles of works, scare quotes) yield nothing, and neither does a block that is not mapped
    onto the archived bytes. A quotation that runs over paragraphs has one content span for each.
    """
    text, language, paras = reading.document.page.content, language_of(reading), paragraphs(reading)
    found = [*_credited(text, paras, language), *unmarked_quotations(text, paras, language)]
    turns = sorted((turn.content for turn in reading.attributions() if turn.mode == "turn"), key=lambda parts: parts[0])
    for contents, credit in sorted(found, key=lambda pair: pair[0][0]):
        yield _attribution(reading, contents, credit, turns)


def _attribution(
    reading: Reading, contents: list[tuple[int, int]], credit: Credit, turns: list[tuple[Span, ...]]
) -> Attribution:
    page = reading.document.page
    spans = tuple(page.span(start, end) for start, end in contents)
    return Attribution(
        source=page.span(*credit.source) if credit.source else None,
        cue=page.span(*credit.cue) if credit.cue else None,
        content=spans,
        mode="direct",
        made_by=Provenance("quotes", VERSION, credit.why, score=reading.tags.chance("quotes")),
        inside=_enclosing(turns, spans[0]),
    )


def _enclosing(turns: list[tuple[Span, ...]], span: Span) -> tuple[Span, ...] | None:
    place = bisect_right(turns, span, key=lambda parts: parts[0]) - 1
    return turns[place] if place >= 0 and any(part.holds(span) for part in turns[place]) else None


def _credited(text: str, paras: list[Paragraph], language: Language) -> Iterator[tuple[list[tuple[int, int]], Credit]]:
    contents: list[tuple[int, int]] = []
    credit: Credit | None = None
    last = -1
    for quotation in quotations(text, paras, language):
        pieces, here = _pieces_and_credit(text, quotation, paras, language)
        if credit and quotation.first == last and _goes_on(text, contents, credit, quotation, here, language):
            contents.extend(pieces)
            last = quotation.last
            continue
        if here is None:
            continue
        if credit:
            yield contents, credit
        contents, credit, last = pieces, here, quotation.last
    if credit:
        yield contents, credit


def _pieces_and_credit(
    text: str, quotation: Quotation, paras: list[Paragraph], language: Language
) -> tuple[list[tuple[int, int]], Credit | None]:
    inserted = insertion(text, quotation.start, quotation.end, language) if len(quotation.pieces) == 1 else None
    if inserted:
        before, after, credit = inserted
        return [before, after], credit
    pieces = [(piece.start, piece.end) for piece in quotation.pieces]
    return pieces, credit_of(text, quotation, paras, language)


def credit_of(text: str, quotation: Quotation, paras: list[Paragraph], language: Language) -> Credit | None:
    """Who is credited with the quotation: by the cue before it, the cue after it, the line before or a signature."""
    floor = paras[quotation.first].start
    alone = _stands_alone(text, floor, quotation.start)
    left = credit_before(text, quotation.after, floor, quotation.start, language)
    if left is None and quotation.after == floor < quotation.start:
        left = credit_of_line(text, floor, floor + len(text[floor : quotation.start].rstrip()), language)
    if left:
        return left
    if quotation.start == floor and quotation.first and paras[quotation.first - 1].mapped:
        line = paras[quotation.first - 1]
        led = credit_of_line(text, line.start, line.end, language)
        if led:
            return led
    if not alone:
        return None
    right = credit_after(text, quotation.end, quotation.before, language)
    if right and not (_may_be_speech(text, quotation) or _ends_with_cue(text, right)):
        right = None
    return right or signature(text, quotation.end, quotation.before, paras, quotation.last, language)


def _stands_alone(text: str, floor: int, start: int) -> bool:
    """Whether the quotation begins a sentence; one inside a sentence is a part of the writer's own words."""
    before = text[max(floor, start - 40) : start].rstrip()
    return not before or before[-1] in ".!?:…。—–-*•)]" or before[-2:] in {".”", '."', ".»", "?”", "!”", '?"', '!"'}


def _ends_with_cue(text: str, credit: Credit) -> bool:
    """Whether nothing follows the cue in its sentence, as in “It holds.” Bell said."""
    return credit.cue is not None and text[credit.cue[1] : credit.cue[1] + 1] == "."


def _may_be_speech(text: str, quotation: Quotation) -> bool:
    last, after = last_mark(text, quotation), text[quotation.end : quotation.end + 1]
    if last in set(",?!…—–-") or after in set(",—–"):
        return True
    following = text[quotation.end : quotation.end + 3].lstrip()
    if last == ".":
        return following[:1].islower()
    return following[:1].isupper() and len(words_of(text, quotation.start, quotation.end)) >= SPEECH_WORDS


def _goes_on(
    text: str,
    contents: list[tuple[int, int]],
    credit: Credit,
    quotation: Quotation,
    own: Credit | None,
    language: Language,
) -> bool:
    """Whether the quotation continues the one before it behind their common cue: "A," he said. "B." """
    if credit.cue is None or credit.cue[0] < contents[0][0] or (len(contents) > 1 and credit.cue[0] < contents[-1][0]):
        return False
    if own is not None and own.cue != credit.cue:
        return False
    begin = max(credit.cue[1], credit.source[1] if credit.source else 0)
    if quotation.start - begin > REACH:
        return False
    # The first letter of the quotation is needed to see whether a sentence ends before it.
    ends = [end for end in sentence_ends(text, begin, quotation.start + 2) if end <= quotation.start]
    if not ends:  # the sentence goes on: "A," he said, "B."
        between = words_of(text, begin, quotation.start)
        return text[begin : quotation.start].rstrip()[-1:] in {",", ":"} and not any(
            word.folded in language.complements for word in between
        )
    return (
        len(ends) == 1 and not text[ends[0] : quotation.start].strip() and last_mark(text, quotation) in set(".?!…,—-")
    )
