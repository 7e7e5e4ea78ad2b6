"""Where sentences end."""

from __future__ import annotations

import re

from bot.language.classes import word_set

_SHORT = word_set("abbreviation")  # a full stop after these does not end a sentence
_SHORT_BEFORE_DIGITS = word_set("numbered_abbreviation")
_GRADED = word_set("graded")
# A run of marks is tried once, and a label has an end: a text of nothing else must not take for ever.
_END = re.compile(r"""(?<![.?!…])(?P<mark>[.?!…]+)(?P<closing>["'”’»)\]]*(?:\[\^[^\]\s]{1,100}\])*)(?= (?P<next>\S))""")
_OPENING = "\"'“‘«([*_¿¡-–—•"


def sentences(text: str) -> list[str]:
    """Return the sentences of a text: joined by spaces they are the text again, its white space collapsed."""
    text = " ".join(text.split())
    found, start = [], 0
    for end in _END.finditer(text):
        if _ends_sentence(text[start : end.start()], end):
            found.append(text[start : end.end()])
            start = end.end() + 1
    return [*found, text[start:]] if text[start:] else found


def _ends_sentence(before: str, end: re.Match[str]) -> bool:
    following = end["next"]
    if end["mark"] != ".":
        return not (end["closing"] and following.islower())  # "Gratis?" tanya warga
    if following.islower():
        return False
    if end["closing"] and not end["closing"].startswith("[^"):
        return True
    *rest, last = before.rsplit(" ", 2)
    last = last.lstrip(_OPENING)
    if not rest and last.rstrip(".").isdigit():  # the number of a list's item
        return False
    return not _is_short(last, rest[-1].lower() if rest else "", following)


def _is_short(word: str, previous: str, following: str) -> bool:
    """Tell whether the full stop after a word belongs to the word."""
    plain = word.lower()
    if plain in _SHORT or re.fullmatch(r"(?:[A-Z][a-z]{0,3}\.)+[A-Z][a-z]{0,3}", word):  # S.E. and M.Si.
        return True
    if plain in _SHORT_BEFORE_DIGITS:
        return following.isdigit()
    return len(word) == 1 and word.isupper() and previous not in _GRADED
