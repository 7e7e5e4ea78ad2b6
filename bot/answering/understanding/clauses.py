"""The parts of a question: where they end, which of them ask, and which the documents know best."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.domain.ports import Index
from bot.language.classes import pattern
from bot.language.registry import EITHER
from bot.language.tokens import terms, words

FEWEST_TERMS = 3  # of a clause: shorter ones ("tidak PNS") are covered by many a statement
LOOKED_AT = 5  # statements by keywords of which the one that covers a clause best counts
TOPIC = 2  # words that carry a topic in what asks, from which the rest only tells why

BREAK = r"(?<=[.?!;\n])\s+|,\s+|\s+[-–]\s+|\.\.+\s*"  # where one clause ends
_BREAK = re.compile(BREAK)
_STOP = re.compile(r"(?<=[.?!])\s+|\n+")  # where a sentence ends in chat: the next one may begin in lower case
_PART = pattern(r"[?]+\s*|,\s+|\b{joins}\s+")
_WANTS = pattern(r"\b{interrogative}\b")
_CUT = pattern(  # where one question of a message may end
    r"(?<=[.?!;])\s+|\n+|[?]+\s*|,\s+|\s+[-–]\s+|\.\.+\s*|\s+(?={joins_next}\s)"
)
_WANTS_TO_KNOW = pattern(
    r"\b(?:(?:{interrogative}|{asks_if})(?:kah)?|adakah|atau|or)\b"
    r"|^\W*(?:(?:and|but|also|then|so) )?{auxiliary}\b"  # within, they tell: "my son is …"
    r"|\b(?:ada|dapat|juga|sudah|masih|perlu|harus|wajib)\b.*\b(?:tidak|belum|kan)\b"
)
_REQUESTS = pattern(r"\b(?:{requests}|{wants_to_know})\b")  # without a word that asks: "mohon keterangan mengenai …"
_ASKS = pattern(r"\b(?:(?:{interrogative}|{asks_if})(?:kah)?|{auxiliary})\b")


def best_clause(text: str, language: str, index: Index) -> str | None:
    """Return the clause whose words the documents hold best; None where a question has no clause that can stand alone.

    People tell a story before they ask, or after. Nothing is embedded for it: the covered share of a clause's words,
    weighed by idf, decides.
    """
    whole = len(terms(text, language))
    best, most = None, 0.0
    for clause in filter(None, _BREAK.split(text)):
        carried = terms(clause, language)
        if not FEWEST_TERMS <= len(carried) < whole:
            continue
        held = [index.coverage(carried, hit.statement) for hit in index.rank(carried, LOOKED_AT)]
        if max(held, default=0.0) > most:
            best, most = clause.strip(), max(held)
    return best


def questions(text: str) -> list[str]:
    """Return the questions that are asked in one: "berapa, dan siapa yang menerima?" is two.

    What asks nothing belongs to what asks next: "syarat dan cara daftar apa".
    """
    found, left = _parted(text, _PART, lambda part: _WANTS.search(part) is not None)
    rest = left.strip(" ?")
    if found and rest:
        return [*found[:-1], f"{found[-1]}, {rest}"]
    return found or [rest]


def asks_more_than_one(text: str) -> bool:
    """Return whether a text may ask for more than one thing: it holds several words or sentences that ask."""
    sentences = [one for one in text.split("?")[:-1] if one.strip()]
    return len(_WANTS.findall(text)) > 1 or len(sentences) > 1 or len(questions(text)) > 1


def separate(text: str, language: str) -> list[str]:
    """Return the questions of a message that say what about, each by itself; nothing where there is but one.

    What asks nothing, or says nothing of its own, belongs to what asks next, at the end to what asked before.
    """
    asks_plainly = _WANTS_TO_KNOW.search(text) or not _REQUESTS.search(text)
    fewest = TOPIC if asks_plainly else FEWEST_TERMS

    def asks(part: str) -> bool:
        wants = _WANTS_TO_KNOW.search(part) or not asks_plainly
        goes_on = text.find(part) > 0 and asks_plainly
        return bool(wants) and len(terms(part, language)) >= (1 if goes_on else fewest)

    found, left = _parted(text, _CUT, asks)
    if found and (rest := left.strip(" ?.,")):
        found[-1] = f"{found[-1]}, {rest}"
    return found if len(found) > 1 else []


def _parted(text: str, cut: re.Pattern[str], asks: Callable[[str], bool]) -> tuple[list[str], str]:
    """Return the parts that ask, each with what stands before it and asks nothing, and what is left behind the last."""
    found: list[str] = []
    begun = 0
    for start, end in [*(at.span() for at in cut.finditer(text)), (len(text), len(text))]:
        if asks(text[begun:start]):
            found.append(text[begun:start].strip())
            begun = end
    return found, text[begun:]


def asking_sentences(question: str) -> str:
    """Return the sentences of a question that ask, if they say what about; the rest only tells why.

    "Di sini sinyal susah. Berapa desa yang sudah dapat internet?" asks about no place.
    """
    parts = _STOP.split(question)
    asking = [one for one in parts if one.rstrip().endswith("?")] or [one for one in parts if _ASKS.search(one)]
    said = " ".join(asking)
    return said if len(parts) > 1 and says_what_about(said) else question


def says_what_about(asking: str) -> bool:
    """Return whether the part of a question that asks says what about, so that the rest can be left out."""
    return len(set(words(asking)) - EITHER) >= TOPIC
