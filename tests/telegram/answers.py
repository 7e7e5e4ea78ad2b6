"""Answers as the Assistant gives them, to show: `quoted(part("Batas usia", quote("Paling tua 25 tahun.", 1)))`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.answers import Answer, Citation, Outcome, Part, Phrase, Quote, Suggestion
from bot.domain.documents import Kind, Source
from bot.domain.ids import section_id, statement_id


def quote(text: str, *marks: int, item: bool = False, headers: str = "") -> Quote:
    return Quote(statement_id("contoh.md", "bagian", text), text, marks, headers, item)


def part(
    title: str, *quotes: Quote, kind: Kind = Kind.PELAKSANAAN, as_of: str | None = None, latest: str | None = None
) -> Part:
    return Part(f"contoh.md#{title}", section_id("contoh.md", title), title, kind, as_of, "id", quotes, latest)


def source(n: int) -> Source:
    return Source(f"Judul {n}", f"Harian {n}", "2025-04-17", f"https://contoh.id/{n}")


def quoted(
    *parts: Part,
    language: str = "id",
    sources: Sequence[Source] | None = None,
    suggestions: Sequence[Suggestion] = (),
    phrases: Sequence[Phrase] = (),
    closing: Sequence[Phrase] = (),
    outcome: Outcome = Outcome.QUOTED,
    page: int | None = None,
) -> Answer:
    """Every mark of every quote becomes a citation with a source of its own."""
    citations = tuple(
        Citation(n, "contoh.md", one.section, each.statement, f"G-{n}", one.kind, one.as_of, each.text, page, proof)
        for one in parts
        for each in one.quotes
        for n in each.marks
        for proof in ((source(n),) if sources is None else tuple(sources),)
    )
    return Answer(
        outcome,
        language,
        tuple(phrases),
        parts=parts,
        citations=citations,
        suggestions=tuple(suggestions),
        closing=tuple(closing),
    )
