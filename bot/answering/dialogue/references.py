"""Which contestants a text means: by name, number or outcome, as the others, or as all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answering.dialogue.ballot import CANDIDATE, NUMBER, Contestant, numbers_in, ranked, value_of
from bot.language.classes import pattern
from bot.language.matcher import between_blanks
from bot.language.quantities import NUMBER_WORDS
from bot.language.tokens import terms, words

OTHERS = re.compile(
    rf"\b(?:(?:(?:{CANDIDATE})\s+|yang\s+)?(?:lawan|saingan|rival)(?:nya|e)"
    rf"|(?:{CANDIDATE})\s+(?:yang\s+)?(?:sebelah|satunya|lain|lainnya|lawan)|yang\s+satunya|sebelahnya"
    r"|(?:the\s+)?others? (?:pairs?|sides?|teams?|candidates?|tickets?|ones?)"
    r"|their (?:opponents?|rivals?))\b(?:\s+lagi\b)?",
    re.IGNORECASE,
)
_LED = rf"(?:(?<=kalau )|(?<=about )|(?:(?:yang|si|{CANDIDATE}|the|pair|candidate)\s+){{1,2}})"
NUMBERED = re.compile(  # "yang nomor satu", "nomor urut 2", "paslon 02": a number alone may be a law's, a day's
    rf"(?<![\w./-])(?:(?:{_LED}(?:nomor|no\.?|number)\s*(?:urut\s+)?|(?:nomor|no\.?)\s+urut\s+|(?:paslon|pasangan\s+calon|pair)\s+)"
    rf"(?P<named>{NUMBER})|{_LED}(?P<digits>0\d))(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
OF_OUTCOME = re.compile(  # "yang kalah dapat berapa?"; who it is, or how far off "sama yang menang", is something else
    rf"(?<!sama )(?<!dengan )(?<!dari )(?<!than )\b(?:(?:yang|{CANDIDATE}|those who"
    r"|the (?:side|pair|one)s?(?: that| who)?)\s+)+(?P<fate>menang|kalah|won|lost)\b"
    rf"|\b(?:the )?(?P<named>winning|losing) (?:{CANDIDATE}|pair|side|ticket|candidates?)\b"
    r"|\b(?:the )?(?P<called>pemenangnya|winners?|losers?)\b",
    re.IGNORECASE,
)
_LOST = frozenset("kalah lost losing loser losers".split())
_OPPONENT_OF = r"\b(?:lawan|saingan|rival|penantang|opponents? of|rivals? of)(?:nya|e)?\s+(?:dari\s+|pasangan\s+)*"
OF_OPPONENT = re.compile(_OPPONENT_OF, re.IGNORECASE)
_DASH = r"(?:\s*[–/&-]\s*|\s+(?:dan|and)\s+|\s+)"  # as people write it
WHO = pattern(r"\b{who}\b")  # asks for the name itself
_SIDES = rf"{CANDIDATE}|kandidat"
_IN_ENGLISH = r"(?:pair|side|ticket|candidate)s?"
_COUNTED = "|".join(NUMBER_WORDS)
_ALL = re.compile(  # "visi kedua pasangan", "semua paslon", "all three pairs"
    rf"\b(?:(?P<each>masing-masing|tiap|setiap)|(?:ke)?(?P<counted>{_COUNTED})) (?:{_SIDES})\b"
    rf"|\b(?:semua|seluruh) (?:paslon|pasangan|kandidat)\b"
    rf"|\b(?:(?P<two>both)|each|all(?: the)?|(?:all |the )+(?P<many>{_COUNTED})) {_IN_ENGLISH}\b",
    re.IGNORECASE,
)
_COUPLED = re.compile(  # "paslon 01 sama 02"
    rf"\b(?:(?P<first>0\d)|(?:{_SIDES}|pairs?) (?:nomor (?:urut )?)?(?P<named>{NUMBER}))"
    r"(?P<more>(?:,? (?:dan|sama|dengan|atau|vs|and|or|versus)"
    rf" (?:(?:{_SIDES}|nomor|no|pair|number) )*(?:{NUMBER})\b)+)",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(rf"\b(?:{NUMBER})\b", re.IGNORECASE)
_OTHERS_HOLD = ("lawan", "saing", "rival", "tantang", "sebelah", "satunya", "lain", "other", "opponent")
_OUTCOMES_HOLD = ("menang", "kalah", "won", "lost", "winn", "los")


def may_mean_others(text: str) -> bool:
    """Return whether a text holds any part of a word for opponents: quicker than looking for all that they are in."""
    return _holds_any(_OTHERS_HOLD, text)


def may_mean_outcome(text: str) -> bool:
    """Return the same of words for who won or lost."""
    return _holds_any(_OUTCOMES_HOLD, text)


def named_by(text: str, among: Sequence[Contestant]) -> tuple[Contestant, ...]:
    """Return the contestants of whom a question says a word of the name that is no other one's, too."""
    spoken = set(between_blanks(text).split())
    shared = Counter(word for one in among for word in set(words(" ".join(one.people))))
    return tuple(one for one in among if any(shared[word] == 1 for word in spoken & set(words(" ".join(one.people)))))


def numbered_by(asked: re.Match[str], among: Sequence[Contestant]) -> tuple[Contestant, ...]:
    """Return the contestant whose number a question says."""
    meant = ranked(among).get(number_of(asked))
    return (meant,) if meant else ()


def number_of(asked: re.Match[str]) -> int:
    """Return the number on the ballot that a question says."""
    return value_of(asked["named"] or asked["digits"])


def of_outcome(asked: re.Match[str], among: Sequence[Contestant]) -> tuple[Contestant, ...]:
    """Return the contestants that a question means by who won or lost; none where the documents don't tell it."""
    has_won = (asked["fate"] or asked["named"] or asked["called"]).casefold() not in _LOST
    return tuple(one for one in among if one.has_won is has_won)


def opponent_of(text: str, among: Sequence[Contestant]) -> tuple[re.Match[str], Contestant] | None:
    """Return where a question says "lawan Ani–Budi", and whose opponents it means; None if it says nothing like it."""
    for one in among:
        named = "|".join(re.escape(name).replace("–", _DASH) for name in sorted(one.spellings, key=len, reverse=True))
        if said := re.search(rf"{_OPPONENT_OF}(?:{named})", text, re.IGNORECASE):
            return said, one
    return None


def several_in(text: str, among: Sequence[Contestant]) -> tuple[Contestant, ...]:
    """Return the contestants that a question asks of together, at least two: by name, number or outcome, or as all."""
    if any(_counts_all(found, len(among)) for found in _ALL.finditer(text)):
        return tuple(among)
    by_number = ranked(among)
    numbers = {number for found in _COUPLED.finditer(text) for number in _coupled(found)}
    numbers |= {number for number, _ in numbers_in(text)} if len(among) > 2 else set()
    said = {one.name for one in named_by(text, among)} | {by_number[one].name for one in numbers if one in by_number}
    if len(said) < 2 < len(among) and may_mean_outcome(text) and (asked := OF_OUTCOME.search(text)):
        said |= {one.name for one in of_outcome(asked, among)}
    return tuple(one for one in among if one.name in said) if len(said) > 1 else ()


def says_only_whom(text: str, spoken: str, among: Sequence[Contestant]) -> bool:
    """Return whether a text says nothing beside which contestants it means: "kalau lawannya?", "paslon nomor 3?"."""
    rest = text
    for meant in (OTHERS, NUMBERED, OF_OUTCOME, OF_OPPONENT):
        rest = meant.sub(" ", rest)
    names = {word for one in named_by(text, among) for word in words(one.name)}
    own = [word for word in words(rest) if word not in names]
    return len(own) < len(words(text)) and not terms(" ".join(own), spoken)


def _counts_all(found: re.Match[str], count: int) -> bool:
    number = found["counted"] or found["many"] or ("two" if found["two"] else "")
    return count > 1 and (not number or value_of(number) == count)


def _coupled(found: re.Match[str]) -> Iterable[int]:
    yield value_of(found["first"] or found["named"])
    yield from (value_of(number[0]) for number in _ANY_NUMBER.finditer(found["more"]))


def _holds_any(parts: Iterable[str], text: str) -> bool:
    lowered = text.lower()
    return any(one in lowered for one in parts)
