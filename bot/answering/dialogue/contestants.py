"""The contestants of a vote: "kalau lawannya?" and "yang nomor satu?" are asked about those that are meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answering.dialogue import references
from bot.answering.dialogue.ballot import Contestant, contestants, numbers_in, only_named, ranked, value_of
from bot.answering.dialogue.references import NUMBERED, OF_OPPONENT, OF_OUTCOME, OTHERS, WHO, named_by
from bot.answering.understanding.asides import bare
from bot.domain.documents import Release, Section, Statement
from bot.domain.programs import heading_in
from bot.language.registry import LANGUAGES
from bot.language.tokens import terms

_Several = tuple[Contestant, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A question with the names of those it is about, and whether what was quoted stands beside the answer."""

    text: str
    beside: bool


def turned(text: str, spoken: str, quoted: Sequence[Statement], release: Release) -> Turned | None:
    """Return a question that is about the other contestants, or those of a number or an outcome, with their names.

    Where it says nothing else and the section that was quoted tells nothing of them, what was quoted is asked of them:
    "Partai pengusul Ani–Budi" becomes the same of their rivals, "kalau Candra?" asks it, too. None if a question is
    about no contestant, names one and says more, or the documents don't know whom it means.
    """
    text, known = bare(text) if quoted else text, contestants(release)
    if opponents := _opponents_named(text, spoken, known, release):
        return Turned(opponents, beside=False)
    if not quoted:
        return _numbered_at_first(text, known)
    section = release.sections[quoted[0].section]
    about = told_of([section.title, *(one.text for one in quoted)], known)
    if named := named_by(text, known):
        return _turned_by_name(text, spoken, quoted[0], about, named, release)
    asked = OTHERS.search(text) or NUMBERED.search(text) or (None if WHO.search(text) else OF_OUTCOME.search(text))
    if not asked or not about or len(known) < 2:
        return None
    if asked.re is OTHERS:
        meant = _but(about, known)
    else:
        by = references.numbered_by if asked.re is NUMBERED else references.of_outcome
        meant = by(asked, known)
    if not meant:
        return None
    before, behind = text[: asked.start()], text[asked.end() :]
    if len(meant) > 1 and WHO.search(text) and not terms(before + behind, spoken):
        return Turned(_who(meant, spoken, release), beside=False)
    if _tells_of(section, meant, known):
        return Turned(f"{before}{_listed(meant, spoken)}{behind}", beside=True)
    if not terms(before + behind, spoken):
        return Turned(f"{_of(meant, _subject(quoted[0], section, spoken, release), spoken, known)}?", beside=False)
    return Turned(f"{before}{_listed(meant, spoken)}{behind}", beside=False)


def carried(text: str, quoted: Sequence[Statement], release: Release) -> Contestant | None:
    """Return the contestant that a question goes on with behind an answer about it, unless it names one itself.

    None where that is the one that the documents tell most of: it is meant anyway.
    """
    known = contestants(release) if quoted else ()
    if len(known) < 2 or named_by(text, known):
        return None
    first = next(filter(None, (only_named(one.text, known) for one in quoted)), None)
    return first if first != known[0] else None


def only_side(statement: Statement, release: Release) -> Contestant | None:
    """Return the one contestant that a statement names, None if it names none or several."""
    return only_named(statement.text, contestants(release))


def compared(text: str, release: Release) -> Callable[[Statement], Contestant | None] | None:
    """Return what tells of which single contestant a statement is, where a question is about several; else None.

    Of those that it is not about, nothing is told.
    """
    known = contestants(release)
    several = references.several_in(text, known)
    if not several:
        return None

    def told_of(statement: Statement) -> Contestant | None:
        one = only_named(statement.text, known)
        return one if one in several else None

    return told_of


def says_only_whom(text: str, spoken: str, release: Release) -> bool:
    """Return whether a message says nothing of its own beside which contestants it means: "kalau lawannya?"."""
    return references.says_only_whom(text, spoken, contestants(release))


def _numbered_at_first(text: str, known: Sequence[Contestant]) -> Turned | None:
    """Return a question behind no answer with the name of the contestant whose number it says.

    Of two, the documents' own words tell them apart; of more, statements without number are easily another's.
    """
    found = next((found for _, found in numbers_in(text)), None)
    if len(known) < 3 or not found or WHO.search(text) or references.several_in(text, known):
        return None
    meant = ranked(known).get(value_of(found["number"]))
    return Turned(f"{text[: found.start()]}{meant.name}{text[found.end() :]}", beside=False) if meant else None


def _turned_by_name(
    text: str, spoken: str, quoted: Statement, about: _Several, named: _Several, release: Release
) -> Turned | None:
    """Return what was quoted of one contestant, asked of others where a question says nothing but their names."""
    known, section = contestants(release), release.sections[quoted.section]
    others = tuple(one for one in named if one != about[0]) if about else ()
    if not others or not set(terms(text, spoken)) <= {term for one in others for term in terms(one.name, spoken)}:
        return None
    if _tells_of(section, others, known):
        return None
    return Turned(f"{_of(others, _subject(quoted, section, spoken, release), spoken, known)}?", beside=False)


def _opponents_named(text: str, spoken: str, known: Sequence[Contestant], release: Release) -> str | None:
    """Return a question with the others' names in place of "lawan Ani–Budi", None if it says nothing like it.

    They are meant, too, where one is named and "kubu sebelah" is asked of.
    """
    if len(known) < 2 or not references.may_mean_others(text):
        return None
    opponent, other = references.opponent_of(text, known), OTHERS.search(text)
    named = named_by(text, known)
    if WHO.search(text):
        asks_of_one = len(known) > 2 and len(named) == 1 and (other or OF_OPPONENT.search(text))
        return _who(_but(named, known), spoken, release) if asks_of_one else None
    if not opponent and not (other and len(named) == 1):
        return None
    said, whose = opponent or (other, named[0])
    return f"{text[: said.start()]}{_listed(_but((whose,), known), spoken)}{text[said.end() :]}" if said else None


def told_of(texts: Sequence[str], known: Sequence[Contestant]) -> _Several:
    """Return the only contestant in the first of some texts that has one, then others that any text is only about.

    Where none is about one only, the first of those that any names.
    """
    alone = [one for text in texts if (one := only_named(text, known))]
    return tuple(dict.fromkeys(alone)) or tuple(one for one in known if any(map(one.named_in, texts)))[:1]


def _but(about: _Several, known: Sequence[Contestant]) -> _Several:
    """Return the contestants that were not told of; behind an answer about all of them, all but the first."""
    left = tuple(one for one in known if one not in about)
    return left or tuple(one for one in known if one != about[0])


def _tells_of(section: Section, meant: _Several, known: Sequence[Contestant]) -> bool:
    """Return whether a section tells something of each contestant alone."""
    told = {only_named(one.text, known) for one in section.statements}
    return told.issuperset(meant)


def _who(meant: _Several, spoken: str, release: Release) -> str:
    """Return the question who some contestants are: for the section that tells a number, or most, of them."""
    known = contestants(release)
    one = next(
        (
            one
            for one in release.statements.values()
            if only_named(one.text, known) in meant and any(numbers_in(one.text))
        ),
        next(one for one in release.statements.values() if meant[0].named_in(one.text)),
    )
    section = release.sections[one.section]
    return f"{_of(meant, heading_in(release, section, spoken), spoken, known)}?"


def _listed(meant: _Several, spoken: str) -> str:
    return f" {LANGUAGES[spoken].conjunction} ".join(one.name for one in meant)


def _subject(quoted: Statement, section: Section, spoken: str, release: Release) -> str:
    """Return what a statement tells of, as far as it says so before "adalah"; else its section's heading."""
    shown = quoted.shown_in(spoken)
    language = shown.language if shown is quoted.twin else release.by_path[quoted.document].language
    before, told, _ = shown.text.partition(f" {LANGUAGES[language].copula} ")
    return before if told else heading_in(release, section, spoken)


def _of(meant: _Several, subject: str, spoken: str, known: Iterable[Contestant]) -> str:
    """Return a subject with some contestants in place of the one that it names, or behind it."""
    named = (name for one in known for name in (one.name, one.short) if name in subject)
    name, listed = next(named, None), _listed(meant, spoken)
    return subject.replace(name, listed) if name else f"{subject} {listed}"
