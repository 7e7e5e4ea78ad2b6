"""Which tables have a first row that names their columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_WIDE = 3  # columns: such a table without any names is rare


def names_columns(rows: Sequence[Sequence[str]], bold: Sequence[bool]) -> bool:
    """Whether the first row names the columns: by its letters, or since it alone holds no figures.

    `bold`: of each row, whether most of its letters are.
    """
    first, rest = rows[0], rows[1:]
    if not rest or len(first) < 2 or not all(first[1:]):
        return False
    if bold[0] and not all(bold[1:]):
        return True
    return not _has_figure(first[1:]) and (len(first) >= _WIDE or all(_has_figure(row[1:]) for row in rest))


def _has_figure(cells: Iterable[str]) -> bool:
    return any(letter.isdigit() for cell in cells for letter in cell)
