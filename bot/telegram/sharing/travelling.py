"""An answer as plain text that travels: complete for somebody without Telegram. Pure: no bot, no update."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.answers import Answer, Part
from bot.locales import say_phrase
from bot.telegram.delivery import sources
from bot.telegram.delivery.replies import kind_line


def text(answer: Answer) -> str:
    """Return an answer's quotes with their headings, kinds, dates and sources, without markup, link or code.

    The first section's own title stands where the question would: what a voter asked is theirs and doesn't travel.
    """
    return "\n\n".join(_paragraphs(answer))


def _paragraphs(answer: Answer) -> Iterator[str]:
    language = answer.language
    yield from (say_phrase(language, phrase) for phrase in answer.phrases)
    yield from ("\n".join(_lines(part, language)) for part in answer.parts)
    yield from (say_phrase(language, phrase) for phrase in answer.closing)
    if named := sources.line(answer):
        yield named


def _lines(part: Part, language: str) -> Iterator[str]:
    yield part.title
    yield kind_line(part, language)
    headers = ""
    for quote in part.quotes:
        if quote.headers and quote.headers != headers:
            yield quote.headers
        headers = quote.headers
        yield " ".join(filter(None, ("•" if quote.item else "", quote.text, sources.marked(quote.marks))))
