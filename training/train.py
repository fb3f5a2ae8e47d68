"""Train the network on the prepared tasks; a stopped run goes on from its last checkpoint.

    python training/train.py --work FOLDER --encoder FOLDER [--threads 2] [--seed N] [--phase NAME]

Each phase of config.toml begins where the one before ended.
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

from onrecord.tagger.labels import CHAINED, HEADS, POOLED, tags_of
from onrecord.tagger.session import CLS, SEP
from onrecord.tagger.windows import windows_of
from training.model import Network, chain_loss, round_layers
from training.prepare import UNKNOWN, Labelled

SENTENCES = 60  # a step's worth of single sentences
MASK = 103  # the piece that stands for a hidden one
CONFIG = Path(__file__).with_name("config.toml")


class Windows:
    """The windows of a task in a random order that seed and round decide; cut anew every round."""

    def __init__(self, documents: Sequence[Labelled], seed: int, longest: int) -> None:
        self.documents, self.seed, self.longest = documents, seed, longest
        self.round = -1
        self.left: list[tuple[int, int, int]] = []

    def take(self, count: int) -> list[tuple[Labelled, int, int]]:
        """The next `count` windows."""
        if len(self.left) < count:
            self.round += 1
            self.left = self._cut(random.Random(self.seed * 1000 + self.round))
        taken, self.left = self.left[:count], self.left[count:]
        return [(self.documents[number], start, stop) for number, start, stop in taken]

    def _cut(self, draw: random.Random) -> list[tuple[int, int, int]]:
        cut = []
        for number, one in enumerate(self.documents):
            first = draw.randint(60, self.longest) if len(one.pieces) > self.longest else None
            cut += [(number, w.start, w.stop) for w in windows_of(one.pieces, self.longest, 0, first)]
        # Windows of like length go together, so that little of a batch is padding.
        cut.sort(key=lambda one: one[2] - one[1] + draw.random() * 40)
        groups = [cut[at : at + 12] for at in range(0, len(cut), 12)]
        draw.shuffle(groups)
        return [one for group in groups for one in group]


def batch_of(windows: Sequence[tuple[Labelled, int, int]], hidden: float = 0.0) -> dict[str, Any]:
    """Padded tensors of a batch; tags of heads that a document lacks are UNKNOWN.

    A share `hidden` of the pieces is masked, so that the words around decide.
    """
    width = max(stop - start for _, start, stop in windows) + 2
    shape = (len(windows), width)
    arrays = {name: np.zeros(shape, np.int64) for name in ("ids", "mask", "shapes", "breaks")}
    tags = {head: np.full(shape, UNKNOWN, np.int64) for head in HEADS}
    for row, (one, start, stop) in enumerate(windows):
        end = stop - start + 1
        arrays["ids"][row, 0], arrays["ids"][row, end] = CLS, SEP
        arrays["ids"][row, 1:end] = one.pieces.ids[start:stop]
        arrays["shapes"][row, 1:end] = one.pieces.shapes[start:stop]
        arrays["breaks"][row, 1:end] = one.pieces.breaks[start:stop]
        arrays["mask"][row, : end + 1] = 1
        arrays["ids"][row, 1:end][np.random.random(end - 1) < hidden] = MASK
        for head, values in one.tags.items():
            tags[head][row, 1:end] = values[start:stop]
        if start:  # what the window does not show before its first piece decides whether an item begins there
            tags["boundary"][row, 1] = UNKNOWN
    known = windows[0][0].known
    return {
        "inputs": [torch.from_numpy(arrays[name]) for name in ("ids", "mask", "shapes", "breaks")],
        "tags": {head: torch.from_numpy(values) for head, values in tags.items() if (values >= 0).any()},
        "known": known,
    }


def loss_of(logits: torch.Tensor, tags: torch.Tensor, head: str, known: tuple[str, ...] | None) -> torch.Tensor:
    """Mean cross entropy over known pieces; the mass of labels that nobody annotated here counts as O."""
    scores = logits.float().log_softmax(-1)
    if known is not None:
        unknown = [at for at, tag in enumerate(tags_of(head)) if tag != "O" and tag[2:] not in known]
        if unknown:
            outside = torch.logsumexp(scores[..., [0, *unknown]], -1, keepdim=True)
            scores = torch.cat([outside, scores[..., 1:]], -1)
    flat = tags.flatten()
    return torch.nn.functional.nll_loss(scores.flatten(0, 1)[flat >= 0], flat[flat >= 0])


def pooled_loss(logits: torch.Tensor, tags: torch.Tensor) -> torch.Tensor:
    """Cross entropy of the mean over each row's known pieces, which all hold the row's label."""
    known = (tags >= 0).unsqueeze(-1)
    mean = (logits.float() * known).sum(1) / known.sum(1).clamp(min=1)
    return torch.nn.functional.cross_entropy(mean, tags.amax(1), ignore_index=UNKNOWN)


def is_prepared(work: Path, task: str) -> bool:
    """Whether a task is there to be learnt: prepare.py leaves out what names no licence, if it is told to."""
    return (work / f"{task}.pickle").is_file()


def plan_of(config: dict[str, Any], phase: dict[str, Any], seed: int) -> list[str]:
    """The task of every step of a phase, in random order, each as often as its pieces ask for."""
    per_step = config["batch"] * config["longest"] * 0.8  # windows are cut at paragraphs, so shorter than the longest
    steps = [task for task, millions in phase["pieces"].items() for _ in range(round(millions * 1e6 / per_step))]
    random.Random(seed).shuffle(steps)
    return steps


def main() -> int:
    """Train to the end of the plan."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--phase", help="only this phase")
    parser.add_argument("--steps", type=int, help="stop earlier (a trial)")
    given = parser.parse_args()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    seed, work = given.seed or config["seed"], Path(given.work)
    torch.manual_seed(seed)
    np.random.seed(seed)
    torch.set_num_threads(given.threads)
    torch.set_flush_denormal(True)  # numbers near zero are slow on processors, and say nothing
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = Network(Path(given.encoder), config["dropout"]).to(device)
    before: Path | None = None
    for phase in config["phase"]:
        run = Run(network, config, phase, seed, work, device)
        if given.phase in (None, phase["name"]):
            run.resume(before)
            run.go(given.steps)
        before = run.file
    return 0


class Run:
    """One training run: the network, its optimiser, the plan of tasks, and where it stands."""

    def __init__(
        self,
        network: Network,
        config: dict[str, Any],
        phase: dict[str, Any],
        seed: int,
        work: Path,
        device: torch.device,
    ) -> None:
        self.network, self.config, self.device = network, config, device
        # Processors without instructions for bfloat16 are ten times slower with it.
        self.halves = device.type == "cuda" or torch.cpu._is_avx512_bf16_supported()
        self.file = work / f"{phase['name']}-{seed}.pt"
        self.plan = [task for task in plan_of(config, phase, seed) if is_prepared(work, task)]
        self.work, self.tasks, self.seed = work, [task for task in phase["pieces"] if is_prepared(work, task)], seed
        self.windows: dict[str, Windows] = {}
        body = [*network.encoder.parameters()]
        new = [
            parameter
            for part in (network.shapes, network.breaks, network.heads, network.steps)
            for parameter in part.parameters()
        ]
        groups = [{"params": body, "lr": phase["learning_rate"]}, {"params": new, "lr": phase["head_rate"]}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)
        self.rounded = bool(phase.get("rounded"))
        self.step = 0

    def _rate(self, step: int) -> float:
        """Linear warm-up, then linear decay to zero."""
        warm = self.config["warm_up"]
        return (step + 1) / warm if step < warm else max(0.0, (len(self.plan) - step) / (len(self.plan) - warm))

    def resume(self, before: Path | None) -> None:
        """Go on from the checkpoint, passing over the batches before it; without one, from the phase before."""
        self.windows = {
            task: Windows(pickle.loads((self.work / f"{task}.pickle").read_bytes()), self.seed, self.config["longest"])
            for task in self.tasks
        }
        if not self.file.exists() and before is not None:
            state = torch.load(before, map_location=self.device, weights_only=True)
            missing, _ = self.network.load_state_dict(state["network"], strict=False)
            print(f"begins where {before.name} ended; new: {', '.join(missing) or 'nothing'}")
        elif self.file.exists():
            state = torch.load(self.file, map_location=self.device, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.schedule.load_state_dict(state["schedule"])
            for self.step in range(1, state["step"] + 1):
                self._take(self.plan[self.step - 1])
            torch.manual_seed(self.step)
            np.random.seed(self.step)

    def go(self, steps: int | None) -> None:
        """Train to the end, or to `steps`."""
        if self.rounded:
            round_layers(self.network)
        self.network.train()
        losses: dict[str, list[float]] = {}
        begun, pieces = time.monotonic(), 0
        last = min(steps or len(self.plan), len(self.plan))
        while self.step < last:
            batch = batch_of(self._take(self.plan[self.step]), self.config["hidden"])
            pieces += int(batch["inputs"][1].sum())
            for head, value in self._learn(batch).items():
                losses.setdefault(head, []).append(value)
            self.step += 1
            if self.step % 50 == 0:
                told = ", ".join(f"{head} {np.mean(values):.3f}" for head, values in sorted(losses.items()))
                rate = pieces / (time.monotonic() - begun)
                print(f"step {self.step}/{len(self.plan)}: {told}; {rate:.0f} pieces a second", flush=True)
                losses.clear()
            if self.step % self.config["save_every"] == 0 or self.step == last:
                self.save()

    def _take(self, task: str) -> list[tuple[Labelled, int, int]]:
        return self.windows[task].take(SENTENCES if task == "events" else self.config["batch"])

    def _learn(self, batch: dict[str, Any]) -> dict[str, float]:
        inputs = [tensor.to(self.device) for tensor in batch["inputs"]]
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.halves):
            outputs = dict(zip(HEADS, self.network(*inputs), strict=True))
        losses = {}
        for head, known in batch["tags"].items():
            tags = known.to(self.device)
            if head in POOLED:
                losses[head] = pooled_loss(outputs[head], tags)
                continue
            losses[head] = loss_of(outputs[head], tags, head, batch["known"].get(head))
            if head in CHAINED:
                scores = outputs[head].float().log_softmax(-1)
                chain = chain_loss(scores, tags, inputs[3], self.network.steps[head])
                losses[f"{head} chain"] = self.config["chain"] * chain
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config["clip"])
        self.optimiser.step()
        self.schedule.step()
        self.optimiser.zero_grad(set_to_none=True)
        return {head: float(loss.detach()) for head, loss in losses.items()}

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "step": self.step,
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
        }
        torch.save(state, self.file.with_suffix(".new"))
        self.file.with_suffix(".new").replace(self.file)


if __name__ == "__main__":
    sys.exit(main())
