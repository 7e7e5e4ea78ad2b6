"""Sets statements out as quotes, with the numbers of their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.answers import Citation, FirstLine, Part, Quote
from bot.domain.documents import Document, Footnote, Kind, Release, Section, Statement
from bot.domain.programs import heading


@dataclass(slots=True)
class _Numbering:
    """Gives each footnote (or document, or page) its number in order of appearance."""

    numbers: dict[tuple[str, str | int | None], int]

    def number(self, document: str, mark: str | int | None) -> int:
        return self.numbers.setdefault((document, mark), len(self.numbers) + 1)


def quote(
    statements: Iterable[Statement], release: Release, language: str, allows: Callable[[Kind], bool]
) -> tuple[tuple[Part, ...], tuple[Citation, ...]]:
    """Return statements as parts, one a section in the order of its first statement, and their citations.

    Within a part the reading order holds. Statements whose kind may not be said now drop out.
    """
    by_section: dict[str, set[str]] = {}
    for statement in statements:
        by_section.setdefault(statement.section, set()).add(statement.id)
    numbering = _Numbering({})
    parts: list[Part] = []
    citations: list[Citation] = []
    for key, ids in by_section.items():
        section = release.sections[key]
        if allows(section.kind):
            shown = [statement for statement in section.statements if statement.id in ids]
            part, proofs = _part(section, shown, release.by_path[section.document], language, numbering)
            parts.append(part)
            citations.extend(proofs)
    return tuple(parts), tuple(citations)


def marked(firsts: Iterable[FirstLine], citations: Sequence[Citation]) -> tuple[FirstLine, ...]:
    """Return first lines with the numbers of the citations that prove them; one whose proof isn't quoted drops out."""
    cited = {citation.statement for citation in citations}
    return tuple(
        replace(one, marks=tuple(sorted({each.n for each in citations if each.statement in one.statements})))
        for one in firsts
        if cited.issuperset(one.statements)
    )


def _part(
    section: Section, statements: Sequence[Statement], document: Document, language: str, numbering: _Numbering
) -> tuple[Part, list[Citation]]:
    twins = language != document.language and all(statement.twin for statement in statements)
    quotes: list[Quote] = []
    citations: list[Citation] = []
    for statement in statements:
        proofs = _citations(statement, section, document, use_twin=twins, numbering=numbering)
        citations.extend(proofs)
        quotes.append(_quote(statement, proofs, use_twin=twins))
    shown_language = language if twins else document.language
    dates = dict.fromkeys(citation.date for citation in citations if citation.date)
    part = Part(
        section=section.key,
        section_id=section.id,
        title=heading(section, shown_language, document.language),
        kind=section.kind,
        as_of="; ".join(dates) or None,
        language=shown_language,
        quotes=tuple(quotes),
        latest=document.latest,
    )
    return part, citations


def _quote(statement: Statement, proofs: Sequence[Citation], *, use_twin: bool) -> Quote:
    source = statement.twin if use_twin and statement.twin else statement
    is_lead = statement.text.endswith(":")
    return Quote(
        statement=statement.id,
        text=source.text,
        marks=tuple(dict.fromkeys(citation.n for citation in proofs)),
        headers=source.headers,
        item=statement.group is not None and not is_lead,
    )


def _citations(
    statement: Statement, section: Section, document: Document, *, use_twin: bool, numbering: _Numbering
) -> list[Citation]:
    twin = statement.twin if use_twin else None
    notes: tuple[Footnote | None, ...] = (twin or statement).footnotes or (None,)
    published = (document.source,) if document.source else ()
    return [
        Citation(
            n=numbering.number(statement.document, note.label if note else statement.page),
            document=twin.document if twin else statement.document,
            section=section.key,
            statement=statement.id,
            label=note.label if note else None,
            kind=section.kind,
            date=note.as_of if note else None,
            quote=(twin or statement).text,
            page=statement.page,
            sources=note.sources if note else published,
        )
        for note in notes
    ]
