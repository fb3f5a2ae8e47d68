"""Write the trained network as the artefact: one int8 ONNX file, its vocabulary, a manifest.

    python training/export.py --work FOLDER --encoder FOLDER --out FOLDER [--checkpoint FILE]...

Several checkpoints are averaged, weight by weight. Weights are int8 per channel; the last layer and the heads stay
fp32, where rounding costs most (docs/decisions/0006-model.md).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

sys.path.insert(0, str(Path(__file__).parents[1]))

from onrecord.tagger.labels import HEADS, tags_of
from onrecord.tagger.session import FILES, FORMAT
from training.model import Network, RoundedRows
from training.prepare import digest
from training.train import CONFIG

INPUTS = ("ids", "mask", "shapes", "breaks")


def main() -> int:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--checkpoint", action="append", help="default: the end of the last phase")
    parser.add_argument("--keep", nargs="*", default=["/heads"], help="parts of the graph that stay fp32")
    parser.add_argument("--fp32", action="store_true", help="leave all weights as they are, to compare")
    given = parser.parse_args()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    out, work = Path(given.out), Path(given.work)
    files = [Path(name) for name in given.checkpoint or [work / f"{config['phase'][-1]['name']}-{config['seed']}.pt"]]
    out.mkdir(parents=True, exist_ok=True)
    network = Network(Path(given.encoder), 0.0, "eager")
    network.load_state_dict(averaged(files))
    network.eval()
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        if not given.fp32:
            table = network.encoder.embeddings.word_embeddings
            network.encoder.embeddings.word_embeddings = RoundedRows(table.weight.detach())
        to_onnx(network, plain)
        if given.fp32:
            shutil.copy(plain, out / "model.onnx")
        else:
            to_int8(plain, Path(scratch) / "ready.onnx", out / "model.onnx", given.keep)
    shutil.copy(Path(given.encoder) / "vocab.txt", out / "vocab.txt")
    write_manifest(out, work, files, network)
    print(f"{out / 'model.onnx'}: {(out / 'model.onnx').stat().st_size / 1e6:.1f} MB")
    return 0


def averaged(files: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the networks' weights."""
    states = [torch.load(file, map_location="cpu", weights_only=True)["network"] for file in files]
    mean = {}
    for name, first in states[0].items():
        stacked = torch.stack([state[name].float() for state in states])
        mean[name] = stacked.mean(0).to(first.dtype)
    return mean


def to_onnx(network: Network, file: Path) -> None:
    """One file with named inputs and outputs; batch and length are free."""
    ones = tuple(torch.ones(2, 16, dtype=torch.int64) for _ in INPUTS)
    axes = {name: {0: "batch", 1: "pieces"} for name in (*INPUTS, *HEADS)}
    torch.onnx.export(
        network,
        ones,
        str(file),
        input_names=list(INPUTS),
        output_names=list(HEADS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def to_int8(plain: Path, ready: Path, out: Path, keep: list[str]) -> None:
    """Dynamic int8 per channel of every product but those in parts named in `keep`."""
    quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
    graph = onnx.load(str(ready)).graph
    quantize_dynamic(
        str(ready),
        str(out),
        per_channel=True,
        weight_type=QuantType.QInt8,
        reduce_range=True,  # seven bits: products of eight overflow on processors without VNNI, and tags would differ
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=[node.name for node in graph.node if any(part in node.name for part in keep)],
        extra_options={"MatMulConstBOnly": True},
    )


def write_manifest(out: Path, work: Path, checkpoints: list[Path], network: Network) -> None:
    """What the files are and what they learnt from."""
    manifest = {
        "format": FORMAT,
        "files": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
        "heads": {head: tags_of(head) for head in HEADS},
        "steps": {
            head: [[round(one, 4) for one in row] for row in rows.tolist()] for head, rows in network.steps.items()
        },
        "config": tomllib.loads(CONFIG.read_text(encoding="utf-8")),
        "checkpoints": [file.name for file in checkpoints],
        "prepared": digest(work),
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
