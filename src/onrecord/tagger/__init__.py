"""The model: texts in, labelled spans out. Finders and layouts read its tags and never call it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.types import NO_TAGS, Document, Tags

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
    found = {head: tuple(tags) for head, tags in loaded.tag(document.page.content).items()}
    return Tags(model=loaded.digest, why="", **found)


@lru_cache(maxsize=1)
def load() -> Model:
    """The model that is shipped, loaded once a process."""
    from onrecord.tagger.session import Model

    return Model()
