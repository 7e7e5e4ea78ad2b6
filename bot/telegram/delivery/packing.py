"""Whole blocks of text packed into as few Telegram messages as hold them, before and after HTML is written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LIMIT = 4096  # UTF-16 units that Telegram takes in one message; tags count here too, which keeps on the safe side
MOST_BLOCKS = 40  # in one message: Telegram drops formatting after the hundredth piece
LONGEST_TITLE = 300
LONGEST_ADDRESS = 1000


@dataclass(frozen=True, slots=True)
class Block:
    """Finished HTML that is never cut, what separates it from the block above, and whether it needs the one below."""

    html: str
    gap: str = "\n"
    leads: bool = False  # a heading: never the last thing in a message


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def escape(text: str) -> str:
    """Return a text as HTML that shows it; characters that no message can carry are left out."""
    return html.escape(re.sub(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]", "", text), quote=False)


def titled(text: str) -> str:
    """Return a title as HTML, cut if it is no title at all but a page."""
    return escape(text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE] + "…")


def bold(text: str) -> str:
    """Return a title as bold HTML."""
    return f"<b>{titled(text)}</b>"


def link(text: str, url: str | None) -> str:
    """Return HTML that shows a title and opens an address; the title alone if there is no web address."""
    address = html.escape(url or "")
    if len(address) > LONGEST_ADDRESS or not re.match(r"https?://[^\s/]", address):
        return titled(text)
    return f'<a href="{address}">{titled(text)}</a>'


def split(text: str, room: int) -> Iterator[str]:
    """Yield a text in pieces whose HTML takes at most `room` units each, cut at white space where there is any."""
    while units(escape(text)) > room:
        end = _fitting(text, room)
        cut = max(text.rfind(space, 1, end + 1) for space in (" ", "\n"))
        yield text[: cut if cut > 0 else end].rstrip()
        text = text[cut if cut > 0 else end :].lstrip()
    if text:
        yield text


def pack(blocks: Iterable[Block], limit: int = LIMIT) -> tuple[str, ...]:
    """Return messages that hold all blocks in their order, each block whole; none is longer than `limit` units.

    Raises ValueError for a block that fits into no message: whoever makes blocks splits long texts first.
    """
    messages: list[str] = []
    current, count = "", 0
    for group in _groups(blocks, limit):
        text = _joined(group)
        if units(text) > limit:
            raise ValueError(f"a block of {units(text)} units fits into no message")
        longer = current + group[0].gap + text if current else text
        if current and (units(longer) > limit or count + len(group) > MOST_BLOCKS):
            messages.append(current)
            longer, count = text, 0
        current, count = longer, count + len(group)
    return (*messages, current) if current else tuple(messages)


def _groups(blocks: Iterable[Block], limit: int) -> Iterator[list[Block]]:
    """Yield each block together with the headings right above it, apart where they don't fit into one message."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.leads:
            yield from [group] if units(_joined(group)) <= limit else [[one] for one in group]
            group = []
    yield from ([one] for one in group)


def _joined(group: list[Block]) -> str:
    first, *others = group
    return first.html + "".join(block.gap + block.html for block in others)


def _fitting(text: str, room: int) -> int:
    """Return how many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if units(escape(text[:middle])) <= room else (low, middle - 1)
    return low


def plain(markup: str) -> str:
    """Return the text that a message's HTML shows, addresses of links in brackets behind their words."""
    linked = re.sub(r'<a href="([^"]*)">(.*?)</a>', r"\2 (\1)", markup)
    return html.unescape(re.sub(r"</?[a-z]+>", "", linked))
