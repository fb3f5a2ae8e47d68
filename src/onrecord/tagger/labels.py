"""The heads of the model and the tags of each: O, then B and I of every label."""

from __future__ import annotations

from types import MappingProxyType

from onrecord.types.item import KINDS

ROLES = ("source", "cue", "content")
NAMES = ("PER", "ORG", "LOC", "NORP", "DATE")
OFFICES = ("OFFICE",)
BOUNDARY = ("item",)
# Kinds of political event (PLOVER), and none of them.
EVENTS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE"),
)
# Head -> labels, in the order of the model's outputs. Boundary is judged at the first piece of a paragraph only.
HEADS = MappingProxyType(
    {
        "attribution": ROLES,
        "mentions": NAMES,
        "offices": OFFICES,
        "boundary": BOUNDARY,
        "events": EVENTS,
        "kinds": KINDS,
    }
)
# Heads that judge a whole stretch: the mean over its pieces of what they say of each.
POOLED = ("events", "kinds")
# The kind of an item is told from its first pieces: title, byline, lead.
KIND_PIECES = 120
SPANNED = ("attribution", "mentions", "offices")
# Heads whose steps from tag to tag are learnt too: the artefact holds what each adds to a sequence's score.
CHAINED = ("attribution",)


def tags_of(head: str) -> tuple[str, ...]:
    """The tags of a head in the order of its outputs; of one that judges whole stretches its labels."""
    if head == "boundary":
        return ("O", *BOUNDARY)
    if head in POOLED:
        return HEADS[head]
    return ("O", *(f"{edge}-{label}" for label in HEADS[head] for edge in "BI"))
