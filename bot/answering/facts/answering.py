"""The first line that facts give a question: its value, yes or no, a comparison or a sum; None where they give none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answering.facts import compute
from bot.answering.facts.asked import Asked, asked
from bot.answering.facts.evidence import Evidence
from bot.answering.facts.saying import line, otherwise, phrase, shown, told, values
from bot.answering.facts.settling import settled, unsettled
from bot.answering.facts.side_by_side import side_by_side
from bot.answering.facts.value import Told, value
from bot.answering.understanding.promise_or_delivery import asked_side, asks_for_promise
from bot.answering.understanding.query import HALF, Query
from bot.domain.answers import MOST_FIRST_WORDS, FirstLine, Phrase
from bot.domain.documents import Kind, Release, Statement
from bot.domain.fact_reading import facts_in
from bot.domain.facts import Fact, Measure, Operation, Scope
from bot.domain.known_names import towns_of
from bot.domain.programs import program_of
from bot.domain.qualifiers import named
from bot.domain.sentence_reading import read
from bot.language.fact_words import OPERATIONS, attributes
from bot.language.quantities import MONEY, SHARE
from bot.language.stages import stages


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a question is answered from."""

    asked: Asked
    evidence: Evidence
    best: Statement
    release: Release
    language: str
    is_taught: bool

    def told(self, statement: str) -> tuple[Fact, ...]:
        return facts_in(self.release)[self.language](statement)

    def program(self) -> Iterator[Fact]:
        """Yield the facts of the best statement's program, of sections of its kind."""
        release, kind = self.release, self.release.sections[self.best.section].kind
        program = program_of(release.by_path[self.best.document])
        for one in release.statements.values():
            if program_of(release.by_path[one.document]) == program and release.sections[one.section].kind is kind:
                yield from self.told(one.id)


def first_line(
    query: Query,
    chosen: Sequence[Statement],
    release: Release,
    language: str,
    allows: Callable[[Kind], bool],
    *,
    taught: bool | None = None,
) -> FirstLine | None:
    """Return the first line that the chosen statements, and others of their program, give a question in a language.

    A promise never answers for a delivery: it counts only where a question asks for what was promised. `taught`
    is whether questions like it have taught that these statements answer it, None where nothing is taught of it.
    """
    wanted, is_promised = asked(query.question, query.spoken, release), asked_side(query.question) is Kind.JANJI
    sayable = [one for one in chosen if allows(release.sections[one.section].kind)]
    usable = [one for one in sayable if (release.sections[one.section].kind is Kind.JANJI) == is_promised]
    evidence = Evidence(wanted, query, usable, release, language)
    if wanted.operation is Operation.VERIFY:
        said = _short(settled(evidence)) or unsettled(evidence, taught=taught)
        if said:
            return said
    if usable and (is_promised or usable[0] is sayable[0]):
        ground = _Ground(wanted, evidence, usable[0], release, language, is_taught=bool(taught))
        found = _short(_ANSWERED[wanted.operation](ground)) if wanted.operation in _ANSWERED else None
        return found or _short_form(ground)
    if not sayable or asks_for_promise(query.question) < 0:
        return None
    promised = replace(evidence, statements=sayable)  # said to be a promise, it may be told to who asks for neither
    return _short_form(_Ground(wanted, promised, sayable[0], release, language, is_taught=bool(taught)))


def _short_form(ground: _Ground) -> FirstLine | None:
    """What an editor lets be said of the best statement; of several of a list, of the sentence that leads to it."""
    best: Statement | None = ground.best
    of_list = (ground.best.section, ground.best.group)
    listed = [one for one in ground.evidence.statements if (one.section, one.group) == of_list]
    if ground.best.group is not None and len(listed) > 1:
        best = next((one for one in listed if one.text.endswith(":")), None)
    said = best.shown_in(ground.language).short if best else ""
    scope = ground.asked.compared
    if not best or not said or (scope and not ground.asked.names[scope] <= _names(said, scope, ground)):
        return None  # of several that are named it tells one
    if not ground.is_taught and ground.evidence.about(ground.best.id) < HALF:
        return None
    is_unsaid = ground.release.sections[best.section].kind is Kind.JANJI and asks_for_promise(said) <= 0
    label = (Phrase("first-promised"),) if is_unsaid else ()
    if len(label) + len(said.split()) > MOST_FIRST_WORDS:
        return None
    return FirstLine(Operation.QUOTE, (*label, Phrase("first-short", (("said", said),))), (best.id,))


def _names(text: str, scope: Scope, ground: _Ground) -> frozenset[str]:
    own = (one.name for one in named(text, towns_of(ground.release)) if one.scope is scope)
    return frozenset((*own, *(stages(text) if scope is Scope.LEVEL else ())))


def _value(ground: _Ground) -> FirstLine | None:
    """The value in the best statement, where that is about as much of the question as it must be."""
    if not ground.is_taught and ground.evidence.about(ground.best.id) < HALF:
        return None
    found = value(ground.asked, ground.told(ground.best.id)) if _is_clear(ground) else None
    if not found or _competes(ground, found):
        return None
    if len(found.facts) > 1:
        text = values(found.facts)
        return line(Operation.VALUE, (Phrase("first-values", (("values", text),)),), found.facts)
    (first,) = found.facts
    is_promised = ground.release.sections[ground.best.section].kind is Kind.JANJI
    said = (*((Phrase("first-promised"),) if is_promised else ()), phrase(first), *otherwise(first, found.others))
    return line(Operation.VALUE, said, (first, *found.others))


def _is_clear(ground: _Ground) -> bool:
    """Tell which of its values a statement is asked for: it tells one sort only, or that is named.

    What it tells of somebody's income is only meant where income is asked about.
    """
    said = ground.best.said_in(ground.language)
    if attributes(said) - ground.asked.attributes:
        return False
    if ground.asked.units or ground.asked.wants_time or ground.best.headers:
        return True
    sentence = read(said, ground.language, ())
    return len({one.group for one in sentence.numbers if not sentence.is_aside(one)}) == 1


def _competes(ground: _Ground, found: Told) -> bool:
    """Tell whether another statement tells another value of the same people, and holds as much of the question."""
    first, evidence = found.facts[0], ground.evidence
    others = (
        value(ground.asked, ground.told(one.id))
        for one in evidence.statements[1:]
        if evidence.about(one.id) >= evidence.about(ground.best.id)
    )
    told = {fact.value.number or shown(fact) for fact in (*found.facts, *found.others)}
    rivals = (fact for other in others if other for fact in other.facts)
    return any(
        (fact.value.number or shown(fact)) not in told
        for fact in rivals
        if (fact.value.kind, fact.qualifiers) == (first.value.kind, first.qualifiers)
    )


def _compare(ground: _Ground) -> FirstLine | None:
    return side_by_side(ground.asked, ground.program(), ground.language)


def _compute(ground: _Ground) -> FirstLine | None:
    """A sum; or the value where a statement tells what would have to be worked out."""
    sums = _SUMS[ground.asked.sum](ground)
    if not sums:
        return _told_sum(ground) or _compare(ground)
    phrases, calculated = told(sums, ground.language)
    return line(Operation.COMPUTE, phrases, [fact for one in sums for fact in one.facts], calculated)


def _told_sum(ground: _Ground) -> FirstLine | None:
    best = ground.best.said_in(ground.language)
    if ground.asked.sum == "difference" and not OPERATIONS["difference"].search(best):
        return None
    units = frozenset({SHARE}) if ground.asked.sum == "rise" else ground.asked.units
    found = _value(replace(ground, asked=replace(ground.asked, units=units)))
    return None if found and any(one.value.per for one in found.facts) else found


def _difference(ground: _Ground) -> list[compute.Sum]:
    """Between the only values of two levels or places, told by chosen statements."""
    for scope in (Scope.LEVEL, Scope.PLACE, Scope.YEAR):
        names = sorted(ground.asked.names.get(scope, ()))
        found = [[one for one in _numbers(ground) if name in one.names(scope)] for name in names]
        if len(names) == 2 and all(len(one) == 1 for one in found):
            (one,), (other,) = found
            same = scope is not Scope.YEAR or _same_people(one, other)
            return [worked for worked in [compute.difference(one, other)] if worked and same]
    return []


def _product(ground: _Ground) -> list[compute.Sum]:
    """So many times what is given each month or semester, of every source; not beyond how long it is given."""
    for claim in ground.asked.claims:
        facts = [one for one in ground.evidence.facts() if _is_each(one, claim.unit, ground)]
        facts = facts or [one for one in ground.program() if _is_each(one, claim.unit, ground)]
        if not facts or len({one.attribute for one in facts}) > 1:
            continue
        if any(not one.disputed and not _same_people(one, facts[0]) for one in facts):
            continue
        lasts = [one for one in ground.program() if one.value.unit == claim.unit and _same_people(one, facts[0])]
        if any(one.value.number is not None and one.value.number < claim.value for one in lasts):
            continue
        worked = [compute.product(claim.value, one) for one in facts]
        return [one for one in worked if one] if all(worked) else []
    return []


def _is_each(fact: Fact, unit: str, ground: _Ground) -> bool:
    is_money = fact.value.measure is Measure.MONEY and fact.value.per_unit == unit
    return is_money and fact.certain and ground.asked.fits(fact)


def _same_people(one: Fact, other: Fact) -> bool:
    return all(one.names(scope) == other.names(scope) for scope in (Scope.LEVEL, Scope.PLACE, Scope.GROUP))


def _rise(ground: _Ground) -> list[compute.Sum]:
    """Between the only values of two years, told by chosen statements."""
    years = sorted(ground.asked.names.get(Scope.YEAR, ()))
    amounts = _numbers(replace(ground, asked=replace(ground.asked, units=frozenset({MONEY}))))
    found = [[one for one in amounts if one.names(Scope.YEAR) == {year}] for year in years]
    if len(years) != 2 or not all(len(one) == 1 for one in found):
        return []
    (before,), (after,) = found
    worked = compute.rise(before, after) if _same_people(before, after) else None
    return [worked] if worked else []


def _numbers(ground: _Ground) -> list[Fact]:
    """Return the undisputed amounts of the usable statements that a sum may be of."""
    units = ground.asked.units
    return [
        one
        for one in ground.evidence.facts()
        if one.certain
        and not one.disputed
        and one.value.measure in (Measure.MONEY, Measure.COUNT, Measure.DURATION, Measure.AGE)
        and (not units or one.value.unit in units)
    ]


def _short(found: FirstLine | None) -> FirstLine | None:
    """Return a first line without what makes it too long; None if it still is."""
    if not found:
        return None
    for kept in range(len(found.phrases), 0, -1):
        said = " ".join(text for one in found.phrases[:kept] for _, text in one.values)
        if len(said.split()) + kept <= MOST_FIRST_WORDS:
            return replace(found, phrases=found.phrases[:kept])
    return None


_SUMS: dict[str, Callable[[_Ground], list[compute.Sum]]] = {
    "difference": _difference,
    "total": _product,
    "rise": _rise,
}
_ANSWERED: dict[Operation, Callable[[_Ground], FirstLine | None]] = {
    Operation.VALUE: _value,
    Operation.COMPARE: _compare,
    Operation.COMPUTE: _compute,
}
