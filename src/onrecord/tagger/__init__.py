"""The model: texts in, labelled spans out. Finders and layouts read its tags and never call it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.tagger.labels import SPANNED
from onrecord.types import NO_TAGS, Document, Tag, Tags

if TYPE_CHECKING:
    from onrecord.tagger.session import Model

# Languages whose texts the model was trained on.
LANGUAGES = frozenset({"en"})
# Of the other languages, those whose names an extra reads, by its name.
EXTRAS = {"ru": "ru"}
# A longer page is a book or a log, and would take minutes: some 16,000 code points a CPU-second.
MOST_LETTERS = 1_000_000
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def tags_of(document: Document, *, model: bool = True, extras: bool = True, lean: float = 0.0) -> Tags:
    """What the model says of a document's page; nothing, and why, where it was not asked or does not know the language.

    extras  whether what extras install is asked too: names of Russian texts
    lean    added to the log-odds that a word attributes: above 0 more is found, below 0 what is found is surer

    Raises ModelError when the model is missing or altered.
    """
    if not model:
        return NO_TAGS
    language = _primary(document.language)
    if language not in LANGUAGES and not (extras and extra_for(language)):
        return Tags(why=_unknown(language))
    wanted = list(stretches(document))
    if sum(end - start for start, end in wanted) > MOST_LETTERS:
        return Tags(why=f"the page has more than {MOST_LETTERS:,} code points: rules alone read it")
    if language not in LANGUAGES:
        from onrecord.tagger import russian

        return russian.load().tags(document.page.content, paragraphs(document) if wanted else ())
    loaded = load()
    found: dict[str, list[Tag]] = {}
    for start, end in wanted:
        for head, tags in loaded.tag(document.page.content[start:end], lean).items():
            moved = (Tag(tag.start + start, tag.end + start, tag.label, tag.score) for tag in tags)
            found.setdefault(head, []).extend(moved)
    heads = {head: tuple(tags) for head, tags in found.items()}
    return Tags(loaded.digest, "", (*SPANNED, "boundary", "kinds"), curves=loaded.curves, **heads)


def extra_for(language: str | None) -> str | None:
    """The name of what an installed extra reads names of that language with; None where none does."""
    if _primary(language) not in EXTRAS:
        return None
    from onrecord.tagger import russian

    return russian.load().name if russian.is_installed() else None


def _primary(language: str | None) -> str:
    return (language or "").partition("-")[0]


def _unknown(language: str) -> str:
    why = f"the model does not know the language {language or 'of the text, which is unknown'}"
    if language in EXTRAS:
        extra = EXTRAS[language]
        why += f"; the extra {extra!r} would read the names: pip install 'onrecord[{extra}]'"
    return why


def stretches(document: Document) -> Iterator[tuple[int, int]]:
    """What of a page the model reads: of HTML the runs of main blocks, without the menus; of lists nothing."""
    if document.reader.startswith("csv"):
        return
    if not document.reader.startswith("html"):
        yield 0, len(document.page.content)
        return
    run: tuple[int, int] | None = None
    for block in document.blocks:
        if block.main:
            run = (run[0] if run else block.span.start, block.span.end)
        elif run:
            yield run
            run = None
    if run:
        yield run


def paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """The main blocks of a page, parted further at blank lines; white space at the ends left out."""
    page = document.page
    for block in document.blocks:
        if not block.main:
            continue
        at = block.span.start
        for gap in [*BLANK_LINE.finditer(page.content, at, block.span.end), None]:
            piece = page.trimmed(at, gap.start() if gap else block.span.end)
            if len(piece):
                yield piece.start, piece.end
            at = gap.end() if gap else at


@lru_cache(maxsize=1)
def load() -> Model:
    """The model that is shipped, loaded once a process."""
    from onrecord.tagger.session import Model

    return Model()
