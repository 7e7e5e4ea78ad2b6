"""What python ingest.py says about releases: the list of them, and what was done to one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.domain.releases import Place, Standing

_HEAD = ("", "release", "built (UTC)", "documents", "statements", "exam", "")
_SAID = {Place.LIVE: "live", Place.EARLIER: "", Place.WAITING: "waits to be published"}


def table(standings: Iterable[Standing]) -> Iterator[str]:
    """Yield the lines of the list of releases; the live one has a star."""
    rows = [_HEAD, *map(_row, standings)]
    if len(rows) == 1:
        yield "there is no release yet"
        return
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def as_json(standings: Iterable[Standing]) -> str:
    """Return the list of releases for machines, in one line."""
    return json.dumps([_record(one) for one in standings])


def _row(standing: Standing) -> tuple[str, ...]:
    manifest = standing.manifest
    remark = f"can't serve: {standing.obstacle}" if standing.obstacle else _SAID[standing.place]
    return (
        "*" if standing.place is Place.LIVE else "",
        manifest.id,
        f"{manifest.created:%Y-%m-%d %H:%M}",
        str(manifest.counts.get("documents", "")),
        str(manifest.counts.get("statements", "")),
        "{}/{}".format(*standing.exam) if standing.exam else "-",
        remark,
    )


def _record(standing: Standing) -> dict[str, Any]:
    manifest, (right, total) = standing.manifest, standing.exam or (None, None)
    return {
        "release": manifest.id,
        "built": manifest.created.isoformat(),
        "place": standing.place,
        "documents": manifest.counts.get("documents"),
        "statements": manifest.counts.get("statements"),
        "right": right,
        "questions": total,
        "obstacle": standing.obstacle,
    }
