"""The house around the code: the lock, the docs and the tables say the same."""

from __future__ import annotations

import ast
import dataclasses
import re
from pathlib import Path

import pytest
import typer

import onrecord
from onrecord import errors, types
from onrecord.captures import CAPTURES
from onrecord.cli.app import VERBS, app
from onrecord.engines import ENGINES
from onrecord.exporters import EXPORTERS, STYLES
from onrecord.finders import FINDERS
from onrecord.formats import FORMATS
from onrecord.languages import LANGUAGES
from onrecord.layouts import LAYOUTS
from onrecord.registry import Table
from onrecord.settings import NAMES
from onrecord.views import VIEWS

ROOT = Path(__file__).parents[2]
TABLES = (LANGUAGES, CAPTURES, FORMATS, LAYOUTS, FINDERS, VIEWS, EXPORTERS, STYLES, ENGINES)
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_error_is_described():
    raised = [name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)]
    described = page("reference/errors.md")
    assert [name for name in raised if f"| `{name}` |" not in described] == []


def test_the_tree_on_top_of_errors_names_every_error():
    raised = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert errors.__doc__ is not None
    drawn = set(re.findall(r"^[│├└─ ]*(\w+)(?:$|  )", errors.__doc__, flags=re.M))
    assert raised == drawn


def test_every_setting_is_described():
    described = page("reference/settings.md")
    assert [name for name in NAMES if f"| `{name}` |" not in described] == []
    assert set(re.findall(r"^\| `(\w+)` \|", described, flags=re.M)) == set(NAMES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_of_a_table_is_described(table: Table):
    described = page("reference/tables.md")
    (line,) = re.findall(rf"^\| `{table.name.upper()}` \|.*$", described, flags=re.M)
    assert set(re.findall(r"`([^`]+)`", line.split("|")[3])) == set(table.rows)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_described_with_its_options(verb: str):
    described = page("reference/verbs.md")
    (line,) = re.findall(rf"^\| `{verb}` \|.*$", described, flags=re.M)
    options = {option for param in typer.main.get_command(app).commands[verb].params for option in param.opts}
    own = {option for option in options if option.startswith("--")} - {"--record", "--into", "--json"}
    assert set(re.findall(r"`(--[^`]+)`", line.split("|")[3])) == own


def test_no_table_is_left_out_of_the_reference():
    made = []
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Table":
                assert isinstance(node.args[0], ast.Constant)
                made.append(node.args[0].value)
    assert sorted(made) == sorted(table.name for table in TABLES)


def test_every_room_is_on_the_map():
    rooms = {path.name for path in (ROOT / "src/onrecord").iterdir() if (path / "__init__.py").is_file()}
    assert [room for room in sorted(rooms) if f"| `{room}/` |" not in page("map.md")] == []


def test_every_noun_is_in_the_glossary():
    glossary = page("glossary.md").casefold()
    values = [getattr(types, name) for name in types.__all__]
    nouns = [value.__name__ for value in values if isinstance(value, type) and dataclasses.is_dataclass(value)]
    # Named after what they are a part of, or after plain English.
    plain = {"Place", "SiteSlice", "When", "Dating", "Text"}
    assert [noun for noun in nouns if noun not in plain and f"| {noun.casefold()} |" not in glossary] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_and_no_addresses(lock: Path):
    content = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|^\s*-|^\S*/", content.replace("    --hash=", ""), flags=re.M)
    packages = [part for part in re.split(r"\n(?=[A-Za-z0-9])", content) if not part.startswith("#")]
    assert len(packages) > 1
    assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_the_locks_agree():
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        # numpy has a version before and one after Python 3.12: the marker is part of the name.
        for name, version, marker in re.findall(
            r"^([\w.-]+)==([\w.]+) ?(;[^\\]*)?", lock.read_text(encoding="utf-8"), flags=re.M
        ):
            versions.setdefault(name + marker.split("sys_platform")[0], set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_leads_somewhere(file: Path):
    links = re.findall(r"\]\(([^)#\s]+)", file.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (file.parent / link).exists()] == []


def test_every_reference_page_is_in_the_index():
    names = [file.name for file in (ROOT / "docs/reference").glob("*.md")]
    assert [name for name in sorted(names) if f"](reference/{name})" not in page("index.md")] == []


def test_the_changelog_begins_with_this_version():
    assert f"\n## {onrecord.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
