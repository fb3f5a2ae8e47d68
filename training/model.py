"""The network: a small encoder that reads pieces, their shapes and the breaks before them, and a linear head a task."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

from onrecord.tagger.labels import HEADS, tags_of
from onrecord.tagger.pieces import BREAKS, SHAPES


class Network(nn.Module):
    """ids, mask, shapes, breaks, each [batch, pieces] -> logits [batch, pieces, tags] a head, in the order of HEADS."""

    def __init__(self, encoder: Path, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), width)
        self.breaks = nn.Embedding(len(BREAKS), width)
        nn.init.zeros_(self.shapes.weight)  # the encoder begins as it was trained
        nn.init.zeros_(self.breaks.weight)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({head: nn.Linear(width, len(tags_of(head))) for head in HEADS})

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, shapes: torch.Tensor, breaks: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """The logits."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes) + self.breaks(breaks)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        return tuple(head(hidden) for head in self.heads.values())
