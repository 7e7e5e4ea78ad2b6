"""A document and its English twin: the same headings, statements, footnotes and numbers, paired by position."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import Part, Piece
from bot.ingestion.folder import twin_language
from bot.ingestion.manuscripts import Manuscript
from bot.language.registry import DEFAULT, LANGUAGES

_NUMBER = re.compile(r"\d(?:[\d.,:]*\d)?")
_SEPARATOR = re.compile(r"[.,:]")


def mismatches(original: Manuscript, twin: Manuscript) -> Iterator[KnowledgeError]:
    """Yield where the twin does not say what the original says."""
    language = twin_language(twin.path) or twin.properties.language or DEFAULT
    if original.properties.language == language or twin.properties.language != language:
        yield KnowledgeError(f"it must be {LANGUAGES[language].name}, and {original.path} must not", file=twin.path)
    if len(original.parts) != len(twin.parts):
        reason = f"{original.path} has {len(original.parts) - 1} headings, its twin {len(twin.parts) - 1}"
        yield KnowledgeError(reason, file=twin.path)
        return
    for ours, theirs in zip(original.parts, twin.parts, strict=True):
        name = ours.path[-1] if ours.path else original.properties.title
        for reason, line in _differences(ours, theirs):
            reason = f'section "{name}" of {original.path}: {reason}'
            yield KnowledgeError(reason, file=twin.path, line=line or theirs.line)


def _differences(ours: Part, theirs: Part) -> Iterator[tuple[str, int | None]]:
    if len(ours.path) != len(theirs.path):
        yield "the headings are not on the same level", None
    if len(ours.pieces) != len(theirs.pieces):
        yield f"{len(ours.pieces)} statements there, {len(theirs.pieces)} in its twin", None
        return
    for our, their in zip(ours.pieces, theirs.pieces, strict=True):
        where = f"line {our.line} there" if our.line else f'"{our.text:.40}"'
        if set(our.labels) != set(their.labels):
            yield f"{where} has {_listed(our.labels)}, its twin {_listed(their.labels)}", their.line
        ours_only, theirs_only = _numbers(our) - _numbers(their), _numbers(their) - _numbers(our)
        if ours_only or theirs_only:
            numbers = f"{', '.join(ours_only) or 'nothing'} there, {', '.join(theirs_only) or 'nothing'} in its twin"
            yield f"{where}: the numbers differ: {numbers}", their.line


def _numbers(piece: Piece) -> Counter[str]:
    """Return the numbers of a statement by their digits: Rp1,5 is Rp1.5, and 08.00 is 8:00."""
    found = _NUMBER.findall(f"{piece.headers} {piece.text}")
    return Counter(_SEPARATOR.sub("", number).lstrip("0") or "0" for number in found)


def _listed(labels: tuple[str, ...]) -> str:
    return " ".join(f"[^{label}]" for label in labels) or "no footnote"
