"""Follow-ups: "kalau S3?" becomes a whole question, by what was quoted just before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.documents import Document, Release, Section
from bot.domain.language import terms, words

LIFE = dt.timedelta(minutes=15)
MOST_CONVERSATIONS = 20_000  # memory is bounded: the oldest is forgotten first
SHORT = 3  # a follow-up adds at most this many words of its own

_CONNECTORS = frozenset(
    "terus trus lalu trs kalau kalo klo kl nah dan berarti jadi emang emangnya memang gimana bagaimana untuk buat yang "
    "itu tersebut tadi then and what how about so is that it those them".split()
)
_POINTERS = frozenset("itu tersebut tadi begitu gitu that it those them this".split())
_ASPECTS = frozenset(
    "syarat syaratnya persyaratan persyaratannya cara caranya daftar daftarnya mendaftar usia umur usianya umurnya "
    "biaya biayanya jadwal jadwalnya besaran besarannya lama lamanya kuota kuotanya anggaran anggarannya pencairan "
    "penerima penerimanya sumber sumbernya hasil hasilnya requirements apply register age deadline amount".split()
)
_CONFIRM = re.compile(
    r"^(emang|memang|masa|beneran|serius|yakin|apa)?\s*(sih\s*)?(itu\s*)?(bener|benar|betul|beneran|yakin|serius|really|sure)"
    r"(kah|an)?\s*(gak|nggak|ga|tidak|ya|sih|itu|true)?\s*\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a conversation was about: ids of statements, or keys of sections that were offered."""

    ids: tuple[str, ...]
    person: str
    at: dt.datetime


class Memory:
    """What each conversation was about last; in memory only, for 15 minutes."""

    def __init__(self) -> None:
        self._kept: dict[str, Remembered] = {}

    def remember(self, conversation: str, ids: Sequence[str], person: str, at: dt.datetime) -> None:
        """Keep ids for a conversation ("" is nobody's and is not kept), in place of what was kept before."""
        if conversation and ids:
            self._kept.pop(conversation, None)
            self._kept[conversation] = Remembered(tuple(ids), person, at)
            self._drop_old(at)

    def recall(self, conversation: str, now: dt.datetime) -> tuple[str, ...]:
        """Return what was kept, nothing if it is older than 15 minutes."""
        kept = self._kept.get(conversation)
        return kept.ids if kept and now - kept.at <= LIFE else ()

    def forget(self, person: str) -> int:
        """Drop all that is kept of a person; return how much it was."""
        gone = [key for key, kept in self._kept.items() if kept.person == person]
        for key in gone:
            del self._kept[key]
        return len(gone)

    def count(self, person: str, now: dt.datetime) -> int:
        """Return how many conversations are kept of a person."""
        self._drop_old(now)
        return sum(kept.person == person for kept in self._kept.values())

    def _drop_old(self, now: dt.datetime) -> None:
        while self._kept:
            oldest = next(iter(self._kept))
            if now - self._kept[oldest].at <= LIFE and len(self._kept) <= MOST_CONVERSATIONS:
                return
            del self._kept[oldest]


def asks_to_confirm(text: str) -> bool:
    """Return whether a text only doubts the answer before it: "emang bener?"."""
    return bool(_CONFIRM.match(text.strip()))


def continues(text: str, language: str) -> bool:
    """Return whether a question needs the one before it: it is short and points back."""
    spoken = words(text)
    if not spoken or len(terms(text, language)) > SHORT:
        return False
    opens = spoken[0] in _CONNECTORS and len(spoken) <= SHORT + 3
    points = bool(_POINTERS & set(spoken))
    topic = set(terms(text, language))
    only_aspects = bool(topic) and topic <= _aspects(language)
    return opens or points or only_aspects


@lru_cache(maxsize=2)
def _aspects(language: str) -> frozenset[str]:
    """The aspects' stems, worked out once: a language's stemmer must be there to do it."""
    return frozenset(terms(" ".join(_ASPECTS), language))


def whole(text: str, previous: Sequence[str], release: Release) -> str:
    """Return a question that stands alone: the text with the subject of what was quoted before.

    A new aspect ("terus syaratnya?") keeps the program, a new level or group ("kalau S3?") keeps the section's subject.
    """
    section = subject(previous, release)
    if section is None:
        return text
    document = release.by_path[section.document]
    context = _program_words(document) if _ASPECTS & set(words(text)) else section.title
    return f"{text.strip(' ?')} {context}?"


def subject(previous: Sequence[str], release: Release) -> Section | None:
    """Return the section that was quoted first, None if it has left the documents."""
    for key in previous:
        statement = release.statements.get(key)
        if found := release.sections.get(statement.section if statement else key):
            return found
    return None


def _program_words(document: Document) -> str:
    """The part of a title that names the program: "Kuliah gratis" of "Kuliah gratis: syarat dan usia"."""
    return re.split(r"[:(–]", document.title)[0].strip()
