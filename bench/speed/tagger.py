"""How fast does the model read, and how near is that to what the machine can do?

    python bench/speed/tagger.py [--data DIR] [--threads 1,2]

Reads the newspapers' dev articles: load time, word pieces and pages (4,000 characters) a CPU-second, by threads, with
cutting into pieces and decoding. Beside it, in the same run, int8 matrix products of the encoder's own shapes by the
same runtime, and nothing else (needs the package onnx): what is left is the price of everything that is no product.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.quotes import ORIGIN, lines_of
from onrecord.tagger.pieces import pieces_of
from onrecord.tagger.session import Model
from onrecord.tagger.windows import windows_of

PAGE = 4000


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--threads", default="1,2")
    given = parser.parse_args()
    if not given.data:
        print(ORIGIN, file=sys.stderr)
        return 2
    texts = [one["text"] for one in lines_of(Path(given.data) / "attribution/dev.jsonl.gz")]
    letters = sum(map(len, texts))
    for threads in map(int, given.threads.split(",")):
        began = time.process_time()
        model = Model(threads=threads)
        model.tag("The first text loads what is needed.")
        loaded = time.process_time() - began
        pieces = [pieces_of(text, model.vocabulary) for text in texts]
        count = sum(map(len, pieces))
        began = time.process_time()
        for one in pieces:
            model.scores(one)
        scoring = time.process_time() - began
        began = time.process_time()
        for text in texts:
            model.tag(text)
        whole = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{threads} threads: loaded in {loaded:.2f} CPU-s, peak {peak:.0f} MB")
        print(f"   {count / scoring:.0f} pieces a CPU-second through the network")
        print(
            f"   {letters / PAGE / whole:.1f} pages a CPU-second in all,"
            f" {1 - scoring / whole:.0%} of it cutting and decoding"
        )
        print(f"   {sum(len(windows_of(one)) for one in pieces)} windows")
    if importlib.util.find_spec("onnx") is None:
        print("the products alone are not timed: that needs the package onnx (pip install onnx)", file=sys.stderr)
        return 2
    print(f"int8 products of the same shapes alone: {products():.0f} pieces a CPU-second")
    return 0


def products(rows: int = 2048, width: int = 384, seconds: float = 5.0) -> float:
    """Pieces a CPU-second of the matrix products of six layers, as dynamic int8, in one graph and one thread."""
    import numpy as np
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper
    from onnxruntime.quantization import quant_utils  # noqa: F401  the runtime's quantised operators must be there

    shapes = [(width, width)] * 4 + [(width, 4 * width), (4 * width, width)]
    nodes, weights, name = [], [], "x"
    draw = np.random.default_rng(1)
    for number, (rows_in, columns) in enumerate(shapes * 6):
        weights += [
            numpy_helper.from_array(draw.integers(-64, 63, (rows_in, columns)).astype(np.int8), f"w{number}"),
            numpy_helper.from_array(np.full(columns, 0.01, np.float32), f"s{number}"),
            numpy_helper.from_array(np.zeros(columns, np.int8), f"z{number}"),
        ]
        inputs = [name, f"w{number}", f"s{number}", f"z{number}"]
        nodes.append(helper.make_node("DynamicQuantizeMatMul", inputs, [f"y{number}"], domain="com.microsoft"))
        name = f"y{number}"
    given = helper.make_tensor_value_info("x", TensorProto.FLOAT, [rows, width])
    made = helper.make_tensor_value_info(name, TensorProto.FLOAT, [rows, width])
    domains = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(helper.make_graph(nodes, "products", [given], [made], weights), opset_imports=domains)
    model.ir_version = 8
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    values = {"x": draw.normal(size=(rows, width)).astype(np.float32)}
    session.run(None, values)
    began, runs = time.process_time(), 0
    while time.process_time() - began < seconds:
        session.run(None, values)
        runs += 1
    return runs * rows / (time.process_time() - began)


if __name__ == "__main__":
    sys.exit(main())
