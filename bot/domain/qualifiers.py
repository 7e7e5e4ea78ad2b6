"""For whom, where and when a text holds: the levels, places, groups of people and years that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.facts import Qualifier, Scope
from bot.language import specifics
from bot.language.matcher import between_blanks, named_in, says
from bot.language.quantities import YEAR, dates
from bot.language.stages import stages

Towns = Sequence[tuple[str, ...]]


def inherited(own: tuple[Qualifier, ...], others: tuple[Qualifier, ...]) -> tuple[Qualifier, ...]:
    """Return own qualifiers, and those of others of the scopes on which the own ones are silent."""
    scopes = {one.scope for one in own}
    return (*own, *(one for one in others if one.scope not in scopes))


def qualifiers_of(text: str, towns: Towns, title: str = "") -> tuple[Qualifier, ...]:
    """Return for whom, where and when a text is; of each scope that it is silent on, what its title says."""
    own = tuple(named(text, towns))
    return inherited(own, tuple(named(title, towns))) if title else own


def named(text: str, towns: Towns) -> Iterator[Qualifier]:
    """Yield what a text names: levels, places, groups of people, years."""
    spoken = between_blanks(text)
    yield from (Qualifier(Scope.LEVEL, level) for level in sorted(stages(text)))
    yield from (Qualifier(Scope.PLACE, name) for name in _places(spoken, towns))
    yield from (Qualifier(Scope.GROUP, group[0]) for group in specifics.GROUPS if {*named_in(spoken, [group])})
    bare = text
    for date in dates(text):
        bare = bare.replace(date.text, " ")
    yield from (Qualifier(Scope.YEAR, year) for year in dict.fromkeys(YEAR.findall(bare)))


def _places(spoken: str, towns: Towns) -> Iterator[str]:
    """Yield the first name of each town that is said, but for one whose name is part of another's that is."""
    said = {town[0]: max((one for one in town if says(spoken, one)), key=len, default="") for town in towns}
    for name, own in said.items():
        if own and not any(own != other and says(f" {other} ", own) for other in said.values()):
            yield name
