"""Law one: data goes one way, and imports go only down the list of rooms."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "onrecord"
ROOMS = (
    *(
        "errors",
        "types",
        "registry",
        "settings",
        "languages",
        "captures",
        "formats",
        "tagger",
        "layouts",
        "finders",
        "resolve",
    ),
    *("stores", "views", "exporters", "engines", "pipeline", "verification", "verbs", "cli"),
)
FILES = sorted(path for path in SRC.rglob("*.py") if path != SRC / "__init__.py")
# Loaded by the one file that needs them, when it is used: `onrecord --help` must not wait for them.
HEAVY = {
    "aiohttp",
    "dateparser",
    "fastwarc",
    "htmldate",
    "justhtml",
    "lxml",
    "numpy",
    "protego",
    "py3langid",
    "rapidfuzz",
}


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path: Path, *, at_once: bool = False) -> Iterator[str]:
    """Modules that a file imports; with `at_once` only those imported when it is itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if at_once else ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_every_room_is_in_the_list():
    assert {room(path) for path in FILES} == set(ROOMS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_go_down_the_list_of_rooms(path: Path):
    below = ROOMS[: ROOMS.index(room(path)) + 1]
    ours = [name.split(".")[1] for name in imported(path) if name.startswith("onrecord.")]
    # The pipeline takes a Writer as an argument and names its type; it never makes one.
    assert [name for name in ours if name not in below] == []


def test_the_command_line_imports_nothing_heavy_at_once():
    for path in FILES:
        if room(path) in {"cli", "errors", "types", "registry"}:
            names = {name.split(".")[0] for name in imported(path, at_once=True)}
            assert not names & (HEAVY | {"msgspec", "rich", "trafilatura"}), path
