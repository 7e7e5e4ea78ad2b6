"""The parts of a question: where they end, which of them ask, and which the documents know best."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.domain.ports import Index
from bot.language.registry import EITHER
from bot.language.tokens import terms, words

FEWEST_TERMS = 3  # of a clause: shorter ones ("tidak PNS") are covered by many a statement
LOOKED_AT = 5  # statements by keywords of which the one that covers a clause best counts
TOPIC = 2  # words that carry a topic in what asks, from which the rest only tells why

BREAK = r"(?<=[.?!;\n])\s+|,\s+|\s+[-–]\s+|\.\.+\s*"  # where one clause ends
_BREAK = re.compile(BREAK)
_STOP = re.compile(r"(?<=[.?!])\s+|\n+")  # where a sentence ends in chat: the next one may begin in lower case
_CUT = re.compile(  # where one question of a message may end
    r"(?<=[.?!;])\s+|\n+|[?]+\s*|,\s+|\s+[-–]\s+|\.\.+\s*"
    r"|\s+(?=(?:dan|terus|lalu|serta|sama|plus|tapi|tetapi|selain itu|kalau|sedangkan|and|but|also|then|lan|wan|lawan"
    r"|ngan|&)\s)",
    re.IGNORECASE,
)
_WANTS_TO_KNOW = re.compile(
    r"\b(?:(?:siapa|berapa|kapan|bagaimana|gimana|kenapa|mengapa|apa|boleh|bisa)(?:kah)?|adakah|mana|atau"
    r"|who|when|where|how|why|whats?|which|or)\b"
    r"|^\W*(?:(?:and|but|also|then|so) )?(?:does|do|did|is|are|can|could|will)\b"  # within, they tell: "my son is …"
    r"|\b(?:ada|dapat|juga|sudah|masih|perlu|harus|wajib)\b.*\b(?:tidak|belum|kan)\b",
    re.IGNORECASE,
)
_REQUESTS = re.compile(  # what asks without a word that asks: "mohon keterangan mengenai … serta …"
    r"\b(?:mohon|minta|tolong|jelaskan|sebutkan|keterangan|informasi(?:nya)?|perlu|memerlukan|butuh|membutuhkan"
    r"|ingin (?:tahu|mengetahui)|mau tahu|penasaran|tell me|please|give me|need|explain|want to know)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:(?:apa|berapa|siapa|kapan|bagaimana|mengapa|kenapa|apakah|gimana|boleh|bisa)(?:kah)?|mana"
    r"|who|what|when|where|which|how|why|is|are|can|does|do)\b",
    re.IGNORECASE,
)


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


def separate(text: str, language: str) -> list[str]:
    """Return the questions of a message that say what about, each by itself; nothing where there is but one.

    What asks nothing, or says nothing of its own, belongs to what asks next, at the end to what asked before.
    """
    asks_plainly = _WANTS_TO_KNOW.search(text) or not _REQUESTS.search(text)
    fewest = TOPIC if asks_plainly else FEWEST_TERMS

    def asks(part: str) -> bool:
        wants = _WANTS_TO_KNOW.search(part) or not asks_plainly
        return bool(wants) and len(terms(part, language)) >= fewest

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
