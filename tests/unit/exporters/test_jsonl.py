"""JSON lines that leave the record."""

import io
import json

from onrecord.exporters import EXPORTERS


def test_a_row_is_a_line_whatever_its_words_hold():
    rows = [{"text": "one\ntwo\u2028three", "span": [0, 3], "kind": None}, {"text": "“Мы начнём”"}]
    out = io.BytesIO()
    EXPORTERS["jsonl"](iter(rows), out, kind="mentions")
    lines = out.getvalue().split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line) for line in lines] == rows
    assert "Мы начнём".encode() in out.getvalue()
