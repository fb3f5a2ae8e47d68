"""Who speaks in an item as a whole, who issues it and where: as stated, otherwise unknown with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.declared_authors import declared_author
from onrecord.finders.head_lines import HeadLine, head_lines
from onrecord.finders.introductions import authors, interviewees
from onrecord.finders.issuers import issuer
from onrecord.finders.names import named
from onrecord.finders.paragraphs import Paragraph, language_of, mapped_spans, paragraphs
from onrecord.finders.passed_on import PassedOn, passed_on
from onrecord.finders.venues import place
from onrecord.finders.voices import (
    Voice,
    announced,
    bylines,
    colon_titles,
    delivered,
    groups,
    signatures,
    titled,
)
from onrecord.languages import Language
from onrecord.types import Attribution, Kind, Party, Provenance, Reading, Span

VERSION = "1"
# Kinds whose body as a whole is somebody's words.
WHOLE: frozenset[Kind] = frozenset({"speech", "op_ed", "statement", "message", "joint_statement", "communique"})
GROUP: frozenset[Kind] = frozenset({"joint_statement", "communique"})
# Kinds that report for somebody: the person to whom they are attributable speaks, if one is named, nobody else.
READOUTS: frozenset[Kind] = frozenset({"readout_call", "readout_meeting"})
# Kinds that an office hands out; they have a speaker when they name one in a byline or an attributable-to line.
HANDED_OUT: frozenset[Kind] = frozenset({"announcement", "travel_note", "fact_sheet"})
STORIES: frozenset[Kind] = frozenset({"appointment", "news", "report"})
DIALOGUE: frozenset[Kind] = frozenset({"interview", "transcript"})
# A label whose turns end in a question mark this often asks, it does not answer.
ASKS_FROM = 0.6


def find(reading: Reading) -> Iterator[Party | Attribution]:
    """Speakers, issuer and place of the item, then its whole-item attribution where its kind has one.

    Every item of the kinds WHOLE, DIALOGUE and READOUTS has a speaker, unknown where it names none: presidents who are
    greeted, thanked or quoted are not speakers. A group speaks as a group: it is the issuer, and no person is named.
    """
    language, paras = language_of(reading), paragraphs(reading)
    lines = head_lines(reading, paras, language)
    text = passed_on(reading, paras) if reading.item.kind in WHOLE else None
    group = next(groups(reading, paras, language), None) if reading.item.kind in WHOLE else None
    group = text.who if text and text.who else group
    voices = _voices(reading, paras, lines, language) if group is None else []
    yield from _speakers(reading, voices, group, language)
    voice = voices[0] if voices else None
    issued = issuer(reading, paras, lines, language, voice)
    if group and not (text and text.who and issued):
        issued = _group_party(reading, group)
    if issued:
        yield issued
    venue = place(reading, paras, lines, language)
    if venue:
        yield venue
    has_turns = any(attribution.mode == "turn" for attribution in reading.attributions())
    office = issued.spans[0] if issued and group is None and any(line.kind == "office" for line in lines) else None
    # Whatever its kind, what an office hands out under its name is its word as a whole.
    handed_out = office or (reading.item.kind in READOUTS | HANDED_OUT and voice)
    if (reading.item.kind in WHOLE or handed_out) and not has_turns:
        behind = max((line.span.end for line in lines), default=reading.item.span.start)
        yield from _whole_item(reading, voice, group, office, text, behind)


def _voices(reading: Reading, paras: list[Paragraph], lines: list[HeadLine], language: Language) -> list[Voice]:
    """The strongest voices that fit the item's kind: several only where several bylines stand in its head."""
    kind = reading.item.kind
    if kind not in WHOLE | DIALOGUE | READOUTS | HANDED_OUT | STORIES or kind in GROUP:
        return []
    said = list(delivered(reading, paras, language)) if kind != "transcript" else []
    firm = [voice for voice in said if voice.firm][:1]
    if kind in STORIES:
        return firm  # a name with an office under the title of a story is whom it tells of
    if kind in READOUTS | HANDED_OUT:
        return firm or _bylined(lines)
    if firm:
        return firm
    # A transcript's labels say who speaks; bylines say it in full.
    if kind == "transcript":
        return _bylined(lines)
    told = [*said[:1], *_told(reading, paras, language)]
    return [_with_office(reading, voice, told) for voice in _bylined(lines)] or told[:1]


def _with_office(reading: Reading, voice: Voice, others: list[Voice]) -> Voice:
    """A byline's voice; the fuller one of the same name where the byline has no office."""
    name = _surname(_name(reading, voice))
    same = (other for other in others if other.named.office and _surname(_name(reading, other)) == name)
    return voice if voice.named.office else next(same, voice)


def _bylined(lines: list[HeadLine]) -> list[Voice]:
    why = "a line under the title names the person and the office"
    return [Voice(line.named, line.span, why) for line in lines if line.kind == "person"]


def _told(reading: Reading, paras: list[Paragraph], language: Language) -> list[Voice]:
    """The first voice that the item's title, introduction or signature names; each kind believes its own cues."""
    kind = reading.item.kind
    voices: list[Iterator[Voice]] = []
    if kind == "op_ed":
        voices += [bylines(reading, paras, language), authors(reading, paras, language)]
    if kind == "interview":
        voices += [interviewees(reading, paras, language)]
    voices += [colon_titles(reading, language), titled(reading, language), announced(reading, paras, language)]
    if kind in {"statement", "message", "op_ed"}:
        voices += [signatures(reading, paras, language)]
    found = [voice for several in voices for voice in several]
    # An office without a name is kept only where nothing names the person.
    return sorted(found, key=lambda voice: voice.named.name is None)[:1]


def _speakers(reading: Reading, voices: list[Voice], group: Span | None, language: Language) -> Iterator[Party]:
    kind = reading.item.kind
    labelled = list(_labelled(reading, language)) if kind in DIALOGUE else []
    yield from (party(reading, voice) for voice in voices)
    # "MS BELL" is the Ada Bell of a byline; an interview's labels name nobody besides whom its introduction names.
    known = {_surname(_name(reading, voice)) for voice in voices} - {None}
    if labelled and not (voices and kind == "interview"):
        yield from (each for each in labelled if _surname(each.name) not in known or each.name is None)
    if not voices and not labelled and kind in WHOLE | DIALOGUE | READOUTS:
        author = declared_author(reading, language) if kind == "op_ed" else None
        yield author or Party("speaker", None, "unknown", why=_reason(kind, group))


def _surname(name: str | None) -> str | None:
    return name.split()[-1].casefold() if name and name.split() else None


def party(reading: Reading, voice: Voice) -> Party:
    """The speaker that a voice names; an office alone leaves the person unknown and keeps the office."""
    words = reading.document.page.words
    who = voice.named
    return Party(
        role="speaker",
        name=words(who.name) if who.name else None,
        basis="stated" if who.name else "unknown",
        office=words(who.office) if who.office else None,
        body=words(who.body) if who.body else None,
        how="text",
        spans=(voice.phrase,),
        why=voice.why if who.name else f"{voice.why} by office only; the person is not named",
    )


def _name(reading: Reading, voice: Voice) -> str | None:
    return reading.document.page.words(voice.named.name) if voice.named.name else None


def _reason(kind: Kind, group: Span | None) -> str:
    if group or kind in GROUP:
        return "a group or body speaks; no person is named as its voice"
    if kind in READOUTS:
        return "an office reports; nobody is named to whom the text is attributable, and those who met do not speak"
    if kind in DIALOGUE:
        return "neither a label nor the introduction names who answers"
    return "nobody is named as speaking; names in the text are greeted, thanked or spoken about"


def _labelled(reading: Reading, language: Language) -> Iterator[Party]:
    """The speakers that labels of turns name, each once, by first turn; those who only ask are left out."""
    page = reading.document.page
    turns = [turn for turn in reading.attributions() if turn.mode == "turn" and turn.source]
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        if turn.source:
            ends = page.content[turn.content[-1].end - 1] in "?？"
            asked.setdefault(page.words(turn.source).casefold(), []).append(ends)
    seen: set[str] = set()
    for turn in turns:
        if turn.source is None or "question" in turn.made_by.why or "answer" in turn.made_by.why:
            continue
        key = page.words(turn.source).casefold()
        who = named(page, turn.source.start, turn.source.end, language)
        if key in seen or sum(asked[key]) >= ASKS_FROM * len(asked[key]) or (who.name is None and who.office is None):
            continue
        seen.add(key)
        yield party(reading, Voice(who, turn.source, "a label names who speaks the turn"))


def _group_party(reading: Reading, group: Span) -> Party:
    why = "the group names itself at the start of the text"
    return Party("issuer", reading.document.page.words(group), "stated", how="text", spans=(group,), why=why)


def _whole_item(
    reading: Reading, voice: Voice | None, group: Span | None, office: Span | None, text: PassedOn | None, behind: int
) -> Iterator[Attribution]:
    """The body as one attribution, from behind title, byline and an introduction by others to the end.

    Its source is the name of whom it is credited to, else the group, else the office that hands it out.
    """
    item = reading.item
    start = (item.lead or item.body or item.span).start
    if item.lead is None and item.body is None and item.title:
        start = item.title.end
    if voice and voice.after is not None and voice.after < item.span.end:
        start = max(start, voice.after)
    if (
        voice
        and voice.after is not None
        and item.body
        and start < item.body.start
        and item.lead
        and start >= item.lead.end
    ):
        start = item.body.start  # headings between an introduction by others and the words themselves
    end = item.span.end
    start = max(start, behind)
    if text:
        start, end = max(start, text.start), text.end
    if voice and voice.phrase.start > start and "signs" in voice.why:
        end = voice.phrase.start
    content = mapped_spans(reading, start, end)
    if content:
        source = group or ((voice.named.name or voice.phrase) if voice else office)
        why = voice.why if voice else "the body of an item of this kind is its issuer's or author's own words"
        made_by = Provenance("speakers", VERSION, why, score=reading.tags.chance("whole_items"))
        cue = text.cue if text and text.cue else voice.cue if voice else None
        yield Attribution(source, cue, content, "whole_item", made_by)
