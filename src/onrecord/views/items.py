"""Items: the pieces of the pages, with their dates and speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.types import ROLES
from onrecord.types.snapshot import Row, Snapshot

Json = dict[str, Any]
# Code points of an item's first paragraph that a row brings along, so that a list can be read by a person.
OPENING = 160


def items(
    snapshot: Snapshot,
    *,
    id: str | None = None,
    document_id: str | None = None,
    kind: str | None = None,
    main: bool | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Iterator[Json]:
    """A row an item, by document and place on the page.

    since, until  EDTF days or longer periods, both included; an item without any known date is in neither
    """
    asked = {"id": id, "document_id": document_id, "kind": kind, "is_main": None if main is None else int(main)}
    for row in snapshot.rows("items", **{name: value for name, value in asked.items() if value is not None}):
        item = item_json(snapshot, row)
        if _in_period(item, since, until):
            yield item


def item_json(snapshot: Snapshot, row: Row) -> Json:
    """An item as `--json` prints it; a date that its own page lost is lent by a twin."""
    title = row["title_span"]
    return {
        "id": row["id"],
        "document_id": row["document_id"],
        "item_key": row["item_key"],
        "order": row["position"] + 1,
        "span": row["span"],
        "kind": row["kind"],
        "is_main": bool(row["is_main"]),
        "title": snapshot.words(row["document_id"], title) if title else None,
        "opening": snapshot.words(row["document_id"], row["lead_span"] or row["span"])[:OPENING],
        "title_span": title,
        "lead_span": row["lead_span"],
        "body_span": row["body_span"],
        "published": lent(snapshot, row) or row["published"],
        "modified": row["modified"],
        "spoken": row["spoken"],
        "happened": row["happened"],
        "place": row["place"],
        "issuer": row["issuer"],
        "speakers": row["speakers"],
        "language": row["language"],
        "why": row["why"],
    }


def lent(snapshot: Snapshot, row: Row) -> Json | None:
    """The publication date that a twin of this item states elsewhere on its site, when all that state one agree.

    Stratum L4: a function of the set of what is stated, never of what was lent. None when the item has a date of its
    own, or nobody to lend one.
    """
    if row["published"]["basis"] != "unknown" or not row["item_key"]:
        return None
    twins = snapshot.lenders(row["site"], row["item_key"])
    if twins is None:
        return None
    earliest, latest = twins
    if earliest["published_edtf"] != latest["published_edtf"]:
        why = (
            f"twins of this item on the same site disagree: {earliest['published_edtf']} and {latest['published_edtf']}"
        )
        return {**row["published"], "why": why}
    span = earliest["published"]["span"]
    return {
        **row["published"],
        "edtf": earliest["published_edtf"],
        "basis": "inferred",
        "how": "neighbour",
        "from": [{"document_id": earliest["document_id"], "span": span}],
        "why": "the same item on another page of the site states it",
    }


def _in_period(item: Json, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return any(falls_in(item[role], since, until) for role in ROLES if role != "modified")


def falls_in(date: Mapping[str, Any], since: str | None, until: str | None) -> bool:
    """Whether a date lies in a period: "2024-03" meets 2024-03-05 to 2024-04-01. An unknown date lies in none."""
    edtf = date["edtf"]
    if not edtf or not edtf[:4].isdigit():
        return False
    first, _, last = edtf.partition("/")
    return (until is None or first[: len(until)] <= until) and (since is None or _not_before(last or first, since))


def _not_before(date: str, since: str) -> bool:
    day = date[:10]
    return day >= since[: len(day)]
