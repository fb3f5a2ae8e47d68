"""The program as a person or a pipe runs it: each verb on the bundled pages, its lines, its rows, its exit codes."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAM = (sys.executable, "-c", "from onrecord.cli import main; main()")
# The contract of `--json`: field -> types of its value. "hex" is an id or hash, "span" [s, e] or ["declared", s, e].
NULL = "null"
DATE = {
    "edtf": "text null",
    "basis": "text",
    "how": "text null",
    "span": "span null",
    "from": "list",
    "rivals": "list",
    "why": "text",
}
PARTY = {
    "name": "text null",
    "actor_id": "text null",
    "office": "text null",
    "body": "text null",
    "basis": "text",
    "how": "text null",
    "spans": "spans",
    "from": "list",
    "why": "text",
}
ROWS = {
    "documents": {
        "id": "hex",
        "capture_id": "hex",
        "page_text_id": "hex",
        "declared_text_id": "hex",
        "source": "text",
        "media_type": "text",
        "language": "text null",
        "n_chars": "number",
        "fetched_at": "text null",
        "residue": "spans",
        "settled": "yes_no",
        "status": "text",
        "error": "text null",
        "encoding": "text",
        "doubts": "list",
    },
    "items": {
        "id": "hex",
        "document_id": "hex",
        "item_key": "hex",
        "order": "number",
        "span": "span",
        "kind": "text",
        "is_main": "yes_no",
        "title": "text null",
        "opening": "text",
        "title_span": "span null",
        "lead_span": "span null",
        "body_span": "span null",
        "published": "date",
        "modified": "date",
        "spoken": "date",
        "happened": "date",
        "place": "party",
        "issuer": "party",
        "speakers": "parties",
        "language": "text null",
        "why": "object",
    },
    "statements": {
        "id": "hex",
        "item_id": "hex",
        "document_id": "hex",
        "mode": "text",
        "source_span": "span null",
        "source_text": "text null",
        "cue_span": "span null",
        "cue_text": "text null",
        "content_spans": "spans",
        "content_text": "text",
        "speaker": "party",
        "said": "date",
        "reported": "date",
        "polarity": "text null",
        "modality": "text null",
        "inside": "hex null",
        "score": "number null",
        "made_by": "object",
    },
    "mentions": {
        "id": "hex",
        "item_id": "hex",
        "document_id": "hex",
        "span": "span",
        "text": "text",
        "kind": "text",
        "actor_id": "text null",
        "score": "number null",
        "made_by": "object",
    },
}


def run(*words: str, cwd: Path | None = None, given: bytes = b"", **environ: str) -> subprocess.CompletedProcess[str]:
    """The program run with `words`, its output in pipes."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    done = subprocess.run(
        [*PROGRAM, *words], cwd=cwd, input=given, capture_output=True, env=clean | environ, timeout=60, check=False
    )
    return subprocess.CompletedProcess(words, done.returncode, done.stdout.decode(), done.stderr.decode())


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    """The same without a process of its own, for the many questions: its output as a pipe would get it."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    argv, sys.argv = sys.argv, ["onrecord", *words]
    code: object = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as end:
        code = end.code
    finally:
        sys.argv = argv
    out.flush()
    printed = out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(words, int(str(code or 0)), printed, err.getvalue())


def on_terminal(*words: str, stdout: Path | None = None) -> str:
    """What a terminal shows while the program runs with `words`; stdout may go to a file instead."""
    ours, theirs = pty.openpty()
    out = theirs if stdout is None else os.open(stdout, os.O_WRONLY | os.O_CREAT)
    process = subprocess.Popen([*PROGRAM, *words], stdin=theirs, stdout=out, stderr=theirs)
    os.close(theirs)
    if stdout is not None:
        os.close(out)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    assert process.wait(timeout=60) in {0, 1}
    return shown.decode()


def rows(*words: str) -> list[dict]:
    done = ask(*words, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> str:
    folder = str(tmp_path_factory.mktemp("cli") / "record")
    done = run("read", str(EXAMPLES), "--record", folder)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, {line["status"] for line in lines}) == (0, {"read"})
    assert f"{len(lines)} documents read, 0 known, 0 failed" in done.stderr
    return folder


@pytest.fixture(scope="module")
def texts(record) -> dict[str, tuple[str, str]]:
    ids = [row["id"] for row in rows("documents", "--record", record)]
    return {
        one: (
            ask("text", one, "--record", record).stdout,
            ask("text", one[:10], "--declared", "--record", record).stdout,
        )
        for one in ids
    }


def is_span(value: object, lengths: tuple[int, int]) -> bool:
    declared = isinstance(value, list) and value[:1] == ["declared"]
    numbers = value[1:] if declared else value
    if not (isinstance(numbers, list) and [type(number) for number in numbers] == [int, int]):
        return False
    return 0 <= numbers[0] <= numbers[1] <= lengths[declared]


def fits(value: object, shape: str, lengths: tuple[int, int]) -> bool:  # noqa: PLR0911  a shape a line
    """Whether a value of a row has the shape that the contract names, its spans inside their text."""
    if value is None:
        return shape.endswith(NULL)
    match shape.partition(" ")[0]:
        case "hex":
            return isinstance(value, str) and len(value) == 64
        case "text":
            return isinstance(value, str) and value != ""
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "yes_no":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case "span":
            return is_span(value, lengths)
        case "spans":
            return isinstance(value, list) and all(is_span(span, lengths) for span in value)
        case "parties":
            return isinstance(value, list) and all(fits(party, "party", lengths) for party in value)
        case "date" | "party":
            fields = DATE if shape == "date" else PARTY
            return value.keys() == fields.keys() and all(
                fits(value[name], part, lengths) for name, part in fields.items()
            )
    raise AssertionError(shape)


@pytest.mark.parametrize("kind", ROWS)
def test_rows_have_the_fields_and_types_of_the_contract(record, texts, kind):
    found = rows(kind, "--record", record)
    assert found
    for row in found:
        assert list(row) == list(ROWS[kind])
        page, declared = texts[row.get("document_id", row["id"])]
        wrong = [name for name, shape in ROWS[kind].items() if not fits(row[name], shape, (len(page), len(declared)))]
        assert wrong == [], row


def test_words_of_rows_stand_at_their_spans(record, texts):
    def words(row: dict, span: list) -> str:
        page, declared = texts[row["document_id"]]
        return (declared if span[0] == "declared" else page)[span[-2] : span[-1]]

    for row in rows("statements", "--record", record):
        assert row["content_text"] == " […] ".join(words(row, span) for span in row["content_spans"])
        for part in ("source", "cue"):
            assert row[f"{part}_text"] == (words(row, row[f"{part}_span"]) if row[f"{part}_span"] else None)
    for row in rows("mentions", "--record", record):
        assert row["text"] == words(row, row["span"])
    for row in rows("items", "--record", record):
        assert row["title"] == (words(row, row["title_span"]) if row["title_span"] else None)


def test_every_character_is_in_one_item_or_in_the_residue(record, texts):
    items = rows("items", "--record", record)
    for document in rows("documents", "--record", record):
        spans = [item["span"] for item in items if item["document_id"] == document["id"]] + document["residue"]
        upto = 0
        for start, end in sorted(spans):
            assert start == upto
            upto = end
        assert upto == document["n_chars"] == len(texts[document["id"]][0])


def test_questions_narrow_the_rows(record):
    items = rows("items", "--record", record)
    document = items[0]["document_id"]
    assert rows("items", "--record", record, "--document", document[:12]) == [
        row for row in items if row["document_id"] == document
    ]
    assert rows("items", "--record", record, "--main", "--kind", "interview") == [
        row for row in items if row["is_main"] and row["kind"] == "interview"
    ]
    dated = rows("items", "--record", record, "--since", "2025-03", "--until", "2025-03")
    assert dated
    assert all(
        any((row[role]["edtf"] or "").startswith("2025-03") for role in ("published", "spoken", "happened"))
        for row in dated
    )
    said = rows("statements", "--record", record, "--by", "HALLORAN", "--mode", "direct")
    assert said
    assert all("halloran" in row["speaker"]["name"].lower() and row["mode"] == "direct" for row in said)
    of_item = rows("statements", "--record", record, "--item", said[0]["item_id"][:12])
    assert said[0] in of_item
    assert {row["kind"] for row in rows("mentions", "--record", record, "--kind", "person")} == {"person"}
    assert [row["source"] for row in rows("documents", "--record", record, "--source", "glued")] == ["glued.txt"]


@pytest.mark.parametrize(
    "query", ["NEAR(a b)", "harbour*", "words:harbour", '"unbalanced', '""', "a AND", "OR", "()", "^harbour", "%", "«»"]
)
def test_search_takes_every_sign_for_a_letter_or_nothing(record, query):
    assert ask("search", query, "--record", record).returncode == 0


VERBS = (
    *("items", "statements", "documents", "mentions", "info", "verify", "search harbour", "show ID", "text ID"),
    *("cite ID", "export items", "reread", "backup TO/copy", "read PAGE", "withdraw ID --reason test"),
)


def test_every_verb_runs_as_a_program(tmp_path):
    folder, page = str(tmp_path / "record"), str(EXAMPLES / "glued.txt")
    assert run("read", page, "--record", folder).returncode == 0
    (document,) = rows("documents", "--record", folder)
    names = {"ID": document["id"][:12], "PAGE": page}
    for verb in VERBS:
        words = [names.get(word, word).replace("TO/", f"{tmp_path}/") for word in verb.split()]
        done = run(*words, "--record", folder)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        if verb in {"items", "statements", "documents", "mentions"}:
            assert done.stdout.splitlines()
            assert all(isinstance(json.loads(line), dict) for line in done.stdout.splitlines())


def test_search_finds_words_in_any_form_and_phrases_word_for_word(record):
    assert rows("search", "harbours", "lines", "--record", record)
    assert rows("search", '"harbours lines"', "--record", record) == []
    assert len(rows("search", "the", "--limit", "2", "--record", record)) == 2


def test_show_tells_one_thing_in_its_words_with_its_grounds(record, texts):
    statement = rows("statements", "--record", record, "--mode", "direct")[0]
    shown = ask("show", statement["id"][:16], "--record", record).stdout
    assert f"▸{statement['content_text']}◂" in shown
    assert statement["speaker"]["why"] in shown
    assert "sha256:" in shown
    start, end = statement["content_spans"][0]
    passage = f"{statement['document_id'][:10]}:{start}-{end}"
    assert f"▸{texts[statement['document_id']][0][start:end]}◂" in ask("show", passage, "--record", record).stdout
    assert rows("show", passage, "--record", record)[0]["kind"] == "passage"


@pytest.mark.parametrize("style", ["plain", "bibtex", "csl-json"])
def test_cite_names_the_bytes(record, style):
    document = rows("documents", "--record", record)[0]
    cited = ask("cite", document["id"][:12], "--as", style, "--record", record)
    assert (cited.returncode, document["capture_id"] in cited.stdout) == (0, True)
    if style == "csl-json":
        json.loads(cited.stdout)


def test_export_writes_a_file_with_its_codebook_or_to_stdout(record, tmp_path):
    done = ask("export", "mentions", "--to", str(tmp_path / "m.csv"), "--record", record)
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.codebook.md", "m.csv"]
    piped = ask("export", "mentions", "--record", record).stdout
    assert (tmp_path / "m.csv").read_bytes().decode() == piped
    assert len(list(csv.reader(io.StringIO(piped, newline="")))) == len(rows("mentions", "--record", record)) + 1
    lines = ask("export", "mentions", "--as", "jsonl", "--record", record).stdout
    assert [json.loads(line) for line in lines.splitlines()] == rows("mentions", "--record", record)


def test_verify_backup_and_info_agree(record, tmp_path):
    assert ask("verify", "--deep", "--record", record).returncode == 0
    digest = ask("info", "--digest", "--record", record).stdout
    assert len(digest.strip()) == 64
    assert ask("backup", str(tmp_path / "copy"), "--record", record).returncode == 0
    assert ask("info", "--digest", "--record", str(tmp_path / "copy")).stdout == digest
    assert json.loads(run("info", "--record", record).stdout)["settled"] is True
    assert run("reread", "--record", str(tmp_path / "copy")).returncode == 0
    assert ask("info", "--digest", "--record", str(tmp_path / "copy")).stdout == digest


def test_a_withdrawn_document_is_gone_and_can_be_read_again(tmp_path):
    folder, page = str(tmp_path / "record"), str(EXAMPLES / "glued.txt")
    ask("read", page, "--record", folder)
    digest = ask("info", "--digest", "--record", folder).stdout
    (document,) = rows("documents", "--record", folder)
    assert ask("withdraw", document["id"][:8], "--reason", "read by mistake", "--record", folder).returncode == 0
    assert rows("items", "--record", folder) == []
    assert ask("verify", "--record", folder).returncode == 0
    ask("read", page, "--record", folder)
    assert ask("info", "--digest", "--record", folder).stdout == digest


def test_standard_input_is_a_source(tmp_path):
    done = run("read", "-", "--into", str(tmp_path / "record"), given="“We act,” said Mira Halloran.".encode())
    assert json.loads(done.stdout)["status"] == "read"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["items", "--kind", "spech"], "did you mean 'speech'"),
        (["mentions", "--kind", "persn"], "did you mean 'person'"),
        (["statements", "--mode", "quoted"], "have: direct"),
        (["items", "--since", "2024-13"], "since must be a day"),
        (["statements", "--until", "tomorrow"], "until must be a day"),
        (["items", "--document", ""], "begins with ''"),
        (["show", "zz"], "begins with 'zz'"),
        (["cite", "0", "--as", "haiku"], "several ids|begins with|no style"),
        (["export", "verbs"], "no kind of row"),
        (["withdraw", "0", "--reason", " "], "say why"),
        (["read", "x", "--processes", "0"], "processes must lie"),
        (["read"], "Missing argument"),
        (["readd"], "No such command"),
    ],
)
def test_a_command_at_fault_ends_with_2_and_says_how_to_mend_it(record, words, told):
    done = ask(*words, "--record", record) if len(words) > 1 else run(*words)
    assert done.returncode == 2, done.stderr
    assert any(part in done.stderr for part in told.split("|")), done.stderr


def test_a_passage_is_named_by_plain_digits(record):
    document = rows("documents", "--record", record)[0]["id"][:12]
    for bounds in ("²-³", "a-b", "-", "5-2", "0-99999999"):
        assert ask("show", f"{document}:{bounds}", "--record", record).returncode == 2


def test_input_and_places_at_fault_end_with_1_and_leave_nothing_behind(record, tmp_path):
    for words in (
        ["read", "no-such-file", "--record", str(tmp_path / "r")],
        ["read", "", "--record", str(tmp_path / "r")],
        ["read", record, "--record", str(tmp_path / "r")],
        ["items", "--record", str(tmp_path / "absent")],
        ["export", "items", "--to", str(tmp_path / "absent" / "x.csv"), "--record", record],
        ["export", "items", "--to", str(tmp_path), "--record", record],
        ["backup", str(Path(record) / "copy"), "--record", record],
        ["backup", str(EXAMPLES / "glued.txt"), "--record", record],
    ):
        assert ask(*words).returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def test_what_could_not_be_read_is_tried_again_and_told_again(tmp_path):
    folder, page = str(tmp_path / "record"), tmp_path / "page.html"
    page.write_text("<p>“We act,” said Mira Halloran.</p>")
    for _ in range(2):
        done = run("read", str(page), "--record", folder, ONRECORD_MAX_HTML_BYTES="10")
        assert (done.returncode, json.loads(done.stdout)["status"]) == (1, "failed")
        assert "max_html_bytes" in json.loads(done.stdout)["error"]
    assert ask("read", str(page), "--record", folder).returncode == 0
    assert [row["status"] for row in rows("documents", "--record", folder)] == ["read"]
    assert ask("verify", "--record", folder).returncode == 0


def test_a_file_that_could_not_be_had_is_no_failure_once_it_can(tmp_path):
    folder, page = str(tmp_path / "record"), tmp_path / "pages" / "page.txt"
    page.parent.mkdir()
    page.symlink_to("nowhere")
    assert ask("read", str(page.parent), "--record", folder).returncode == 1
    page.unlink()
    page.write_text("“We act,” said Mira Halloran.")
    assert ask("read", str(page.parent), "--record", folder).returncode == 0
    assert [row["status"] for row in rows("documents", "--record", folder)] == ["read"]
    assert ask("verify", "--record", folder).returncode == 0


def test_the_folder_of_the_record_comes_from_flag_variable_file_or_is_record(tmp_path):
    def folder(*words: str, **environ: str) -> str:
        return run("info", *words, cwd=tmp_path, **environ).stderr.split("no record at ")[1].split(":")[0]

    assert folder() == "record"
    (tmp_path / "onrecord.toml").write_text('record = "from-file"\n')
    assert folder() == "from-file"
    assert folder(ONRECORD_RECORD="from-variable") == "from-variable"
    assert folder("--record", "from-flag", ONRECORD_RECORD="from-variable") == "from-flag"


def test_lines_sent_to_a_file_arrive_there_though_a_person_watches(tmp_path):
    shown = on_terminal("read", str(EXAMPLES / "glued.txt"), "--record", str(tmp_path / "r"), stdout=tmp_path / "lines")
    assert json.loads((tmp_path / "lines").read_text())["source"] == "glued.txt"
    assert "1 document read" in shown


def test_a_terminal_is_never_steered_by_what_is_read(tmp_path):
    page = tmp_path / "odd\x1b[31m\nname.html"
    page.write_text("<h1>Titles &#27;[2J of a page</h1><p>“We &#27;[31m act,” said Mira Halloran.</p>")
    record = ("--record", str(tmp_path / "r"))
    assert r"odd\x1b[31m\nname.html" in on_terminal("read", str(page), *record)
    item = rows("items", *record)[0]["id"]
    for words in (["items"], ["show", item]):
        assert "\x1b" not in on_terminal(*words, *record)
