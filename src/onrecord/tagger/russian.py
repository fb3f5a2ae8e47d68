"""Names in Russian texts: slovnet's network on navec's vectors, from the files that the wheel of natasha bundles.

natasha itself is never imported, for it loads dictionaries that nothing here asks. Its three parts are called directly,
and they come with the extra "ru".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onrecord.errors import MissingExtra, ModelError
from onrecord.tagger.russian_names import Name, Paragraph, names_of
from onrecord.types import Tag, Tags

LANGUAGE = "ru"
PACKAGES = ("natasha", "slovnet", "navec", "razdel")
NETWORK = "model/slovnet_ner_news_v1.tar"
VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
# Code points read at once, which bounds the memory: a paragraph is hardly ever longer.
LONGEST = 20_000
HOW = "pip install 'onrecord[ru]'"


def is_installed() -> bool:
    """Whether all that reads Russian names is here; nothing is imported."""
    return all(find_spec(name) for name in PACKAGES)


def folder() -> Path:
    """Where natasha keeps its files. Raises MissingExtra."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations or not is_installed():
        raise MissingExtra(f"names of Russian texts need {', '.join(PACKAGES)}: {HOW}")
    return Path(spec.submodule_search_locations[0]) / "data"


class Russian:
    """The loaded network. Raises ModelError when a file is missing or no such network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def name(self) -> str:
        """What a provenance names: the release, the network, and sha256 over the files as `sha256sum` prints it."""
        return f"natasha {version('natasha')} {Path(NETWORK).stem} {self.digest}"

    @cached_property
    def digest(self) -> str:
        """sha256 over the digests of both files, a line each: hex, two spaces, name."""
        try:
            bodies = {name: hashlib.sha256((self.folder / name).read_bytes()) for name in (NETWORK, VECTORS)}
        except OSError as error:
            raise ModelError(f"names of Russian texts lack {error.filename}: {_mend()}") from error
        listed = "".join(f"{body.hexdigest()}  {Path(name).name}\n" for name, body in bodies.items())
        return hashlib.sha256(listed.encode()).hexdigest()

    @cached_property
    def _network(self) -> Any:
        from navec import Navec
        from slovnet import NER

        try:
            network = NER.load(str(self.folder / NETWORK))
            return network.navec(Navec.load(str(self.folder / VECTORS)))
        except Exception as error:  # each of them unpacks files in its own way
            raise ModelError(f"the files in {self.folder} cannot be loaded ({error}): {_mend()}") from error

    def tags(self, text: str, paragraphs: Iterable[Paragraph]) -> Tags:
        """The names in those paragraphs of a text, in order: PER, ORG and LOC. The network gives no probability: 1."""
        read = list(paragraphs)
        found: list[Name] = [
            (span.start + start, span.stop + start, str(span.type))
            for paragraph in read
            for start, end in pieces(text, *paragraph)
            for span in self._network(text[start:end]).spans
        ]
        mentions = tuple(Tag(start, end, label, 1.0) for start, end, label in names_of(text, read, found))
        return Tags(self.name, "", ("mentions",), mentions=mentions)


def pieces(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """A paragraph in pieces of at most LONGEST code points, cut behind a sentence, else at white space, else there."""
    while end - start > LONGEST:
        limit = start + LONGEST
        cuts = [text.rfind(mark, start + LONGEST // 2, limit) for mark in (". ", " ", "\n")]
        cut = next((at + 1 for at in cuts if at > 0), limit)
        yield start, cut
        start = cut
    yield start, end


def _mend() -> str:
    return "install natasha again, or read with --no-model"


@lru_cache(maxsize=1)
def load() -> Russian:
    """What is installed, loaded once a process. Raises MissingExtra."""
    return Russian(folder())
