"""Whether what an answer says is proven: quotes that stand in their document, numbers that stand in a quote. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.domain.answers import Answer, Citation, Quote
from bot.domain.ids import normalise

Render = Callable[[Answer], str]  # what a voter reads of an answer, without markup

_FRONT_MATTER = re.compile(r"\A\ufeff?---\s*\n(.*?)\n---\s*\n", re.DOTALL)
_SUMMARY = re.compile(r"^summary:[ \t]*[|>]?[-+]?[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)  # the one key that is quoted
_MARK = re.compile(r"\[\^[^\]\s]+\](?!:)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_EMPHASIS = re.compile(r"[*_`\\]")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)
_CELL = re.compile(r"[ \t]*\|[ \t]*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SOURCE_MARK = re.compile(r"\[\d+\]")


def reduced(markdown: str) -> str:
    """Return a Markdown document as quotes are taken from it: without marks, emphasis and links, white space collapsed.

    Of its front matter the summary stays. This does not share a line with the program's own reading, so that it can
    prove it wrong.
    """
    text = _FRONT_MATTER.sub(lambda front: "\n".join(_SUMMARY.findall(front[1])) + "\n", markdown)
    for pattern, put in ((_MARK, ""), (_BULLET, ""), (_LINK, r"\1"), (_EMPHASIS, ""), (_CELL, " | ")):
        text = pattern.sub(put, text)
    return normalise(text)


def quotes_not_found(answer: Answer, documents: Mapping[str, str]) -> tuple[str, ...]:
    """Return the quotes that the document that their citation names does not hold word for word.

    `documents` holds the reduced text of each by its path.
    """
    found = {
        citation.quote: _bare(citation.quote) in documents.get(citation.document, "") for citation in answer.citations
    }
    return tuple(quote for quote, is_there in found.items() if not is_there)


def numbers_without_source(answer: Answer, turns: Iterable[str], render: Render) -> tuple[str, ...]:
    """Return the numbers that a voter reads and that nothing backs, in reading order.

    A number is backed by a quote that is cited as shown, by that quote's sources and headings, or by the program's own
    frame. What a sentence of the program's own fills in must be the asker's or stand in a quote, if anything is quoted.
    """
    backed = set(_numbers(" ".join(_backing(answer))))
    frame = render(dataclasses.replace(answer, parts=(), citations=()))
    said = [*_claims(answer)] if answer.citations else []
    loose = [number for number in said if number not in backed.union(_numbers(" ".join(turns)))]
    shown = [number for number in _numbers(render(answer)) if number not in backed.union(_numbers(frame))]
    return tuple(dict.fromkeys((*loose, *shown)))


def _claims(answer: Answer) -> Iterator[str]:
    return (number for phrase in answer.phrases for _, value in phrase.values for number in _numbers(value))


def _backing(answer: Answer) -> Iterator[str]:
    proofs = {(citation.statement, citation.n): citation for citation in answer.citations}
    for part in answer.parts:
        yield from (part.title, part.as_of or "", part.latest or "")
        for quote in part.quotes:
            if _is_proven(quote, proofs):
                yield from (quote.text, quote.headers)
    for citation in answer.citations:
        yield from (citation.date or "", citation.document, str(citation.page or ""))
        for source in citation.sources:
            yield from (source.title, source.publisher, source.date or "")


def _is_proven(quote: Quote, proofs: Mapping[tuple[str, int], Citation]) -> bool:
    cited = [proofs.get((quote.statement, mark)) for mark in quote.marks]
    return bool(cited) and all(one is not None and one.quote == quote.text for one in cited)


def _numbers(text: str) -> Iterator[str]:
    """Yield numbers as written, without leading zeros: of "5 Mei" and "2025-05-05" the day is the same."""
    return (number.lstrip("0") or "0" for number in _NUMBER.findall(_SOURCE_MARK.sub(" ", text)))


def _bare(quote: str) -> str:
    return normalise(_EMPHASIS.sub("", quote))
