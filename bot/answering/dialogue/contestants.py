"""The two sides of a contest: "kalau lawannya?" and "yang nomor satu?" are asked about the pair that is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answering.understanding.asides import bare
from bot.domain.documents import Release, Section, Statement
from bot.domain.per_release import once_a_release
from bot.language.matcher import between_blanks
from bot.language.quantities import RANK, quantities
from bot.language.tokens import terms, words

_NAME = r"[^\W\d_a-z][\w'’]+(?: [^\W\d_a-z][\w'’]+)+"  # of two words at least: "Juli–Desember" is no pair
_PAIR = re.compile(rf"{_NAME}–{_NAME}")
_SIDE = "pihak|kubu|paslon|pasangan|calon"
_OTHER = re.compile(
    rf"\b(?:(?:(?:{_SIDE})\s+|yang\s+)?(?:lawan|saingan|rival)(?:nya|e)"
    rf"|(?:{_SIDE})\s+(?:yang\s+)?(?:sebelah|satunya|lain|lainnya|lawan)|yang\s+satunya|sebelahnya"
    r"|(?:the\s+)?other (?:pair|side|team|candidates?|ticket|one)|their (?:opponents?|rivals?))\b(?:\s+lagi\b)?",
    re.IGNORECASE,
)
_LED = rf"(?:(?<=kalau )|(?<=about )|(?:(?:yang|si|{_SIDE}|the|pair|candidate)\s+){{1,2}})"
_RANKED = (
    re.compile(  # "yang nomor satu", "nomor urut 2", "paslon 02": a number alone may be a law's, a day's, a street's
        rf"(?<![\w./-])(?:(?:{_LED}(?:nomor|no\.?|number)\s*(?:urut\s+)?|(?:nomor|no\.?)\s+urut\s+)"
        rf"(?P<named>satu|dua|one|two|0?[12])|{_LED}(?P<digits>0[12]))(?![\w/-]|[.,]\d)",
        re.IGNORECASE,
    )
)
_OF_FATE = re.compile(  # "yang kalah dapat berapa?"; who it is, or how far off "sama yang menang", is something else
    rf"(?<!sama )(?<!dengan )(?<!dari )(?<!than )\b(?:(?:yang|{_SIDE}|those who"
    r"|the (?:side|pair|one)s?(?: that| who)?)\s+)+(?P<fate>menang|kalah|won|lost)\b"
    rf"|\b(?:the )?(?P<named>winning|losing) (?:{_SIDE}|pair|side|ticket|candidates?)\b"
    r"|\b(?:the )?(?P<called>pemenangnya|winners?|losers?)\b",
    re.IGNORECASE,
)
_OTHERS = ("lawan", "saing", "rival", "tantang", "sebelah", "satunya", "lain", "other", "opponent")
_FATES = ("menang", "kalah", "won", "lost", "winn", "los")
_LOST = frozenset("kalah lost losing loser losers".split())
_WON_BY = re.compile(r"\bdimenangkan (?:oleh )?")
_OPPONENT_OF = r"\b(?:lawan|saingan|rival|penantang|opponents? of|rivals? of)(?:nya|e)?\s+(?:dari\s+|pasangan\s+)*"
_OF_OPPONENT = re.compile(_OPPONENT_OF, re.IGNORECASE)
_BOTH = re.compile(  # "visi kedua pasangan", "paslon 01 sama 02"
    rf"\b(?:kedua|dua|masing-masing|tiap|setiap) (?:{_SIDE})\b"
    r"|\b(?:both|each|the two) (?:pairs?|sides?|tickets?|candidates?)\b"
    rf"|\b(?:01|(?:{_SIDE}|pairs?) (?:nomor (?:urut )?)?(?:1|satu|one)) (?:dan|sama|dengan|atau|vs|and|or|versus)"
    rf" (?:(?:{_SIDE}|nomor|no) )*(?:0?2|dua|two)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:siapa|who)\b", re.IGNORECASE)  # asks for the name itself
_VALUES = {"satu": 1, "one": 1, "dua": 2, "two": 2}


@dataclass(frozen=True, slots=True)
class Side:
    """A pair of candidates as the documents write it, "Ani Susi–Budi Anto", in short "Ani–Budi"."""

    name: str

    @property
    def short(self) -> str:
        """The first names."""
        return "–".join(person.split()[0] for person in self.name.split("–"))

    def named_in(self, text: str) -> bool:
        """Return whether a document's text names it."""
        return self.name in text or self.short in text


@dataclass(frozen=True, slots=True)
class Turned:
    """A question with the name of the side that it is about, and whether what was quoted stands beside the answer."""

    text: str
    beside: bool


def turned(text: str, spoken: str, quoted: Sequence[Statement], release: Release) -> Turned | None:
    """Return a question behind an answer that is about the other side, or the one of a number, with its name in place.

    Where it says nothing else and the section that was quoted tells nothing of that side, what was quoted is asked of
    that side: "Partai pengusul Ani–Budi" becomes the same of their rivals, "kalau Candra?" asks it, too. None if a
    question is about no side, names one and says more, or the documents don't know two.
    """
    text = bare(text) if quoted else text
    if opponent := _opponent_named(text, release):
        return Turned(opponent, beside=False)
    if not quoted:
        return None
    asked = _OTHER.search(text) or _RANKED.search(text) or (None if _WHO.search(text) else _OF_FATE.search(text))
    sides = _sides(release)
    if len(sides) != 2:
        return None
    section = release.sections[quoted[0].section]
    mine = _side_of([section.title, *(one.text for one in quoted)], sides)
    if _names_one(text, sides):
        return _turned_by_name(text, spoken, quoted[0], mine, release)
    meant = _meant(asked, mine, sides, release) if asked else None
    if not asked or not mine or not meant:
        return None
    named = f"{text[: asked.start()]}{meant.name}{text[asked.end() :]}"
    if any(_only_side_in(one.text, sides) == meant for one in section.statements):
        return Turned(named, beside=True)
    rest = text[: asked.start()] + text[asked.end() :]
    if not terms(rest, spoken):
        named = f"{_of(meant, _subject(quoted[0], section, spoken), sides)}?"
    return Turned(named, beside=False)


def _turned_by_name(text: str, spoken: str, quoted: Statement, mine: Side | None, release: Release) -> Turned | None:
    """Return what was quoted of one side, asked of the other where a question says nothing but its name."""
    sides, section = _sides(release), release.sections[quoted.section]
    other = next((one for one in sides if mine and one != mine and _names_one(text, [one])), None)
    if not other or not set(terms(text, spoken)) <= {*terms(other.name, spoken)}:
        return None
    if any(_only_side_in(one.text, sides) == other for one in section.statements):
        return None
    return Turned(f"{_of(other, _subject(quoted, section, spoken), sides)}?", beside=False)


def carried(text: str, quoted: Sequence[Statement], release: Release) -> Side | None:
    """Return the side that a question goes on with behind an answer about it, unless it names one itself.

    None where that is the side that the documents tell most of: it is meant anyway.
    """
    sides = _sides(release) if quoted else ()
    if len(sides) != 2 or _names_one(text, sides):
        return None
    first = next(filter(None, (_only_side_in(one.text, sides) for one in quoted)), None)
    return first if first != sides[0] else None


def of_fate(text: str, release: Release) -> Side | None:
    """Return the side that a question means by who won or lost, None if it means none, or names one: "yang kalah"."""
    asked = _OF_FATE.search(text) if _holds_any(_FATES, text) and not _WHO.search(text) else None
    sides = _sides(release) if asked else ()
    return _meant(asked, None, sides, release) if asked and len(sides) == 2 and not _names_one(text, sides) else None


def only_side(statement: Statement, release: Release) -> Side | None:
    """Return the one side that a statement names, None if it names none or both."""
    return _only_side_in(statement.text, _sides(release))


def _holds_any(parts: Iterable[str], text: str) -> bool:
    """Return whether a text holds any of some parts of words: quicker than looking for all that they are part of."""
    lowered = text.lower()
    return any(one in lowered for one in parts)


def compared(text: str, release: Release) -> Callable[[Statement], Side | None] | None:
    """Return what tells of which single side a statement is, where a question names both; None where it does not."""
    sides = _sides(release)
    if len(sides) != 2 or not (_BOTH.search(text) or all(_names_one(text, [side]) for side in sides)):
        return None
    return lambda statement: _only_side_in(statement.text, sides)


def _opponent_named(text: str, release: Release) -> str | None:
    """Return a question with the other side's name in place of "lawan Ani–Budi", None if it says nothing like it.

    It is meant, too, where one is named and "kubu sebelah" is asked of.
    """
    if not _holds_any(_OTHERS, text):
        return None
    of_one, other = _OF_OPPONENT.search(text), _OTHER.search(text)
    if not (of_one or other) or _WHO.search(text):
        return None
    sides = _sides(release)
    for side in sides if len(sides) == 2 else ():
        named = "|".join(re.escape(name) for name in (side.name, side.short, *map(str.strip, side.name.split("–"))))
        said = re.compile(rf"{_OPPONENT_OF}(?:{named})", re.IGNORECASE)
        if said.search(text):
            return said.sub(next(one for one in sides if one != side).name, text)
    about = [side for side in sides if _names_one(text, [side])]
    if other and len(sides) == 2 and len(about) == 1:
        meant = next(one for one in sides if one != about[0])
        return f"{text[: other.start()]}{meant.name}{text[other.end() :]}"
    return None


@once_a_release
def _sides(release: Release) -> tuple[Side, ...]:
    """Return the pairs that the documents name, the most often named first; those named but once are none."""
    found = Counter(name for one in release.statements.values() for name in set(_PAIR.findall(one.text)))
    return tuple(Side(name) for name, count in found.most_common() if count > 1)


def _names_one(text: str, sides: Iterable[Side]) -> bool:
    spoken = set(between_blanks(text).split())
    return any(spoken & set(words(side.name)) for side in sides)


def _side_of(texts: Sequence[str], sides: Sequence[Side]) -> Side | None:
    """Return the only side in the first of some texts that has one, else the first side if any of them names it."""
    alone = (_only_side_in(text, sides) for text in texts)
    first = next(filter(None, alone), None)
    return first or next((side for side in sides if any(side.named_in(text) for text in texts)), None)


def _only_side_in(text: str, sides: Sequence[Side]) -> Side | None:
    named = [side for side in sides if side.named_in(text)]
    return named[0] if len(named) == 1 else None


def _meant(asked: re.Match[str], mine: Side | None, sides: Sequence[Side], release: Release) -> Side | None:
    """Return the side that a question names by what it is: the other one, the one of a number, who won or lost."""
    if asked.re is _OTHER:
        return next(one for one in sides if one != mine)
    if asked.re is _RANKED:
        return _of_rank(asked, sides, release)
    winner, has_lost = _winner(release), (asked["fate"] or asked["named"] or asked["called"]).casefold() in _LOST
    return next((one for one in sides if (one == winner) is not has_lost), None) if winner else None


@once_a_release
def _winner(release: Release) -> Side | None:
    """Return the side by which the documents say that the vote was won."""
    told = (one.text[won.end() :] for one in release.statements.values() for won in _WON_BY.finditer(one.text))
    return next((side for text in told for side in _sides(release) if text.startswith(side.name)), None)


def _of_rank(asked: re.Match[str], sides: Sequence[Side], release: Release) -> Side | None:
    """Return the side whose number on the ballot is asked for, as the first statement that names just it tells."""
    said = asked["named"] or asked["digits"]
    said = said.casefold()  # "ſatu" is found as "satu"
    rank = _VALUES.get(said) or int(said)
    for one in release.statements.values():
        ranked = any(number.unit == RANK and number.value == rank for number in quantities(one.text))
        if ranked and (side := _only_side_in(one.text, sides)):
            return side
    return None


def _subject(quoted: Statement, section: Section, spoken: str) -> str:
    """Return what a statement tells of, as far as it says so before "adalah"; else its section's heading."""
    is_twin = spoken == "en" and quoted.twin is not None
    before, told, _ = quoted.said_in(spoken).partition(" is " if is_twin else " adalah ")
    return before if told else (section.twin_title or section.title) if is_twin else section.title


def _of(side: Side, subject: str, sides: Iterable[Side]) -> str:
    """Return a subject with a side in place of the one that it names, or behind it."""
    named = (name for other in sides for name in (other.name, other.short) if name in subject)
    name = next(named, None)
    return subject.replace(name, side.name) if name else f"{subject} {side.name}"
