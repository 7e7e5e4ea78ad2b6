import json
from typing import Any

import pytest

from bot.domain.answers import Outcome
from bot.domain.errors import KnowledgeErrors
from bot.evaluation.questions import Split, check_asked_once, check_facts, read_questions
from tests.evaluation.made import RELEASE, asked

WHOLE = {
    "turns": ["jam bus?", "kalau sore?"],
    "expect": ["QUOTED", "NOT_FOUND"],
    "facts": ["B-1"],
    "all": ["B-2"],
    "must": ["06[.]15"],
    "never": ["gratis"],
    "says": "^ya",
    "parts": ["06[.]15", "12 rute"],
    "facet": "when",
    "register": "followup",
    "kind": "detail",
    "origin": "strangers-2026-11",
}
SMALL = {"text": "jam bus?", "expect": ["QUOTED"]}


def lines(*entries: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(entry)}\n" for entry in entries)


def complaint(text: str) -> str:
    with pytest.raises(KnowledgeErrors) as caught:
        read_questions(text, "exam/held_out/a.jsonl", Split.EXAM)
    return str(caught.value)


def test_a_question_is_read_with_all_that_its_answer_must_hold() -> None:
    (question,) = read_questions("\n" + lines(WHOLE), "a.jsonl", Split.EXAM)
    assert question.turns == ("jam bus?", "kalau sore?")
    assert question.expect == (Outcome.QUOTED, Outcome.NOT_FOUND)
    assert (question.facts, question.every) == (("B-1",), ("B-2",))
    assert question.must[0].search("pukul 06.15")
    assert question.never[0].search("GRATIS")
    assert question.says is not None
    assert question.says.search("Ya, pukul 06.15.")
    assert [one.pattern for one in question.parts] == ["06[.]15", "12 rute"]
    assert question.facet == "when"
    assert (question.register, question.kind, question.split) == ("followup", "detail", Split.EXAM)
    assert (question.origin, question.file, question.line) == ("strangers-2026-11", "a.jsonl", 2)


def test_of_a_question_only_words_and_outcome_are_needed() -> None:
    (question,) = read_questions(lines(SMALL), "a.jsonl", Split.TUNE)
    assert (question.name, question.split) == ("jam bus?", Split.TUNE)
    assert (question.must, question.register) == ((), "other")
    assert (question.says, question.parts, question.facet) == (None, (), "")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lines(SMALL | {"registre": "slang"}), 'exam/held_out/a.jsonl:1: unknown key "registre"'),
        (lines(SMALL | {"split": "tune"}), 'unknown key "split"'),
        (lines(SMALL | {"register": 3}), '"register" must be a text'),
        (lines(SMALL | {"expect": ["QUOTE"]}), '"expect" holds "QUOTE"; known are QUOTED'),
        (lines(SMALL | {"expect": []}), '"expect" must be a list of texts, 1 or more'),
        (lines(SMALL | {"must": ["("]}), 'exam/held_out/a.jsonl:1: "must": "(" is no regular expression'),
        (lines(SMALL | {"says": "("}), 'exam/held_out/a.jsonl:1: "says": "(" is no regular expression'),
        (lines(SMALL | {"says": ["ya"]}), '"says" must be a text'),
        (lines(SMALL | {"parts": ["06", "["]}), '"parts": "[" is no regular expression'),
        (lines(SMALL | {"parts": ["06"]}), '"parts" must be a list of texts, 2 or more'),
        (lines(SMALL | {"facet": 1}), '"facet" must be a text'),
        (lines(SMALL | {"facts": "B-1"}), '"facts" must be a list of texts'),
        (lines(SMALL | {"turns": ["a", "b"]}), 'either "text" or "turns"'),
        (lines({"turns": ["a"], "expect": ["QUOTED"]}), '"turns" must be a list of texts, 2 or more'),
        ("[1]\n", "not a question; write one a line"),
        (lines(SMALL) + '{"text": "a\n', "exam/held_out/a.jsonl:2: not valid JSON"),
        ("[" * 50_000, "a.jsonl:1: not valid JSON"),
        ('{"text": ' + "1" * 5000 + "}", "a.jsonl:1: not valid JSON"),
        ('[[question]]\ntext = "a"\n', "write one question a line"),
    ],
)
def test_what_can_not_be_used_is_named_with_file_and_line(wrong: str, said: str) -> None:
    assert said in complaint(wrong)


def test_all_mistakes_are_named_at_once_each_with_its_line() -> None:
    wrong = complaint(lines(SMALL | {"x": "x"}, SMALL, SMALL | {"expect": ["y"]}))
    assert "exam/held_out/a.jsonl:1: " in wrong
    assert "exam/held_out/a.jsonl:3: " in wrong


def test_a_question_that_is_asked_twice_is_a_mistake_in_one_file_and_across_files() -> None:
    twice = lines(SMALL, SMALL | {"text": "JAM bus?"})
    with pytest.raises(KnowledgeErrors, match=r'a\.jsonl:2: asked before, in line 1: "JAM bus[?]"'):
        check_asked_once(read_questions(twice, "a.jsonl", Split.EXAM))
    held_out, training = (read_questions(lines(SMALL), f"{split}.jsonl", split) for split in (Split.EXAM, Split.TUNE))
    check_asked_once(held_out)
    with pytest.raises(KnowledgeErrors, match=r"tune\.jsonl:1: asked before, in line 1 of exam\.jsonl"):
        check_asked_once((*held_out, *training))


def test_a_fact_that_no_statement_carries_is_a_mistake() -> None:
    questions = [asked(facts=["B-1", "bus.md#rute-bus"]), asked("lain?", every=["B-9"])]
    check_facts(questions[:1], RELEASE)
    with pytest.raises(KnowledgeErrors, match="B-9"):
        check_facts(questions, RELEASE)
