"""The heads of the model and the tags of each: O, then B and I of every label."""

from __future__ import annotations

from types import MappingProxyType

ROLES = ("source", "cue", "content")
NAMES = ("PER", "ORG", "LOC", "NORP", "DATE")
OFFICES = ("OFFICE",)
BOUNDARY = ("item",)
# Head -> labels, in the order of the model's outputs. Boundary is judged at the first piece of a paragraph only.
HEADS = MappingProxyType({"attribution": ROLES, "mentions": NAMES, "offices": OFFICES, "boundary": BOUNDARY})
# Heads whose steps from tag to tag are learnt too: the artefact holds what each adds to a sequence's score.
CHAINED = ("attribution",)


def tags_of(head: str) -> tuple[str, ...]:
    """The tags of a head in the order of its outputs."""
    if head == "boundary":
        return ("O", *BOUNDARY)
    return ("O", *(f"{edge}-{label}" for label in HEADS[head] for edge in "BI"))
