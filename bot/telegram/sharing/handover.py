"""The ways in which a shared answer leaves this chat, and what each of them carries. Pure: no bot, no update."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from telegram.helpers import create_deep_linked_url

from bot.domain.answers import Answer, Part
from bot.domain.sharing import PAYLOAD, Shared, shown
from bot.locales import say, say_phrase
from bot.telegram.delivery import replies, sources
from bot.telegram.delivery.buttons import Act, Button, Rows, button, shortened
from bot.telegram.delivery.packing import escape, link
from bot.telegram.delivery.replies import kind_line

LONGEST_ADDRESS = 2000  # characters of a link that carries a text: what browsers, WhatsApp and Telegram all take
LONGEST_COPY = 256  # characters that a copy button of Telegram holds


def address(bot: str, code: str) -> str:
    """Return the link under which anyone can verify a shared answer; `bot` is the bot's user name."""
    return create_deep_linked_url(bot, f"{PAYLOAD}{code}")


def message(shared: Shared, bot: str, campaign: Mapping[str, str]) -> str:
    """Return a shared answer as one HTML message for a chat where the bot is not: cited, signed, with its link."""
    language, verify = shared.language, address(bot, shared.code)
    excerpt, is_whole = replies.excerpt(shared.answer)
    more = [] if is_whole else [link(say(language, "share-more"), verify)]
    signature = escape(say(language, "share-signature", **campaign))
    checked = f"✅ {link(say(language, 'share-verify'), verify)} · {escape(shown(shared.code))}"
    return "\n\n".join((excerpt, *more, f"{signature}\n{checked}"))


def plain(shared: Shared, bot: str, campaign: Mapping[str, str], longest: int = LONGEST_ADDRESS) -> str:
    """Return a shared answer as text for somebody without Telegram; encoded, it has at most `longest` characters.

    What does not fit is left out between statements, and the text says so; its sources stay.
    """
    language, verify = shared.language, address(bot, shared.code)
    ending = "\n".join((
        say(language, "share-signature", **campaign),
        say(language, "share-verify-at", address=verify),
        say(language, "share-code", code=shown(shared.code)),
    ))  # fmt: skip
    if len(quote(f"{shared.text}\n\n{ending}")) <= longest:
        return f"{shared.text}\n\n{ending}"
    *paragraphs, sources = shared.text.split("\n\n")
    more = say(language, "share-more")
    kept = "\n\n".join(paragraphs).split("\n")
    while kept and len(quote("\n".join((*kept, more, "", sources, "", ending)))) > longest:
        kept.pop()
    while kept and not kept[-1].endswith("]"):  # a heading, with nothing below it any more
        kept.pop()
    return "\n".join((*kept, more, "", sources, "", ending)) if kept else f"{_first(shared)}\n\n{ending}"


def ways(shared: Shared, bot: str, campaign: Mapping[str, str], *, inline: bool, drawn: bool) -> Rows:
    """Return a button for each way; `inline` says whether the bot's inline mode is on, `drawn` whether it can draw."""
    language, verify = shared.language, address(bot, shared.code)
    text = quote(plain(shared, bot, campaign))
    title = _first(shared)
    chat = Button(say(language, "button-share-chat"), query=shown(shared.code))
    forward = Button(
        say(language, "button-share-telegram"),
        url=f"https://t.me/share/url?url={quote(verify, safe='')}&text={quote(title)}",
    )
    whatsapp = Button(say(language, "button-share-whatsapp"), url=f"https://wa.me/?text={text}")
    copied = f"{shortened(title, LONGEST_COPY - len(verify) - 1)}\n{verify}"
    copy = Button(say(language, "button-share-copy"), copied=copied)
    picture = button(say(language, "button-share-picture"), Act.PICTURE, language, shared.code)
    return ((chat, forward) if inline else (forward,), (whatsapp, copy), *(((picture,),) if drawn else ()))


def _first(shared: Shared) -> str:
    """Return what a shared answer is about and its first quote, in a line that is not cut within a short statement."""
    part = shared.answer.parts[0]
    return f"{part.title} ({replies.kind_line(part, shared.language)}): {shortened(replies.gist(part), 160)}"


def text(answer: Answer) -> str:
    """Return an answer's quotes with their headings, kinds, dates and sources, without markup, link or code.

    The first section's own title stands where the question would: what a voter asked is theirs and doesn't travel.
    """
    return "\n\n".join(_paragraphs(answer))


def _paragraphs(answer: Answer) -> Iterator[str]:
    language = answer.language
    for one in answer.firsts:
        yield "\n".join(
            (" ".join(filter(None, (replies.said(one, language), sources.marked(one.marks)))), *replies.rows(one))
        )
    yield from (say_phrase(language, phrase) for phrase in answer.phrases)
    yield from ("\n".join(_lines(part, language)) for part in answer.parts)
    yield from (say_phrase(language, phrase) for phrase in answer.closing)
    if named := sources.line(answer):
        yield named


def _lines(part: Part, language: str) -> Iterator[str]:
    yield part.title
    yield kind_line(part, language)
    headers = ""
    for said in part.quotes:
        if said.headers and said.headers != headers:
            yield said.headers
        headers = said.headers
        yield " ".join(filter(None, ("•" if said.item else "", said.text, sources.marked(said.marks))))
