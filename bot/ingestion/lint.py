"""What a plan warns of before a release is published: what a person should look at, though it may be right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bot.domain.documents import Document, Statement
from bot.domain.findings import Finding, finding
from bot.ingestion.contradictions import about, compared, place
from bot.ingestion.folder import suffix
from bot.ingestion.intruders import commands, private_data
from bot.ingestion.plan import Plan
from bot.language.registry import DEFAULT
from bot.language.tokens import terms

_LONGEST = 300  # characters: a quote that fills a phone's screen
_MOST = 5  # findings of one rule and document that are told singly
_MOST_CONTRADICTIONS = 20
_WIDTH = 60  # characters shown of a statement
_LEANING = re.compile(
    r"(?:ia|dia|mereka|beliau|keduanya|ketiganya|itu|ini|hal (?:itu|ini|tersebut)|it|they|he|she|this|these|those)\b"
    r"|(?!(?:saat|hari|tahun|bulan|minggu|pekan|kali|dokumen|dokumen-dokumen|bot) )"
    r"(?:\w+ ){1,2}(?:tersebut|itu|ini)\b(?! adalah)|this \w+\b|the (?:above|same|latter|former)\b",
    re.IGNORECASE,
)


def lint(documents: Sequence[Document], plan: Plan, today: dt.date) -> tuple[Finding, ...]:
    """Return the findings, what matters most first; each names file and line, and what can be done about it.

    `plan` says what has changed since the live release, `today` which documents should have been reviewed.
    """
    return (
        *_limited(chain.from_iterable(map(commands, documents))),
        *_limited(chain.from_iterable(map(private_data, documents))),
        *_limited(compared(documents), _MOST_CONTRADICTIONS),
        *_limited(_lagging_twins(plan)),
        *_overdue(documents, today),
        *_sourceless(documents),
        *_limited(chain.from_iterable(map(_footnotes, documents))),
        *_limited(chain.from_iterable(map(_wording, documents))),
    )


def _overdue(documents: Iterable[Document], today: dt.date) -> Iterator[Finding]:
    for document in documents:
        if document.review_by and document.review_by < today:
            yield finding("overdue", document.path, date=document.review_by.isoformat())


def _sourceless(documents: Iterable[Document]) -> Iterator[Finding]:
    """Yield documents whose quotes would show no proof at all: no source of their own, and no footnote."""
    for document in documents:
        if not document.source and not any(statement.footnotes for statement in document.statements):
            where = document.path if suffix(document.path) == ".md" else f"{document.path}.yaml"
            yield finding("no-source", document.path, where=where)


def _lagging_twins(plan: Plan) -> Iterator[Finding]:
    """Yield statements that now say something else, whose English words are still those of the live release."""
    for change in plan.changed:
        old, new = change.old, change.new
        if not old.twin or not new.twin or old.twin.text != new.twin.text:
            continue
        if terms(old.text, DEFAULT) != terms(new.text, DEFAULT):
            quote = f"{new.twin.text:.{_WIDTH}}"
            yield finding("lagging", new.twin.document, where=place(new), release=plan.since or "", quote=quote)


def _footnotes(document: Document) -> Iterator[Finding]:
    """Yield footnotes that don't tell when their fact held, or where it can be looked up."""
    notes = {note.label: note for statement in document.statements for note in statement.footnotes}
    for note in notes.values():
        if not note.as_of and not any(source.date for source in note.sources):
            yield finding("undated", document.path, note.line, label=note.label)
        if unlinked := [source.title for source in note.sources if not source.url]:
            title = f"{unlinked[0]:.{_WIDTH}}"
            yield finding("unlinked", document.path, note.line, label=note.label, title=title)


def _wording(document: Document) -> Iterator[Finding]:
    """Yield statements that can't be quoted well; a PDF or letter is as its authors wrote it."""
    for statement in document.statements if suffix(document.path) == ".md" else ():
        if len(statement.text) > _LONGEST:
            yield about(statement, "long", count=len(statement.text), start=_start(statement))
        elif match := _LEANING.match(statement.text):
            yield about(statement, "leaning", start=_start(statement), words=match[0])


def _start(statement: Statement) -> str:
    return statement.text[:_WIDTH]


def _limited(findings: Iterable[Finding], most: int = _MOST) -> Iterator[Finding]:
    """Yield the first findings of each document, and how many more it has."""
    by_file: dict[str, list[Finding]] = {}
    for one in findings:
        by_file.setdefault(one.file, []).append(one)
    for file, found in by_file.items():
        yield from found[:most]
        if len(found) > most:
            yield finding("more", file, count=len(found) - most)
