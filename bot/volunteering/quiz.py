"""A practice quiz from the documents' facts: rather no exercise than one with two right options."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.answering.understanding.answer_type import answer_type
from bot.domain.documents import Kind, Release, Statement
from bot.domain.programs import heading_in
from bot.domain.quiz import GAP, OPTIONS, Exercise
from bot.language.tokens import detect, terms
from bot.volunteering.facts import DAY, Fact, facts, is_about, telling

LONGEST = 280  # characters of a statement that is read with a gap in it, on a small screen
ALIKE = 0.5  # share of a statement's terms from which another one may speak of the same thing
COMPARABLE = 0.8  # orders of magnitude, or years, by which a wrong option may differ: others give themselves away
PLAUSIBLE = 6  # wrong options to choose from, the nearest ones
ELSEWHERE = UNLIKE = 0.3  # what another document, or another way to write it, counts beside that difference
_SEVERAL = re.compile(r"\b(?:saja|tiap|setiap|each|every|(?:dan|and|atau|or)(?! [A-Z]))\b")
_ASKING = re.compile(r"\bhow (?:much|many)\b|\b(?:tahun|year)\b(?= (?:19|20)\d\d)", re.IGNORECASE)
# What sources don't agree on, or don't say, is nothing to learn by heart.
_CONTESTED = re.compile(
    r"\b(?:sedangkan|berbeda|angka lain|sumber lain|hanya disebut|tidak disebut|tidak tercatat|"
    r"dokumen-dokumen ini|rencana awal|while|whereas|differs?|"
    r"different|other figures?|(?:an)?other sources?|is given by|gives? no|these documents|"
    r"initial plan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """What an exercise is made of."""

    statement: Statement
    question: str
    fact: Fact
    wrong: tuple[Fact, ...]  # the most plausible first


@dataclass(frozen=True)
class Quiz:
    """The exercises that a release gives in one language."""

    release: Release
    language: str
    items: tuple[Item, ...]

    def exercise(self, seed: int, place: int) -> Exercise | None:
        """Return the exercise at a place of the round that a seed begins; None after the last one.

        The same seed gives the same round. Every section has its turn before one comes a second time.
        """
        order = self._order(seed)
        if place >= len(order):
            return None
        item, chance = order[place], random.Random(f"{seed} {place}")  # noqa: S311 — a game
        options = [item.fact, *chance.sample(item.wrong, OPTIONS - 1)]
        chance.shuffle(options)
        section = self.release.sections[item.statement.section]
        notes = item.statement.footnotes if item.fact.unit != DAY else ()  # the date of a fact would tell the answer
        return Exercise(
            statement=item.statement.id,
            title=heading_in(self.release, section, self.language),
            kind=section.kind,
            as_of=next((note.as_of for note in notes if note.as_of), None),
            question=item.question,
            options=tuple(one.text for one in options),
            right=options.index(item.fact),
        )

    def _order(self, seed: int) -> list[Item]:
        shuffled = random.Random(seed).sample(self.items, len(self.items))  # noqa: S311 — a game
        turns: Counter[str] = Counter()
        ranked = []
        for item in shuffled:
            ranked.append((turns[item.statement.section], item))
            turns[item.statement.section] += 1
        return [item for _, item in sorted(ranked, key=lambda pair: pair[0])]


def quiz(release: Release, language: str, allows: Callable[[Kind], bool]) -> Quiz:
    """Return what can be asked of a release in a language, of the kinds that may be said now."""
    maker = _Maker(release, language, allows)
    items: dict[tuple[object, ...], Item] = {}
    for statement in release.statements.values():
        for item in maker.items(statement):
            items.setdefault((statement.document, item.fact.unit, item.fact.value), item)
    return Quiz(release, language, tuple(items.values()))


class _Maker:
    """Makes items of one release in one language."""

    def __init__(self, release: Release, language: str, allows: Callable[[Kind], bool]) -> None:
        self._release, self._language, self._allows = release, language, allows
        self._told = {one.id: text for one in release.statements.values() if (text := self._text(one))}
        self._facts = {key: tuple(facts(text, language)) for key, text in self._told.items()}

    def items(self, statement: Statement) -> Iterator[Item]:
        """Yield what a statement can be asked for."""
        text, section = self._told.get(statement.id, ""), self._release.sections[statement.section]
        if not self._allows(section.kind) or len(text) > LONGEST or self._is_contested(statement):
            return
        told = [one for one in telling(text, self._language) if not self._is_betrayed(one, statement)]
        near = self._related(statement, text) if told else []
        for fact in told:
            wrong = self._wrong(fact, statement, near)
            if len(wrong) >= OPTIONS - 1:
                others = [self._told[one.id] for one in near if one.id in self._told and one is not statement]
                gap = text.replace(fact.text, GAP).replace(" | ", ": ")
                yield Item(statement, self._asked(statement, fact, text, others) or gap, fact, tuple(wrong))

    def _text(self, statement: Statement) -> str:
        """Return what a statement says in the language, "" if it does not say it in that one."""
        if self._release.by_path[statement.document].language == self._language:
            return statement.text
        return statement.twin.text if statement.twin else ""

    def _is_contested(self, statement: Statement) -> bool:
        texts = (statement.text, statement.twin.text if statement.twin else "")
        return any(_CONTESTED.search(text) for text in texts)

    def _is_betrayed(self, fact: Fact, statement: Statement) -> bool:
        """Tell whether the heading gives the answer away."""
        section = self._release.sections[statement.section]
        return fact.text in section.title or fact.text in (section.twin_title or "")

    def _related(self, statement: Statement, text: str) -> list[Statement]:
        """Return the statements that may speak of the same thing: what they say may be true of it, too."""
        shares = self._release.lexicons[self._language].shares(terms(text, self._language), self._release.statements)
        labels = set(statement.labels)
        return [
            one
            for one in self._release.statements.values()
            if one.section == statement.section or labels & set(one.labels) or shares[one.id] >= ALIKE
        ]

    def _wrong(self, fact: Fact, statement: Statement, near: Iterable[Statement]) -> list[Fact]:
        """Return values of the same sort that are not true here, the most plausible ones."""
        true = {(one.unit, one.value) for each in near for one in self._facts.get(each.id, ())}
        ranked = []
        for key, several in self._facts.items():
            far = ELSEWHERE * (self._release.statements[key].document != statement.document)
            for one in several:
                apart = abs(one.size - fact.size)
                is_alike = one.unit == fact.unit and one.look[0] == fact.look[0] and apart <= COMPARABLE
                if is_alike and (one.unit, one.value) not in true and not is_about(one, fact):
                    ranked.append((apart + far + UNLIKE * (one.look != fact.look), one))
        ranked.sort(key=lambda pair: pair[0])
        return list({one.value: one for _, one in reversed(ranked)}.values())[::-1][:PLAUSIBLE]

    def _asked(self, statement: Statement, fact: Fact, text: str, others: Iterable[str]) -> str | None:
        """Return a question of people's whose answer is this fact and nothing else that is near."""
        language, rest = self._language, text.replace(fact.text, "")
        for question in statement.aliases:
            wanted = answer_type(question, language)
            is_one = question.endswith("?") and not _SEVERAL.search(question)
            if not (wanted and is_one and detect(question, self._release.languages) == language):
                continue
            about = set(terms(_ASKING.sub("", question), language))
            rivals = (one for one in others if wanted(one) == 1 and fact.text not in one)
            is_only_one = not any(about <= set(terms(one, language)) for one in rivals)
            if wanted(text) == 1 and wanted(rest) < 1 and about <= set(terms(text, language)) and is_only_one:
                return question
        return None
