"""The flow: sources in, documents recorded one by one, then the record settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.captures import gather
from onrecord.engines import ENGINES
from onrecord.errors import CaptureError, RecordError
from onrecord.finders import FINDERS
from onrecord.finders.date_numbers import number_evidence
from onrecord.formats import Caps, read_document
from onrecord.layouts import LAYOUTS
from onrecord.layouts.furniture import block_key
from onrecord.resolve.statements import statements
from onrecord.settings import Settings
from onrecord.tagger import extra_for, load, tags_of
from onrecord.types import Capture, Document, Reading, Sighting, SiteSlice
from onrecord.types.page import Page, ReadItem

if TYPE_CHECKING:
    from onrecord.stores.writer import Writer

Found = tuple[Capture, Sighting]
WITHOUT_MODEL = "without model"
WITH_EXTRA = ", names by "
LEANING = ", leaning "


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What became of one thing that was met; it is on disk when this is yielded.

    status  read, known (the same bytes from the same source were read before), failed
    """

    source: str
    status: str
    document: Document | None = None
    sighting: Sighting | None = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A document whose items are on disk, or the error for which it has none."""

    document_id: str
    source: str
    error: BaseException | None


def readers(language: str | None, *, model: bool, lean: float = 0.0) -> str:
    """The versions of all that reads a document's items: what is read by others is read anew. Raises ModelError.

    An extra is named only where it reads, so that installing it changes nothing for documents in other languages.
    """
    if not model:
        return f"onrecord {__version__}, {WITHOUT_MODEL}"
    extra = extra_for(language)
    weights = f"onrecord {__version__}, model {load().digest[:16]}" + (f"{LEANING}{lean:+g}" if lean else "")
    return f"{weights}{WITH_EXTRA}{extra}" if extra else weights


def read_by(readers: str) -> tuple[bool, str | None, float]:
    """What `readers` named: whether a model was asked, the extra that read too, and how far the model leant."""
    weights, _, extra = readers.partition(WITH_EXTRA)
    weights, _, lean = weights.partition(LEANING)
    return not weights.endswith(WITHOUT_MODEL), extra or None, float(lean or 0)


def read_page(found: Found, caps: Caps) -> Page:
    """Stratum L0: what a capture tells by itself. Raises FormatError."""
    document = read_document(*found, caps)
    evidence = number_evidence(document)
    return Page(
        document,
        tuple(block_key(document.page.words(block.span)) for block in document.blocks),
        evidence.day_first,
        evidence.month_first,
        evidence.ambiguous,
    )


def read_items(
    given: tuple[Document, SiteSlice], *, model: bool = True, extras: bool = True, lean: float = 0.0
) -> tuple[ReadItem, ...]:
    """Stratum L2: the items of a document and all that is found in them, under its slice of L1.

    model   whether the model reads the document too, or rules alone
    extras  whether what extras install reads with it
    lean    how far the model leans from precision to recall (settings.py)
    """
    document, site = given
    tags = tags_of(document, model=model, extras=extras, lean=lean)
    layout = next((name for name in LAYOUTS if document.reader.startswith(name)), "page")
    items = LAYOUTS[layout](document, site, tags)
    return tuple(_read_item(Reading(document, item, items, document.language, site, tags=tags)) for item in items)


def _read_item(reading: Reading) -> ReadItem:
    for name in FINDERS:
        reading = reading.plus(FINDERS[name](reading))
    return ReadItem(reading, statements(reading))


def read(sources: Iterable[str], writer: Writer, settings: Settings) -> Iterator[Acknowledged]:
    """Record what the sources give, a document at a time; each is on disk when it is yielded.

    What cannot be read is recorded as failed, and the rest goes on. Afterwards the record waits for `settle`.
    """
    skipped: list[Acknowledged] = []
    work = partial(read_page, caps=Caps.of(settings))
    run = ENGINES["local"]
    for outcome in run(work, _fresh(sources, writer, settings, skipped), settings.processes):
        yield from _drained(skipped)
        yield _record(outcome.given, outcome.made, outcome.error, writer)
    yield from _drained(skipped)


def _drained(skipped: list[Acknowledged]) -> Iterator[Acknowledged]:
    while skipped:
        yield skipped.pop(0)


def _fresh(sources: Iterable[str], writer: Writer, settings: Settings, skipped: list[Acknowledged]) -> Iterator[Found]:
    """What is met for the first time; the rest is recorded at once and told in `skipped`."""
    for source in sources:
        for found in _gathered(source, settings):
            if isinstance(found, CaptureError):
                writer.add_failure(found.source or source, found, None)
                skipped.append(Acknowledged(found.source or source, "failed", error=found))
            elif writer.has(*found):
                writer.add_sighting(found[1])
                skipped.append(Acknowledged(found[1].source, "known", sighting=found[1]))
            else:
                yield found


def _gathered(source: str, settings: Settings) -> Iterator[Found | CaptureError]:
    try:
        yield from gather(source, settings)
    except CaptureError as error:
        yield error


def _record(found: Found, page: Page | None, error: BaseException | None, writer: Writer) -> Acknowledged:
    capture, sighting = found
    if writer.has(capture, sighting):  # twice in one run
        writer.add_sighting(sighting)
        return Acknowledged(sighting.source, "known", sighting=sighting)
    if isinstance(error, OSError):
        raise _ours(error) from error
    if page is None:
        error = error or CaptureError("nothing was made of it", source=sighting.source)
        writer.add_failure(sighting.source, error, found)
        return Acknowledged(sighting.source, "failed", sighting=sighting, error=error)
    writer.add_page(capture, sighting, page)
    return Acknowledged(sighting.source, "read", page.document, sighting)


def _ours(error: OSError) -> RecordError:
    """Readers touch no file but those of their libraries: such an error is this machine's, not the page's."""
    return RecordError(
        f"reading had to stop: {error.strerror or error}: free some space (in the temporary folder too) and run the"
        " same command again; everything acknowledged so far is kept"
    )


def settle(writer: Writer, settings: Settings) -> Iterator[Settled]:
    """Read every document whose slice of its site's knowledge changed; it is yielded when that is on disk.

    A document that the readers cannot digest is left without items and recorded as failed. When all are done the
    record is marked as settled: a run that was killed before goes on from where it was.
    """
    run = ENGINES["local"]
    by = partial(readers, model=settings.model, lean=settings.lean)
    work = partial(read_items, model=settings.model, lean=settings.lean)
    for outcome in run(work, _changed(writer, by), settings.processes):
        document, site = outcome.given
        if isinstance(outcome.error, OSError):
            raise _ours(outcome.error) from outcome.error
        writer.write_reading(document.id, site, by(document.language), outcome.made or (), outcome.error)
        yield Settled(document.id, document.source, outcome.error)
    writer.mark_settled()


def _changed(writer: Writer, by: Callable[[str | None], str]) -> Iterator[tuple[Document, SiteSlice]]:
    for document_id in writer.pending():
        site = writer.slice_of(document_id)
        if not writer.still_holds(document_id, site, by(writer.language_of(document_id))):
            yield writer.document(document_id), site


def reread(writer: Writer, settings: Settings) -> Iterator[Acknowledged]:
    """Run the readers of this version over the archived bytes; afterwards everything waits for `settle`.

    A document that comes out otherwise supersedes the old one, which stays; what failed before is tried again.
    """
    work = partial(read_page, caps=Caps.of(settings))
    run = ENGINES["local"]
    ids: dict[tuple[str, str], tuple[str, bool]] = {}
    for outcome in run(work, _again(writer, ids), settings.processes):
        capture, sighting = outcome.given
        old_id, was_read = ids.pop((capture.id, sighting.source))
        yield _recorded_again(outcome.given, outcome.made, outcome.error, writer, old_id if was_read else None)
    writer.mark_all_pending()


def _again(writer: Writer, ids: dict[tuple[str, str], tuple[str, bool]]) -> Iterator[Found]:
    for capture, sighting, old_id, was_read in writer.archived():
        ids[capture.id, sighting.source] = (old_id, was_read)
        yield capture, sighting


def _recorded_again(
    found: Found, page: Page | None, error: BaseException | None, writer: Writer, old_id: str | None
) -> Acknowledged:
    source = found[1].source
    if page is None:
        return Acknowledged(source, "failed", sighting=found[1], error=error)
    if writer.same_page(page):
        return Acknowledged(source, "known", page.document, found[1])
    if page.document.id == old_id:
        writer.replace_page(page)
    else:
        writer.add_page(*found, page, supersedes=old_id)
    return Acknowledged(source, "read", page.document, found[1])
