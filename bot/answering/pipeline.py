"""THE pipeline: every message goes through this list of components, in this order, until one of them ends it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, MutableMapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, TypeVar

from bot.answering import components as do
from bot.answering.first_lines import facts
from bot.answering.parts import parts
from bot.answering.turn import Turn
from bot.domain.documents import Role
from bot.domain.ports import Embedder, Matrix

_Result = TypeVar("_Result")


class Component(NamedTuple):
    """A step: takes the turn and returns it with what it found out, or ended. Left out by its name, it does nothing."""

    name: str
    stage: str  # under which its time is counted
    run: Callable[[Turn], Awaitable[Turn]]


# Why they stand in this order, where it isn't plain:
# - people_first comes before all: who is in need is neither greeted nor scolded nor quoted a program.
# - confirm comes before anything is looked up: "emang bener?" is about no words of its own.
# - merge_subject comes after retrieve: whether a text goes on is told by what it finds by itself.
# - classify_facet comes after it: what goes on from something says only half of what it asks.
# - classify_intent comes after both: what the documents hold near a question speaks for a fair one.
# - best_clause comes after it: what is declined needs none.
# - parts comes before all that would end the whole message: one of its questions may be answerable.
# - facts comes before difference, which speaks of whole statements where no fact of theirs is understood.
PIPELINE = (
    Component("people_first", "understand", do.people_first),
    Component("small_talk", "understand", do.small_talk),
    Component("hard_boundary", "understand", do.hard_boundary),
    Component("confirm", "understand", do.confirm),
    Component("normalise", "understand", do.normalise),
    Component("fill_slots", "understand", do.fill_slots),
    Component("parse_query", "understand", do.parse_query),
    Component("embed", "find", do.embed),
    Component("retrieve", "find", do.retrieve),
    Component("merge_subject", "find", do.merge_subject),
    Component("classify_facet", "find", do.classify_facet),
    Component("classify_intent", "boundaries", do.classify_intent),
    Component("best_clause", "find", do.best_clause),
    Component("parts", "compose", parts),
    Component("known_absence", "compose", do.known_absence),
    Component("clarify", "compose", do.clarify),
    Component("refuse", "compose", do.refuse),
    Component("select", "compose", do.select),
    Component("constrain", "compose", do.constrain),
    Component("unknown_contestant", "compose", do.unknown_contestant),
    Component("withdrawn", "compose", do.withdrawn),
    Component("missing", "compose", do.missing),
    Component("facts", "compose", facts),
    Component("difference", "compose", do.difference),
    Component("doubt", "compose", do.doubt),
    Component("compose", "compose", do.compose),
)
NAMES = tuple(one.name for one in PIPELINE)
CHOSEN = "unknown_contestant"  # the last component before what is said is worked out

Stages = MutableMapping[str, float]  # seconds


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Runs turns, and counts the seconds of each stage; what a component runs itself is not counted twice."""

    timer: Callable[[], float]
    stages: Stages
    components: Sequence[Component] = PIPELINE

    async def run(self, turn: Turn, until: str = NAMES[-1], without: Collection[str] = ()) -> Turn:
        """Return a turn as it ends, or as it is behind the component `until`; those `without` are left out."""
        setting = replace(
            turn.setting,
            embedder=_Counted(turn.setting.embedder, self),
            run_part=partial(self._run, start="normalise", until=CHOSEN, without={*without, "parts"}),
            run_whole=partial(self._run, start="known_absence", until=CHOSEN, without=without),
        )
        return await self._run(replace(turn, setting=setting), start=NAMES[0], until=until, without=without)

    async def _run(self, turn: Turn, start: str, until: str, without: Collection[str]) -> Turn:
        names = [one.name for one in self.components]
        for component in self.components[names.index(start) : names.index(until) + 1]:
            if component.name in without:
                continue
            turn = await self.counted(component.stage, component.run(turn))
            if turn.answer:
                break
        return turn

    async def counted(self, stage: str, work: Awaitable[_Result]) -> _Result:
        """Return the result of some work, its seconds counted for a stage, less those counted for others meanwhile."""
        begun, others = self.timer(), sum(self.stages.values())
        result = await work
        within = sum(self.stages.values()) - others
        self.stages[stage] = self.stages.get(stage, 0.0) + self.timer() - begun - within
        return result


@dataclass(frozen=True, slots=True)
class _Counted:
    """An embedder whose seconds are counted, whichever component asks it."""

    embedder: Embedder
    pipeline: Pipeline

    @property
    def fingerprint(self) -> str:
        return self.embedder.fingerprint

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        return await self.pipeline.counted("embed", self.embedder.embed(texts, role))
