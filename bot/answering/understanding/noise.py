"""What nobody has said to anybody: code, encoded data, keys struck at random. It asks nothing that could be held."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.language.normalise import is_listed
from bot.language.registry import REGIONAL, glossaries
from bot.language.tokens import words

_CODE = re.compile(
    r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>.*</[a-z]|<script\b"  # HTML
    r"|\bselect\b.+\bfrom\b.+(?:\bwhere\b|;|--)|\b(?:drop|alter) table\b|\binsert into\b|\bunion select\b"
    r"|\b(?:for|while|if)\s*\([^)]*[;<>=][^)]*\)\s*\{?|\b(?:int|void|char|var|let|const|public|def|function)\s+\w+\s*[=(]"
    r"|#include\s*<|\bconsole\.log\(|\bprintf\(|\bprint\("
    r"|\bimport \w+(?:\.\w+)*\s*(?:;|$)|=>\s*\{|\$\{|\w\([^)]*\)\s*\{|\{\s*\"\w+\"\s*:"
    r"|\b(?:sudo|rm -rf|curl|wget|chmod)\s+[-/\w]",
    re.IGNORECASE | re.DOTALL,
)
_ENCODED = re.compile(r"(?<![\w/.@])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{20,}={0,2}(?![\w/.])")
_HEXADECIMAL = re.compile(r"(?<!\w)(?:0x)?(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{24,}(?!\w)", re.IGNORECASE)
_UNSPEAKABLE = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{4}|^[^aiueoy]{4,}$|(.)\1\1|[aiueo]{4}|q(?!u)|[jqvwx][bcdfgjkpqtvwxz]|[zx][a-z]?[cx]"
)
_RUN = re.compile(r"(.)\1+")
_LAUGHTER = frozenset("wkhaeixcou")
_ADDRESS = re.compile(r"https?://|www\.")
_LEAST_LETTERS = 7  # of one word struck at random
_REGIONAL = frozenset(word for one in glossaries(REGIONAL) for word in (*one.sure, *one.unsure))


def is_noise(text: str, vocabulary: Collection[str]) -> bool:
    """Return whether a message is nothing that a person says; `vocabulary` holds the words of the documents."""
    if _ADDRESS.search(text):
        return False
    return bool(_CODE.search(text)) or _is_encoded(text) or _is_struck_at_random(words(text), vocabulary)


def _is_encoded(text: str) -> bool:
    """Return whether a message is encoded data and next to nothing else."""
    rest = _HEXADECIMAL.sub(" ", _ENCODED.sub(" ", text))
    return rest != text and len(words(rest)) <= 1


def _is_struck_at_random(found: list[str], vocabulary: Collection[str]) -> bool:
    """Return whether no word is known, and at least half of them can't be spoken."""
    letters = [word for word in found if not word[0].isdigit()]
    if not letters or sum(map(len, letters)) < _LEAST_LETTERS:
        return False
    calm = [one for one in (_RUN.sub(r"\1", word) for word in letters) if len(one) > 2]  # "mantappp"
    known = (is_listed(word) or word in vocabulary or word in _REGIONAL for word in (*letters, *calm))
    if any(known) or _LAUGHTER.issuperset("".join(letters)):
        return False
    return 2 * sum(bool(_UNSPEAKABLE.search(word)) for word in letters) >= len(letters)
