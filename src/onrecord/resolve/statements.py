"""Statements: attributions with their speaker and day, as far as the item itself says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.finders.paragraphs import language_of
from onrecord.languages import Language
from onrecord.resolve.sources import Cast, speaker_of_source
from onrecord.resolve.spoken_days import day_of
from onrecord.types import Attribution, Evidence, Party, Reading, Role, Statement, When, statement_id, unknown

# Kinds that have a day of delivery of their own: their turns and whole text were said on it.
DELIVERED = frozenset({"speech", "transcript", "interview", "statement"})


def statements(reading: Reading) -> tuple[Statement, ...]:
    """One statement for each attribution of the reading, ordered by where its content begins, the enclosing one first.

    The speaker is whom the source names, or means by what the item says (sources.py). `said` is the item's day of
    delivery for its turns and its whole text; for a quotation it is the day its own sentence states.
    """
    language = language_of(reading)
    days = {dating.role: dating.when for dating in reading.dates()}
    parties = tuple(party for party in reading.parties() if party.role == "speaker")
    cast = Cast(reading, language)
    made: dict[str, Statement] = {}
    for attribution in sorted(reading.attributions(), key=_place):
        statement = _statement(reading, attribution, days, parties, cast, language)
        made.setdefault(statement.id, statement)
    return tuple(_nested(list(made.values()), reading, language))


def _place(attribution: Attribution) -> tuple[int, int, str]:
    content = attribution.content
    return content[0].start, -content[-1].end, attribution.mode


def _statement(
    reading: Reading,
    attribution: Attribution,
    days: dict[Role, When],
    parties: tuple[Party, ...],
    cast: Cast,
    language: Language,
) -> Statement:
    return Statement(
        id=statement_id(reading.document.id, attribution.content, attribution.source, attribution.cue),
        item_id=reading.item.id,
        attribution=attribution,
        speaker=_speaker(reading, attribution, parties, cast, language),
        said=_said(reading, attribution, days, language),
        reported=days.get("published", unknown("no finder dated the item")),
    )


def _speaker(
    reading: Reading, attribution: Attribution, parties: tuple[Party, ...], cast: Cast, language: Language
) -> Party:
    if attribution.mode == "whole_item":
        return parties[0] if parties else Party("speaker", None, "unknown", why="the item names no speaker")
    if attribution.source is None:
        return _unsourced(reading, attribution, parties)
    if attribution.mode == "turn" and "question" in attribution.made_by.why:
        why = f"the label {reading.document.page.words(attribution.source)!r} names no person"
        return Party("speaker", None, "unknown", spans=(attribution.source,), why=why)
    return speaker_of_source(reading, attribution.source, cast, language)


def _unsourced(reading: Reading, attribution: Attribution, parties: tuple[Party, ...]) -> Party:
    answers = attribution.mode == "turn" and attribution.made_by.why.startswith("an answer")
    if answers and len(parties) == 1 and parties[0].basis == "stated":
        return replace(parties[0], why="the only speaker whom the item names gives the answers")
    opens = attribution.mode == "turn" and attribution.made_by.why.startswith("speech before the first label")
    if opens and len(parties) == 1 and parties[0].basis == "stated" and parties[0].how == "text":
        evidence = tuple(Evidence(reading.document.id, span) for span in parties[0].spans)
        why = "the only speaker whom the transcript names opens it"
        return replace(parties[0], basis="inferred", spans=(), from_=evidence, why=why)
    return Party("speaker", None, "unknown", why=f"the text names no source: {attribution.made_by.why}")


def _said(reading: Reading, attribution: Attribution, days: dict[Role, When], language: Language) -> When:
    if attribution.mode in {"turn", "whole_item"}:
        if reading.item.kind in DELIVERED and "spoken" in days:
            return days["spoken"]
        return unknown("the item states no day of delivery")
    if attribution.cue is None:
        return unknown("the quotation has no cue whose sentence could state a day")
    return day_of(reading, attribution, language) or unknown("the sentence of the cue states no day of saying")


def _nested(ordered: list[Statement], reading: Reading, language: Language) -> Iterator[Statement]:
    """The statements with the id of the smallest one before them whose content holds theirs."""
    open_: list[Statement] = []
    for statement in ordered:
        first = statement.attribution.content[0]
        open_ = [other for other in open_ if other.attribution.content[-1].end > first.start]
        holders = [other for other in open_ if _holds(other, statement)]
        inner = _said_of_oneself(statement, holders[-1], reading, language) if holders else statement
        yield inner
        open_.append(inner)


def _said_of_oneself(statement: Statement, outer: Statement, reading: Reading, language: Language) -> Statement:
    """ "I said", inside the words of somebody: the same speaker."""
    source, speaker = statement.attribution.source, outer.speaker
    statement = replace(statement, inside=outer.id)
    if source is None or speaker.name is None or reading.document.page.words(source).casefold() not in language.selves:
        return statement
    from_ = speaker.from_ or tuple(Evidence(reading.document.id, span) for span in speaker.spans)
    why = "the speaker of the words around it speaks of himself or herself"
    return replace(statement, speaker=replace(speaker, basis="inferred", spans=(source,), from_=from_, why=why))


def _holds(outer: Statement, inner: Statement) -> bool:
    return all(any(whole.holds(part) for whole in outer.attribution.content) for part in inner.attribution.content)
