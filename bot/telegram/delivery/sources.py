"""What each [n] of an answer stands on: a compact line under the answer, and the full list behind 📄."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from bot.domain.answers import Answer, Citation
from bot.domain.documents import Source
from bot.locales import say, show_date
from bot.telegram.delivery.packing import Block, bold, escape, link, pack, titled

LONGEST_LINE = 280  # characters of a compact line: about five lines of a phone


def summary(answer: Answer) -> str:
    """Return one line that says who published each [n] and when, or where to look if that is long; "" for none."""
    text = line(answer)
    if len(text) <= LONGEST_LINE:
        return text
    return say(answer.language, "sources-tap", last=numbered(answer.citations)[-1].n)


def line(answer: Answer) -> str:
    """Return one line that says who published each [n] and when, however long; "" for none."""
    merged = [f"{marked(marks)} {name}" for marks, name in brief(answer)]
    return say(answer.language, "sources-line", sources=" · ".join(merged)) if merged else ""


def brief(answer: Answer) -> list[tuple[tuple[int, ...], str]]:
    """Return who published what and when, each with the [n] that stand on it; equal neighbours are one."""
    named = ((one.n, _briefly(one, answer.language)) for one in numbered(answer.citations))
    return [(tuple(n for n, _ in group), name) for name, group in groupby(named, lambda pair: pair[1])]


def marked(numbers: Iterable[int]) -> str:
    """Return the [n] that stand behind what they prove."""
    return "".join(f"[{n}]" for n in numbers)


def only(answer: Answer, statements: Collection[str]) -> Answer:
    """Return an answer with the citations of some statements alone, numbered as if nothing else had been quoted."""
    kept = [citation for citation in answer.citations if citation.statement in statements]
    numbers = {old: new for new, old in enumerate(dict.fromkeys(one.n for one in kept), start=1)}
    return replace(answer, citations=tuple(replace(one, n=numbers[one.n]) for one in kept))


def messages(answer: Answer) -> tuple[str, ...]:
    """Return the full list of an answer's sources as HTML messages."""
    language = answer.language
    citations = numbered(answer.citations)
    if not citations:
        return (escape(say(language, "sources-none")),)
    entries = (block for citation in citations for block in _entry(citation, language))
    return pack([Block(bold(say(language, "sources-title")), leads=True), *entries])


def published(source: Source, language: str) -> str:
    """Return a source as HTML: its title, that opens its address, who published it and when."""
    by = ", ".join(part for part in (source.publisher, _date(source, language)) if part)
    return link(source.title, source.url) + (f" ({titled(by)})" if by else "")


def numbered(citations: Iterable[Citation]) -> list[Citation]:
    """Return one citation for each number, in order: the same footnote proves several statements."""
    first: dict[int, Citation] = {}
    for citation in citations:
        first.setdefault(citation.n, citation)
    return [first[n] for n in sorted(first)]


def _briefly(citation: Citation, language: str) -> str:
    if citation.sources:
        first = citation.sources[0]
        named = ", ".join(part for part in (first.publisher or first.title, _date(first, language)) if part)
        return say(language, "sources-more", source=named) if len(citation.sources) > 1 else named
    return _place(citation, language)


def _entry(citation: Citation, language: str) -> Iterator[Block]:
    """One line a source, then what the fact's date is and which document says it."""
    mark, place = f"[{citation.n}] ", titled(say(language, "sources-document", document=_place(citation, language)))
    lines = [published(source, language) for source in citation.sources]
    if citation.sources and citation.date:
        lines.append(titled(say(language, "sources-as-of", date=citation.date)))
    first, *others = [*lines, place]
    yield Block(mark + first, gap="\n\n")
    yield from (Block(line) for line in others)


def _date(source: Source, language: str) -> str:
    return show_date(source.date, language) if source.date else ""


def _place(citation: Citation, language: str) -> str:
    page = f", {say(language, 'sources-page', page=citation.page)}" if citation.page is not None else ""
    return citation.document + page
