"""Laws of the archive: what was acknowledged survives any cut, and the same input gives the same files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.captures import gather
from onrecord.settings import Settings
from onrecord.stores.archive import Archive
from onrecord.types import Capture, Sighting

WORDS = st.text(max_size=20)
HEADERS = st.lists(st.tuples(st.text(max_size=8), WORDS), max_size=3).map(tuple)


@st.composite
def sightings(draw):
    capture = Capture.of(draw(st.binary(max_size=300)), draw(st.sampled_from(["", "text/html", "text/plain\r\nX: y"])))
    status = draw(st.sampled_from([None, 200, 203, 599]))
    source = draw(st.one_of(WORDS.map("https://transport.example/".__add__), WORDS.map("notes/".__add__)))
    moment = draw(st.sampled_from([None, "2024-03-05T12:00:00Z"]))
    return capture, Sighting(capture.id, source, "transport.example", moment, draw(HEADERS), status)


@settings(max_examples=25, deadline=None)  # each waits for the disk many times
@given(st.lists(sightings(), min_size=1, max_size=6), st.data())
def test_what_was_committed_survives_any_crash(pairs, data):
    """For every run of captures, every commit and every crash after it: the committed ones read back the same."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder), rotate_bytes=1500)
        places = [archive.append(*pair) for pair in pairs]
        archive.close()
        kept = data.draw(st.integers(0, len(places)))
        ends: dict[str, int] = {}
        for place in places[:kept]:
            ends[place.file] = place.offset + place.length
        last = Path(folder) / places[-1].file
        floor = ends.get(last.name, 0)
        with last.open("r+b") as file:
            file.truncate(data.draw(st.integers(floor, last.stat().st_size)))
        archive.truncate(ends)
        bodies = [archive.check(place, pair[0].id) for place, pair in zip(places[:kept], pairs, strict=False)]
        assert bodies == [capture.body for capture, _ in pairs[:kept]]
        assert list(archive.faults(places[:kept])) == []
        assert [archive.append(*pair) for pair in pairs[kept:]] == places[kept:]
        archive.close()


@settings(max_examples=25, deadline=None)
@given(st.lists(sightings(), max_size=4))
def test_the_archive_is_a_warc_that_gives_its_bodies_back(pairs):
    """For every run of captures: the WARC reader finds the same bodies in the same order."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder))
        for pair in pairs:
            archive.append(*pair)
        archive.close()
        found = list(gather(f"{folder}/00001.warc.gz", Settings())) if pairs else []
        for (capture, sighting), entry in zip(pairs, found, strict=True):
            if sighting.status == 599:
                assert entry.status == 599
            else:
                assert entry[0].body == capture.body
