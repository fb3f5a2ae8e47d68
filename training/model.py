"""The network: a small encoder that reads pieces, their shapes and the breaks before them, and a linear head a task."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

from onrecord.tagger.labels import CHAINED, HEADS, tags_of
from onrecord.tagger.pieces import BREAKS, SHAPES


class Network(nn.Module):
    """ids, mask, shapes, breaks, each [batch, pieces] -> logits [batch, pieces, tags] a head, in the order of HEADS."""

    def __init__(self, encoder: Path, dropout: float = 0.1, attention: str = "sdpa") -> None:
        super().__init__()
        # Dropping attention weights too would cost 40 % of a step on a processor, nearly all of it for random numbers.
        self.encoder = BertModel.from_pretrained(
            encoder,
            add_pooling_layer=False,
            attn_implementation=attention,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=0.0,
        )
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), width)
        self.breaks = nn.Embedding(len(BREAKS), width)
        nn.init.zeros_(self.shapes.weight)  # the encoder begins as it was trained
        nn.init.zeros_(self.breaks.weight)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({head: nn.Linear(width, len(tags_of(head))) for head in HEADS})
        self.steps = nn.ParameterDict({head: nn.Parameter(torch.zeros(2 * [len(tags_of(head))])) for head in CHAINED})

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, shapes: torch.Tensor, breaks: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """The logits."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes) + self.breaks(breaks)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        return tuple(head(hidden) for head in self.heads.values())


class Rounded(nn.Linear):
    """A linear layer that computes as its int8 export will: seven bits a weight and row, eight an input and batch.

    Gradients pass the rounding unchanged (Bengio and others 2013), so that training learns weights that bear it.
    """

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        """The product of the rounded numbers."""
        scale = self.weight.detach().abs().amax(1, keepdim=True) / 63
        weight = self.weight + ((self.weight / scale).round() * scale - self.weight).detach()
        low, high = input.detach().amin().clamp(max=0), input.detach().amax().clamp(min=0)
        step = (high - low) / 255
        rough = input + (((input - low) / step).round() * step + low - input).detach()
        return nn.functional.linear(rough, weight, self.bias)


class RoundedRows(nn.Module):
    """An embedding in eight bits a weight, with a scale a row: what is shipped in the place of the encoder's own."""

    def __init__(self, weight: torch.Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """The rows of `ids`."""
        return self.rows[ids].float() * self.scale[ids]


def round_layers(network: Network) -> None:
    """Let every product of the encoder's layers be computed as in int8."""
    for part in network.encoder.encoder.modules():
        if type(part) is nn.Linear:
            part.__class__ = Rounded


def chain_loss(scores: torch.Tensor, tags: torch.Tensor, breaks: torch.Tensor, steps: torch.Tensor) -> torch.Tensor:
    """Minus the log-likelihood a piece of `tags` [batch, pieces] under a linear chain (Lafferty and others, 2001).

    `scores` [batch, pieces, tags] are log-probabilities of single pieces, `steps` [from, to] what a step adds. The
    chain begins anew behind a blank line and behind pieces that nobody knows (-1), as the decoder does.
    """
    forbidden = torch.zeros_like(steps)
    for inside in range(2, len(steps), 2):
        forbidden[:, inside] = -1e4
        forbidden[inside - 1, inside] = forbidden[inside, inside] = 0.0
    allowed = steps + forbidden
    known = tags >= 0
    begins = known.clone()
    begins[:, 1:] &= ~(known[:, :-1] & (breaks[:, 1:] < 2))
    # One row a chain, so that the loop is as long as the longest paragraph and not as the longest window.
    chain = begins.flatten().cumsum(0)[known.flatten()] - 1
    place = torch.arange(len(chain), device=chain.device)
    place = place - place[begins.flatten()[known.flatten()]][chain]
    many, longest = int(chain[-1]) + 1, int(place.max()) + 1
    right = scores.new_zeros((many, longest), dtype=torch.long).index_put((chain, place), tags[known])
    ready = scores.new_zeros((many, longest, len(steps))).index_put((chain, place), scores[known])
    held = scores.new_zeros((many, longest)).index_put((chain, place), scores.new_ones(len(chain)))
    gold = (ready.gather(2, right[..., None])[..., 0] * held).sum()
    gold = gold + (allowed[right[:, :-1], right[:, 1:]] * held[:, 1:]).sum()
    total = ready[:, 0]
    for at in range(1, longest):
        onward = torch.logsumexp(total[:, :, None] + allowed, 1) + ready[:, at]
        total = torch.where(held[:, at, None] > 0, onward, total)
    return (torch.logsumexp(total, 1).sum() - gold) / len(chain)
