"""Whom the source of an attribution means: the person, the office and the body that its words or its item name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from onrecord.finders.names import Named, named
from onrecord.languages import Language
from onrecord.resolve.people import Person, people_of, tokens_of
from onrecord.resolve.posts import Posts
from onrecord.types import Evidence, Party, Reading, Span


class Cast:
    """Who is who in an item: its persons, and the offices that stand beside their names; asked once a statement."""

    def __init__(self, reading: Reading, language: Language) -> None:
        self.people = people_of(reading)
        self.posts = Posts(reading, self.people, language)
        self.spans = sorted(self.people.of)
        page = reading.document.page
        self.surnames = Counter(tokens_of(page.words(one.fullest), language)[-1:] for one in self.people.persons)

    def person_at(self, name: Span) -> Person | None:
        """Whom the first name or pronoun in a span stands for."""
        at = bisect_right(self.spans, name.start, key=lambda span: span.end)
        return self.people.of[self.spans[at]] if at < len(self.spans) and self.spans[at].start < name.end else None


def speaker_of_source(reading: Reading, source: Span, cast: Cast, language: Language) -> Party:
    """The speaker whom a source states, parts as written, completed from what the same item says of that person.

    A name is `stated`, and in full where the item has it in full ("completed"). Whom a pronoun or a bare office means
    is `inferred` from the words that name the person; where they name nobody, or several, the speaker is unknown.
    """
    page = reading.document.page
    who = named(page, source.start, source.end, language)
    office = page.words(who.office) if who.office else None
    body = page.words(who.body) if who.body else None
    if who.name:
        why = "the source names the speaker"
        stated = Party("speaker", page.words(who.name), "stated", office, body, how="text", spans=(source,), why=why)
        return _completed(stated, who.name, reading, cast, language)
    if body and office is None:
        return Party("speaker", body, "stated", None, body, how="text", spans=(source,), why="the source is a body")
    unnamed = Party(
        "speaker", None, "unknown", office, body, spans=(source,), why=_why_unnamed(page.words(source), who, language)
    )
    return _meant(unnamed, source, who, reading, cast, language)


def _completed(stated: Party, name: Span, reading: Reading, cast: Cast, language: Language) -> Party:
    """With the full name and the office that the item gives this person elsewhere."""
    page = reading.document.page
    person = next(
        (one for span, one in cast.people.of.items() if span.start < name.end and name.start < span.end), None
    )
    if person is None:
        return stated
    if not name.start <= person.fullest.start < name.end and _is_longer(person.fullest, name, reading, language):
        if cast.surnames[tokens_of(page.words(person.fullest), language)[-1:]] > 1:
            return replace(stated, why="the source names the speaker; several persons of the item bear this name")
        why = f"the item names {page.words(name)!r} in full elsewhere"
        whole = Evidence(reading.document.id, person.fullest)
        stated = replace(stated, name=page.words(person.fullest), how="completed", from_=(whole,), why=why)
    return _with_office(stated, person, reading, cast, language)


def _meant(unnamed: Party, source: Span, who: Named, reading: Reading, cast: Cast, language: Language) -> Party:
    """The person for whom a pronoun or a bare office stands; the unnamed party where nobody does for sure."""
    page, document = reading.document.page, reading.document.id
    words = page.words(source)
    if who.office is None:
        person = cast.people.of.get(source)
        if person is None:
            return unnamed
        why = f"{words!r} means the person most prominent before it"
        meant = replace(unnamed, name=page.words(person.fullest), basis="inferred", why=why)
        meant = replace(meant, how="text", from_=(Evidence(document, person.fullest),))
        return _with_office(meant, person, reading, cast, language)
    posts = cast.posts.callable(who.office)
    if len(posts) != 1:
        names = ", ".join(page.words(post.person.fullest) for post in posts)
        return replace(unnamed, why=f"{unnamed.why}; it can mean {names}") if names else unnamed
    (post,) = posts
    why = f"the item calls nobody else {page.words(who.office)!r}"
    from_ = (Evidence(document, post.office), Evidence(document, post.person.fullest))
    return replace(unnamed, name=page.words(post.person.fullest), basis="inferred", how="text", from_=from_, why=why)


def _with_office(party: Party, person: Person, reading: Reading, cast: Cast, language: Language) -> Party:
    """With the office that the item sets beside the person's name first, where the source has none."""
    post = cast.posts.first(person)
    if party.office or post is None:
        return party
    page = reading.document.page
    body = named(page, post.office.start, post.office.end, language).body
    from_ = (*party.from_, Evidence(reading.document.id, post.office))
    return replace(party, office=page.words(post.office), body=page.words(body) if body else party.body, from_=from_)


def _is_longer(full: Span, name: Span, reading: Reading, language: Language) -> bool:
    page = reading.document.page
    return len(tokens_of(page.words(full), language)) > len(tokens_of(page.words(name), language))


def _why_unnamed(source: str, who: Named, language: Language) -> str:
    if source.casefold() in language.pronouns | language.first_persons:
        return f"the source is a pronoun ({source})"
    if who.office:
        return f"the source gives an office without a name ({source})"
    return f"the source describes somebody without a name ({source})"
