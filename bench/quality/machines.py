"""Do other machines read the same? The tags of the newspapers' dev articles, to be compared with those of another run.

    python bench/quality/machines.py [--data DIR] [--out FILE] [--against FILE]

All products of the encoder are exact whole numbers; what is between them (softmax, norms) is rounded as the machine
pleases. Printed are a digest of all spans, how many pieces stand within a hair of another tag, and how many spans
change when the runtime computes in another order: no merging of operators, another number of threads. --out writes the
spans; --against compares them with those that another machine wrote.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.quotes import ORIGIN, lines_of
from onrecord.tagger.labels import SPANNED
from onrecord.tagger.pieces import pieces_of
from onrecord.tagger.session import Model

# Log-probabilities nearer than this may change places by rounding alone.
HAIR = 1e-3
Spans = list[tuple[int, str, int, int, str]]


class Unmerged(Model):
    """The model in a runtime that computes every operator of the file by itself."""

    def __init__(self) -> None:
        super().__init__()
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.intra_op_num_threads = 1
        path = str(self.folder / "model.onnx")
        self.__dict__["_session"] = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def spans_of(model: Model, texts: Sequence[str]) -> Spans:
    """Every span of every text: number of the text, head, start, end, label."""
    return [
        (number, head, tag.start, tag.end, tag.label)
        for number, text in enumerate(texts)
        for head, tags in model.tag(text).items()
        if head in SPANNED
        for tag in tags
    ]


def close(model: Model, texts: Sequence[str]) -> tuple[int, int]:
    """How many pieces have two best tags within a hair, over the spanned heads, and how many pieces there are."""
    near = count = 0
    for text in texts:
        scores = model.scores(pieces_of(text, model.vocabulary))
        for head in SPANNED:
            best = np.sort(scores[head], axis=1)
            near += int((best[:, -1] - best[:, -2] < HAIR).sum())
            count += len(best)
    return near, count


def differing(one: Spans, other: Spans) -> str:
    """How many spans only one of the two has, in words."""
    apart = len(set(one) ^ set(other))
    return f"{apart} of {len(set(one) | set(other))} spans differ"


def main() -> int:
    """Print digest and differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    if not given.data:
        print(ORIGIN, file=sys.stderr)
        return 2
    texts = [one["text"] for one in lines_of(Path(given.data) / "attribution/dev.jsonl.gz")]
    model = Model()
    here = spans_of(model, texts)
    print(f"spans: {len(here)}, sha256 {hashlib.sha256(json.dumps(here).encode()).hexdigest()[:16]}")
    near, count = close(model, texts)
    print(f"pieces whose two best tags are within {HAIR}: {near} of {count}")
    print(f"read again: {differing(here, spans_of(model, texts))}")
    print(f"in two threads: {differing(here, spans_of(Model(threads=2), texts))}")
    print(f"without merged operators: {differing(here, spans_of(Unmerged(), texts))}")
    if given.out:
        given.out.write_text(json.dumps(here), encoding="utf-8")
    if given.against:
        there: list[list[Any]] = json.loads(given.against.read_text(encoding="utf-8"))
        print(f"against {given.against}: {differing(here, [tuple(one) for one in there])}")  # type: ignore[misc]
    return 0


if __name__ == "__main__":
    sys.exit(main())
