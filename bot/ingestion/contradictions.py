"""Statements held against each other: those that say the same twice, and those that say it with other numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.documents import Document, Statement
from bot.domain.findings import Finding, finding
from bot.domain.ids import normalise
from bot.domain.lexicon import idf
from bot.ingestion.claims import Claim, Told, agree, disagreeing, stems
from bot.language.tokens import terms

# Shares of words, weighed by rarity, measured on the delivered documents beside 15 sentences that contradict them.
_HELD = 0.6  # of the shorter one's words that the other must hold to be about the same thing
_SHARED = 0.4  # of all the words of both
_SHARED_WITH_NAMES = 0.5  # the same where one of the two names somebody or something that the other does not
_HELD_WITHIN, _SHARED_WITHIN = 0.9, 0.8  # within one document, whose sentences are alike and whose author sees both
_TWICE = 0.9  # from this share of words on, one of the two is superfluous
_NEARER = 0.15  # share of words by which one neighbour is clearly nearer than another
_MOST_HOLDERS = 200  # statements: a term that more of them hold leads to none, else a long table would take for ever
_FEWEST = 2  # words besides the numbers: fewer name no subject
_WIDTH = 80  # characters shown of a statement


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two statements with words in common, the later one first."""

    one: Told
    other: Told
    held: float
    shared: float

    @property
    def within(self) -> bool:
        return self.one.statement.document == self.other.statement.document


def compared(documents: Sequence[Document]) -> Iterator[Finding]:
    """Yield statements that contradict another, then those that say again what another section says."""
    topics = frozenset[str]().union(*(stems(document.title, document.language) for document in documents))
    told = [
        Told(statement, section, document, topics)
        for document in documents
        for section in document.sections
        for statement in section.statements
    ]
    held = Counter(term for one in told for term in one.words)
    common = frozenset(term for term, count in held.items() if count > max(10, len(told) / 10))
    pairs = sorted(_pairs(told, held), key=lambda pair: -pair.shared)
    yield from _contradictions([pair for pair in pairs if _same_subject(pair, common)])
    yield from _repetitions(pairs)


def _pairs(told: Sequence[Told], held: Counter[str]) -> Iterator[_Pair]:
    """Yield each two statements of which one holds most of the other's core, weighed by idf.

    Who holds that share of a core holds one of its rarest terms, those without which the rest is too little (prefix
    filtering: Chaudhuri, Ganti, Kaushik 2006). So only statements with these are looked at.
    """
    weights = {term: idf(len(told), count) for term, count in held.items()}
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        for term in one.words:
            places[term].append(place)

    def weight(terms: Iterable[str]) -> float:
        return sum(map(weights.__getitem__, terms))

    found = {
        (max(place, other), min(place, other))
        for place, one in enumerate(told)
        if len(one.core) >= _FEWEST
        for term in _rarest(one.core, weight)
        if len(places[term]) <= _MOST_HOLDERS
        for other in places[term]
        if other != place
    }
    for later, earlier in sorted(found):
        one, other = told[later], told[earlier]
        both = one.words & other.words
        held_by_other = weight(both) / max(min(weight(both | one.core), weight(both | other.core)), 1e-9)
        if held_by_other >= _HELD and min(len(one.core), len(other.core)) >= _FEWEST:
            yield _Pair(one, other, held_by_other, weight(both) / weight(both | one.core | other.core))


def _rarest(core: Iterable[str], weight: Callable[[Iterable[str]], float]) -> Iterator[str]:
    """Yield the rarest terms of a core until those that are left are too little to be alike."""
    left = whole = weight(core)
    for term in sorted(core, key=lambda term: (-weight([term]), term)):
        if left < _HELD * whole:
            return
        left -= weight([term])
        yield term


def _same_subject(pair: _Pair, common: frozenset[str]) -> bool:
    """Return whether two statements are about the same thing, as far as their words tell."""
    one, other = pair.one, pair.other
    if one.language != other.language or one.is_promise != other.is_promise:
        return False
    ours, theirs = one.names - other.words - common, other.names - one.words - common
    if (ours or one.subject - other.words) and (theirs or other.topics - one.words):
        return False
    if (theirs or other.subject - one.words) and (ours or one.topics - other.words):
        return False
    if pair.within:
        return not (ours or theirs) and pair.held >= _HELD_WITHIN and pair.shared >= _SHARED_WITHIN
    return pair.shared >= (_SHARED_WITH_NAMES if ours or theirs else _SHARED)


def _contradictions(pairs: Sequence[_Pair]) -> Iterator[Finding]:
    """Yield the nearest contradictions of each statement; `pairs` come nearest first.

    What clearly nearer agrees with a document is no contradiction of that document's other statements.
    """
    settled: set[str] = set()
    agreed: dict[tuple[str, str], float] = {}  # statement, document → how near that document's agreeing statement is
    for pair in pairs:
        one, other = pair.one.statement, pair.other.statement
        keys = (one.id, other.document), (other.id, one.document)
        if parts := disagreeing(pair.one, pair.other):
            is_known = {one.id, other.id} <= settled
            if not is_known and all(agreed.get(key, 0) < pair.shared + _NEARER for key in keys):
                yield _contradiction(one, other, parts)
                settled |= {one.id, other.id}
        elif agree(pair.one, pair.other) and not pair.within:
            settled |= {one.id, other.id}
            for key in keys:
                agreed.setdefault(key, pair.shared)


def _contradiction(one: Statement, other: Statement, parts: tuple[Claim, Claim]) -> Finding:
    mine, theirs = (part.text for part in parts)
    quote, against = f"{one.text:.{_WIDTH}}", f"{other.text:.{_WIDTH}}"
    return about(one, "contradiction", quote=quote, mine=mine, where=place(other), theirs=theirs, other=against)


def _repetitions(pairs: Sequence[_Pair]) -> Iterator[Finding]:
    """Yield statements with nearly the words, and all the numbers, of another in another section; each once."""
    told: set[str] = set()
    for pair in pairs:
        one, other = pair.one.statement, pair.other.statement
        is_meant = one.is_summary or other.is_summary or (pair.within and one.page is not None)  # running heads
        if one.id in told or one.section == other.section or is_meant or pair.shared < _TWICE:
            continue
        ours, theirs = _said(one, pair.one.language), _said(other, pair.other.language)
        is_known = one.labels and one.labels == other.labels and not pair.within  # one fact under two topics
        least = 1 if is_known else _TWICE
        if len(ours & theirs) >= least * len(ours | theirs) and not disagreeing(pair.one, pair.other):
            told.add(one.id)
            yield about(one, "repeated", quote=f"{one.text:.{_WIDTH}}", where=place(other))


def _said(statement: Statement, language: str) -> frozenset[str]:
    return frozenset(terms(normalise(f"{statement.headers} {statement.text}"), language))


def about(statement: Statement, key: str, **values: str | int) -> Finding:
    """Return what is to be looked at in a statement."""
    return finding(key, statement.document, statement.line, statement.page, **values)


def place(statement: Statement) -> str:
    """Return where a statement stands, in no language: "file:line", or its section's key, which names a PDF's page."""
    return f"{statement.document}:{statement.line}" if statement.line else statement.section
