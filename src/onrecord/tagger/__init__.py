"""The model: texts in, labelled spans out. Finders and layouts read its tags and never call it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.types import NO_TAGS, Document, Tag, Tags

if TYPE_CHECKING:
    from onrecord.tagger.session import Model

# Languages whose texts the model was trained on.
LANGUAGES = frozenset({"en"})


def tags_of(document: Document, *, model: bool = True) -> Tags:
    """What the model says of a document's page; nothing, and why, where it was not asked or does not know the language.

    Raises ModelError when the model is missing or altered.
    """
    if not model:
        return NO_TAGS
    language = (document.language or "").partition("-")[0]
    if language not in LANGUAGES:
        return Tags(why=f"the model does not know the language {language or 'of the text, which is unknown'}")
    loaded = load()
    found: dict[str, list[Tag]] = {}
    for start, end in stretches(document):
        for head, tags in loaded.tag(document.page.content[start:end]).items():
            moved = (Tag(tag.start + start, tag.end + start, tag.label, tag.score) for tag in tags)
            found.setdefault(head, []).extend(moved)
    return Tags(model=loaded.digest, why="", **{head: tuple(tags) for head, tags in found.items()})


def stretches(document: Document) -> Iterator[tuple[int, int]]:
    """What of a page the model reads: of HTML the runs of main blocks, for menus hold no statements; else all."""
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


@lru_cache(maxsize=1)
def load() -> Model:
    """The model that is shipped, loaded once a process."""
    from onrecord.tagger.session import Model

    return Model()
