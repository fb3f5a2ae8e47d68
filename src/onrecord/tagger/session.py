"""The trained model as it is shipped: one ONNX file, checked against its manifest, run by onnxruntime."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.tagger.decode import Scores, probabilities, spans_of
from onrecord.tagger.labels import HEADS, KIND_PIECES, POOLED, SPANNED, tags_of
from onrecord.tagger.pieces import Pieces, pieces_of
from onrecord.tagger.windows import Window, windows_of
from onrecord.tagger.wordpiece import WordPiece
from onrecord.types import Tag
from onrecord.types.tags import Curve

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

ARTEFACT = Path(__file__).with_name("artefact")
FILES = ("model.onnx", "vocab.txt")
FORMAT = 1
# Windows read at once. More gains nothing on two cores and costs memory.
BATCH = 8
CLS, SEP = 101, 102
CUE_BEGINS = tags_of("attribution").index("B-cue")


class Model:
    """A loaded model. Raises ModelError when a file is missing, altered or of another format."""

    def __init__(self, folder: Path = ARTEFACT, threads: int = 1) -> None:
        self.folder, self.threads = folder, threads
        self.manifest = _manifest(folder)

    @cached_property
    def digest(self) -> str:
        """sha256 of the manifest, which holds the digests of all files: what a provenance names."""
        return hashlib.sha256((self.folder / "manifest.json").read_bytes()).hexdigest()

    @cached_property
    def curves(self) -> dict[str, Curve]:
        """How often what the model says is right, by kind of thing."""
        return {kind: tuple((x, y) for x, y in points) for kind, points in self.manifest.get("curves", {}).items()}

    @cached_property
    def steps(self) -> dict[str, Scores]:
        """What each step from tag to tag adds, of the heads that learnt it."""
        return {head: np.array(rows, np.float32) for head, rows in self.manifest.get("steps", {}).items()}

    @cached_property
    def vocabulary(self) -> WordPiece:
        """The pieces that the encoder knows."""
        return WordPiece(self.folder / "vocab.txt")

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        path = str(self.folder / "model.onnx")
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def tag(self, text: str, lean: float = 0.0) -> dict[str, list[Tag]]:
        """The labelled spans of a text by head; for boundary and kinds, the first piece of each paragraph.

        A paragraph of which the window does not show what stands before it is not judged as a boundary.

        lean  added to the log-probability that a cue begins
        """
        pieces = pieces_of(text, self.vocabulary)
        scores = self.scores(pieces)
        scores["attribution"][:, CUE_BEGINS] += lean
        found = {head: spans_of(text, pieces, scores[head], head, self.steps.get(head)) for head in SPANNED}
        found["boundary"] = [
            Tag(int(pieces.starts[at]), int(pieces.ends[at]), "item", float(np.exp(scores["boundary"][at, 1])))
            for at in np.flatnonzero((pieces.breaks > 0) & ~_blind(pieces))
        ]
        found["kinds"] = list(_kinds(pieces, scores["kinds"]))
        return found

    def judge(self, text: str, head: str) -> dict[str, float]:
        """The probability of each label of a head that judges a text as a whole; uncalibrated."""
        pieces = pieces_of(text, self.vocabulary)
        if not len(pieces):
            return dict.fromkeys(tags_of(head), 1 / len(tags_of(head)))
        mean = self.scores(pieces)[head].mean(0)
        return dict(zip(tags_of(head), np.exp(probabilities(mean)).tolist(), strict=True))

    def scores(self, pieces: Pieces) -> dict[str, Scores]:
        """Log-probabilities [pieces, tags] of every head; of heads that judge a whole stretch what is averaged."""
        scores = {head: np.zeros((len(pieces), len(tags_of(head))), np.float32) for head in HEADS}
        for windows in _batches(windows_of(pieces)):
            outputs = self._session.run(None, _inputs(pieces, windows))
            for head, logits in zip(HEADS, outputs, strict=True):
                for row, window in enumerate(windows):
                    first = window.keep_start - window.start + 1  # behind the mark of the beginning
                    kept = logits[row, first : first + window.keep_stop - window.keep_start]
                    ready = kept if head in POOLED else probabilities(kept)
                    scores[head][window.keep_start : window.keep_stop] = ready
        return scores


def _blind(pieces: Pieces) -> npt.NDArray[np.bool_]:
    """Which pieces begin a window that shows nothing of what stands before them: nobody can tell whether items part."""
    blind = np.zeros(len(pieces), np.bool_)
    for window in windows_of(pieces):
        if 0 < window.keep_start == window.start:
            blind[window.keep_start] = True
    return blind


def _kinds(pieces: Pieces, scores: Scores) -> Iterator[Tag]:
    """For every paragraph the kind that an item which begins with it would have, by its first pieces."""
    sums = np.concatenate([np.zeros((1, scores.shape[1])), scores.cumsum(0, dtype=np.float64)])
    for at in np.flatnonzero(pieces.breaks > 0).tolist():
        stop = min(at + KIND_PIECES, len(pieces))
        chances = np.exp(probabilities(((sums[stop] - sums[at]) / (stop - at)).astype(np.float32)))
        best = int(chances.argmax())
        yield Tag(int(pieces.starts[at]), int(pieces.ends[at]), HEADS["kinds"][best], float(chances[best]))


def _batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, so that little is padding."""
    ordered = sorted(windows, key=lambda window: (window.stop - window.start, window.start))
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]


def _inputs(pieces: Pieces, windows: Sequence[Window]) -> dict[str, np.ndarray[Any, Any]]:
    shape = (len(windows), max(window.stop - window.start for window in windows) + 2)
    inputs = {name: np.zeros(shape, np.int64) for name in ("ids", "mask", "shapes", "breaks")}
    for row, window in enumerate(windows):
        end = window.stop - window.start + 1
        inputs["ids"][row, 0], inputs["ids"][row, end] = CLS, SEP
        inputs["mask"][row, : end + 1] = 1
        for name in ("ids", "shapes", "breaks"):
            inputs[name][row, 1:end] = getattr(pieces, name)[window.start : window.stop]
    return inputs


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest of an artefact whose files are all there and unaltered."""
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files = manifest["files"]
        digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    except FileNotFoundError as error:
        raise ModelError(
            f"the model lacks {error.filename}: install onrecord again, or read with --no-model"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / 'manifest.json'} cannot be read: install onrecord again") from error
    if manifest.get("format") != FORMAT:
        raise ModelError(f"the model in {folder} has format {manifest.get('format')!r}, this program reads {FORMAT}")
    altered = [name for name in FILES if files.get(name) != digests[name]]
    if altered:
        raise ModelError(f"{folder / altered[0]} differs from its manifest: install onrecord again")
    return manifest
