"""Answer → share card, and a link → poster: what they say. Pure: no bot, no update, nothing drawn."""

from __future__ import annotations

from bot.domain.answers import Answer
from bot.domain.pictures import Card, CardPart, CardSource, Poster
from bot.locales import say, say_phrase
from bot.telegram.delivery import sources
from bot.telegram.delivery.replies import kind_line


def card(answer: Answer, campaign: str, run_by: str, link: str, code: str) -> Card:
    """Return the card of an answer that quotes something.

    Its heading is the first section's own title: what the voter asked is theirs, and no card carries it.
    """
    language = answer.language
    return Card(
        title=answer.parts[0].title,
        parts=tuple(CardPart(one.title, one.kind, kind_line(one, language), one.quotes) for one in answer.parts),
        sources=tuple(CardSource(marks, text) for marks, text in sources.brief(answer)),
        campaign=say(language, "card-campaign", campaign=campaign),
        run_by=say(language, "card-run-by", run_by=run_by),
        link=link,
        code=code,
        check=say(language, "card-check", address=shown(link.partition("?")[0])),
        sources_title=say(language, "card-sources"),
        more=say(language, "card-more"),
        notes=tuple(say_phrase(language, phrase) for phrase in answer.closing),
    )


def poster(title: str, campaign: str, run_by: str, link: str, language: str) -> Poster:
    """Return the poster of a link: what it opens stands above, whose bot it is below."""
    return Poster(
        title=title,
        line=say(language, "card-poster"),
        link=link,
        campaign=say(language, "card-campaign", campaign=campaign),
        run_by=say(language, "card-run-by", run_by=run_by),
    )


def shown(address: str) -> str:
    """Return an address as people read and type it."""
    return address.partition("://")[2].removeprefix("www.") or address
