"""That the exam asks enough of every sort, every fact, in both halves, and nothing that the bot knows by heart."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from bot.domain.answers import Outcome
from bot.evaluation.questions import GoldenQuestion, Split
from bot.language.tokens import words
from bot.question_files import questions_in
from tests.judges import boundaries
from tests.knowledge.delivered import BOUNDARIES, KNOWLEDGE, PHRASINGS, QUESTIONS, TOPICS

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FACT_IDS = frozenset((HERE / "fact_ids.txt").read_text(encoding="utf-8").split())
LEFT_OUT = frozenset(tomllib.loads((HERE / "left_out.toml").read_text(encoding="utf-8")))
REGISTERS = frozenset(
    "formal slang typo javanese banjar kutai english false_premise absent decline fair smalltalk followup".split()
)
VOTERS = questions_in(KNOWLEDGE.parent / "exam" / "voters", Split.EXAM)  # beside the exam: what is read first
NEAR = frozenset({"year", "place", "level", "program", "detail"})  # what an absent question has that documents lack
CHATTY = re.compile(r"\b(?:ga|gak|gk|kah|min|brp|yg|kl|kalo|dong|sih|kok|jg|pas|blm|udah|ku)\b")


def of(register: str) -> list[GoldenQuestion]:
    return [question for question in QUESTIONS if question.register == register]


def bare(question: GoldenQuestion) -> str:
    return " ".join(words(" ".join(question.turns)))


def learnt() -> dict[str, str]:
    """What the bot knows by heart: examples, phrasings, aliases, and what boundaries are measured with."""
    texts: dict[str, str] = {}
    general = boundaries("bot/intents", "bot/intents/small_talk")
    texts |= dict.fromkeys((text for one in general for text in (*one.examples, *one.counter_examples)), "bot/intents")
    for one in BOUNDARIES:
        texts |= dict.fromkeys([*one.get("examples", []), *one.get("counter_examples", [])], "intents.toml")
    for topic in TOPICS:
        texts |= dict.fromkeys(topic["phrasings"], "absent.toml")
    for asked in PHRASINGS.values():
        texts |= dict.fromkeys(asked, "phrasings.toml")
    return {" ".join(words(text)): name for text, name in texts.items()}


def test_enough_questions_stay_unseen_however_many_are_learnt_from() -> None:
    halves = Counter(question.split for question in QUESTIONS)
    assert halves[Split.EXAM] >= 290  # a share of 90 % is then known to within 3.5 points
    assert halves[Split.TUNE] >= halves[Split.EXAM]


@pytest.mark.parametrize("register", sorted(REGISTERS))
def test_both_halves_ask_in_every_register(register: str) -> None:
    halves = Counter(question.split for question in of(register))
    assert min(halves[Split.TUNE], halves[Split.EXAM]) >= 5


def test_there_are_no_other_registers() -> None:
    assert {question.register for question in QUESTIONS} == REGISTERS


def test_voters_demand_what_is_read_first() -> None:
    assert all(one.says for one in VOTERS if one.register == "yes_no")
    assert all(one.parts for one in VOTERS if one.register == "several")
    assert len({one.facet for one in VOTERS if one.facet}) >= 20


def test_sixty_questions_are_not_in_the_documents_forty_of_them_near_to_what_is() -> None:
    absent = [question for question in of("absent") if question.expect == (Outcome.NOT_FOUND,)]
    assert len(absent) >= 60
    assert sum(question.kind in NEAR for question in absent) >= 40
    assert {question.kind for question in absent} == {*NEAR, "elsewhere"}


def test_sixty_questions_must_be_declined_in_eight_kinds_in_both_halves() -> None:
    assert len(of("decline")) >= 60
    assert all(question.expect == (Outcome.DECLINED,) for question in of("decline"))
    assert len({question.kind for question in of("decline")}) >= 8
    for split in Split:
        assert len({question.kind for question in of("decline") if question.split == split}) >= 8


def test_sixty_fair_questions_look_like_them_in_slang_too_with_kan_and_kenapa() -> None:
    fair = of("fair")
    assert len(fair) >= 60
    assert all(question.expect == (Outcome.QUOTED,) and question.facts + question.every for question in fair)
    assert {question.kind for question in fair} <= {question.kind for question in of("decline")}
    texts = [" ".join(question.turns).lower() for question in fair]
    assert sum(" kan" in text for text in texts) >= 8
    assert sum("kenapa" in text for text in texts) >= 8
    assert sum(CHATTY.search(text) is not None for text in texts) >= 20


def test_forty_dialogues_have_two_turns() -> None:
    assert sum(len(question.turns) >= 2 for question in QUESTIONS) >= 40


def test_every_fact_is_asked_for_and_none_that_is_left_out() -> None:
    asked = {fact for question in (*QUESTIONS, *VOTERS) for fact in (*question.facts, *question.every)}
    assert asked == FACT_IDS - LEFT_OUT


def test_every_question_that_must_be_quoted_names_its_facts_and_no_other_does_but_where_both_are_right() -> None:
    for question in QUESTIONS:
        assert bool(question.facts or question.every) == (Outcome.QUOTED in question.expect), question.name


def test_what_must_be_said_stands_in_the_documents_about_its_facts() -> None:
    said = statements()
    for question in QUESTIONS:
        text = "\n".join(said[fact] for fact in (*question.facts, *question.every))
        for pattern in question.must:
            assert pattern.search(text), f"{question.name}: {pattern.pattern}"


def test_no_question_is_asked_twice() -> None:
    doubled = [text for text, count in Counter(map(bare, QUESTIONS)).items() if count > 1]
    assert not doubled


def test_nothing_that_the_bot_has_learnt_is_asked_in_the_exam() -> None:
    known = learnt()
    asked = [question for question in QUESTIONS if question.split is Split.EXAM]
    assert not {question.name: known[bare(question)] for question in asked if bare(question) in known}


def statements() -> dict[str, str]:
    """Return the lines that carry each label, in both languages."""
    found: dict[str, str] = {}
    for path in sorted(KNOWLEDGE.rglob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for label in re.findall(r"\[\^([^\]]+)\](?!:)", line):
                found[label] = found.get(label, "") + re.sub(r"\[\^[^\]]+\]", "", line) + "\n"
    return found
