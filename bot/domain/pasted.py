"""The codes of shared answers within a text that somebody pasted or forwarded; a question holds none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.domain.sharing import LENGTH, PAYLOAD, read_code

# WhatsApp and keyboards break links at line ends, escape "_" and turn hyphens into dashes.
_LINK = re.compile(rf"start(?:app)?(?:=|%3D)\s*{PAYLOAD[0]}\\?(?:_|%5F)\s*", re.IGNORECASE)
_DASH = "[-‐‑‒–—]"
_SYMBOL = r"[^\W_]"
_ALONE = rf"(?<!{_SYMBOL})(?<!-)", rf"(?!{_SYMBOL}|-)"
_GROUPED = re.compile(rf"\s?{_DASH}\s?".join([_SYMBOL + "{3,5}"] * 3).join(_ALONE))
_TOGETHER = re.compile(f"{_SYMBOL}{{{LENGTH}}}".join(_ALONE))
_NAMED = re.compile(r"(?<!\w)(?:kode\w*|code|cek|check|verif\w*|periksa)(?!\w)", re.IGNORECASE)
_SPACED = re.compile(
    rf"(?<!\w)(?:kode|code)\W{{1,3}}((?:{_SYMBOL}{{3,5}}[ .]){{2}}{_SYMBOL}{{3,5}})(?!\w)", re.IGNORECASE
)


def seen(text: str) -> str:
    """Return a pasted text by what can be seen of it: letters in their plain form, without marks that only steer."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(one for one in composed if unicodedata.category(one) != "Cf")


def codes_in(text: str, addresses: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what stands where a code of a shared answer would, each once, as it is written; nothing for a question.

    `addresses` are those behind the text's links. Whatever is written in a link, behind the word "code", or as nothing
    but a code counts even if it can't be one: then it was mistyped or altered. Elsewhere only what can be a code does.
    """
    written = seen(text)
    found = [*(each for one in (*addresses, written) for each in _linked(one)), *_written(written)]
    distinct = {read_code(one) or one.upper(): one for one in reversed(found)}
    return tuple(reversed(distinct.values()))


def _linked(text: str) -> Iterator[str]:
    """Yield what follows the beginning of a payload, put together again where a line break has cut it."""
    for link in _LINK.finditer(text):
        pieces = re.findall(r"[^\W_]+", text[link.end() : link.end() + 3 * LENGTH])
        given = ""
        for piece in pieces:
            if given and len(given + piece) > LENGTH:
                break
            given += piece
        yield given


def _written(text: str) -> Iterator[str]:
    """Yield the codes that stand in the text itself."""
    unlinked = re.sub(rf"\S*{_LINK.pattern}\S*", " ", text, flags=re.IGNORECASE)
    for pattern in (_GROUPED, _TOGETHER):
        for match in pattern.finditer(unlinked):
            line = unlinked[: match.start()].rpartition("\n")[2]
            if _can_be_meant(match[0]) and (read_code(match[0]) or _NAMED.search(line) or match[0] == text.strip()):
                yield match[0]
    yield from (match[1] for match in _SPACED.finditer(unlinked) if _can_be_meant(match[1]))
    if any(one.isdigit() for one in text) and " " in text.strip() and read_code(text):
        yield text.strip()


def _can_be_meant(written: str) -> bool:
    """Return whether letters and digits mix as in a code: neither a phone number, nor words, nor words with a year.

    One code in a hundred has no digit, or none before its last letter: it is known by its groups in capitals.
    """
    symbols = "".join(one for one in written if one.isalnum())
    if re.fullmatch(r"[^\W\d_]+\d*", symbols):
        return symbols != written and symbols.isupper() and read_code(symbols) is not None
    return not symbols.isdigit()
