"""Readings: an item and all that was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.types.attribution import Attribution, Mention, Party
from onrecord.types.document import Document
from onrecord.types.item import Item, SiteSlice
from onrecord.types.tags import NO_TAGS, Tags
from onrecord.types.when import Dating

Thing = Dating | Mention | Attribution | Party


@dataclass(frozen=True, slots=True)
class Reading:
    """An item in its document, with what the finders before have found. It grows by `plus`, never in place.

    siblings  all items of the document in page order, this one among them: a neighbour's dates are not this item's
    tags      what the model said of the document
    """

    document: Document
    item: Item
    siblings: tuple[Item, ...]
    language: str | None
    site: SiteSlice
    found: tuple[Thing, ...] = ()
    tags: Tags = NO_TAGS

    def plus(self, things: Iterable[Thing]) -> Reading:
        """This reading with `things` added after what was found before."""
        return replace(self, found=(*self.found, *things))

    def dates(self) -> Iterator[Dating]:
        """The dates found so far."""
        return (thing for thing in self.found if isinstance(thing, Dating))

    def mentions(self) -> Iterator[Mention]:
        """The mentions found so far, in the order in which they were found."""
        return (thing for thing in self.found if isinstance(thing, Mention))

    def attributions(self) -> Iterator[Attribution]:
        """The attributions found so far, in the order in which they were found."""
        return (thing for thing in self.found if isinstance(thing, Attribution))

    def parties(self) -> Iterator[Party]:
        """The speakers, issuer and place found so far."""
        return (thing for thing in self.found if isinstance(thing, Party))

    @property
    def words(self) -> str:
        """The item's own text, title to end."""
        return self.document.page.words(self.item.span)
