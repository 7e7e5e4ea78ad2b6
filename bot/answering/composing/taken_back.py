"""What voters read in place of statements that the team has taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.domain.answers import Phrase
from bot.domain.documents import Release
from bot.domain.programs import heading_in
from bot.domain.withdrawals import whole, withdrawn_from


def lines(
    ids: Iterable[str], release: Release, shown: Sequence[str], language: str, zone: dt.tzinfo
) -> tuple[Phrase, ...]:
    """Return what is said of withdrawn statements: one sentence for each section and reason, with the latest day.

    `shown` are the keys of the sections that stand above these sentences.
    """
    moments: dict[tuple[str, str], list[dt.datetime]] = {}
    for key in ids:
        one = withdrawn_from(release)[key]
        moments.setdefault((whole(release).statements[key].section, one.reason), []).append(one.at)
    said = []
    for (key, reason), days in moments.items():
        day = max(days).astimezone(zone).date().isoformat()
        values = (("count", str(len(days))), ("date", day), ("reason", reason))
        title = heading_in(release, release.sections[key], language)
        is_above = list(shown) == [key]
        said.append(
            Phrase("withdrawn-here", values) if is_above else Phrase("withdrawn-of", (*values, ("section", title)))
        )
    return tuple(said)
