"""What has become of a statement's words: the difference between an old and a new one, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.domain.documents import Statement
from bot.domain.releases import Sort, Words
from bot.domain.succession import compare

_AROUND = 6  # words that are shown before and after a change
_MARKS = {Sort.KEPT: "{}", Sort.REMOVED: "[-{}-]", Sort.ADDED: "{{+{}+}}"}  # those of git diff --word-diff


def rewording(old: Statement, new: Statement) -> tuple[Words, ...]:
    """Return how a statement changes: its text, and of its English text and its sources what differs."""
    first, *others = zip(_sides(old), _sides(new), strict=True)
    found = [*compare(*first)]
    for before, after in others:
        if before != after:
            found += [Words(Sort.KEPT, "|"), *compare(before, after)]
    return tuple(_shortened(found))


def marked(words: Iterable[Words]) -> str:
    """Return words as plain text in which removed ones stand as [-25-] and added ones as {+26+}."""
    return " ".join(_MARKS[one.sort].format(one.text) for one in words)


def _sides(statement: Statement) -> tuple[str, str, str, str]:
    notes = statement.footnotes
    sources = [
        f"{one.title}, {one.publisher}, {one.date or ''} {one.url or ''}" for note in notes for one in note.sources
    ]
    dates = [f"[{note.label}] {note.as_of or ''}" for note in notes]
    return statement.text, statement.twin.text if statement.twin else "", " ".join(dates), "; ".join(sources)


def _shortened(words: list[Words]) -> Iterator[Words]:
    """Yield the words, with less of what stays: only what stands near a change."""
    for place, one in enumerate(words):
        kept = one.text.split()
        before = kept[:_AROUND] if place else []
        after = kept[-_AROUND:] if place + 1 < len(words) else []
        if one.sort is not Sort.KEPT or len(kept) <= len(before) + len(after) + 1 or len(words) == 1:
            yield one
        else:
            yield Words(Sort.KEPT, " ".join([*before, "…", *after]))
