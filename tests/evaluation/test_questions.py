import pytest

from bot.domain.answers import Outcome
from bot.domain.errors import KnowledgeErrors
from bot.evaluation.questions import Split, check_facts, read_questions
from tests.evaluation.made import RELEASE, asked

WHOLE = """
[[question]]
turns = ["jam bus?", "kalau sore?"]
expect = ["QUOTED", "NOT_FOUND"]
facts = ["B-1"]
all = ["B-2"]
must = ['06[.]15']
never = ["gratis"]
register = "followup"
kind = "detail"
split = "exam"
"""
SMALL = '[[question]]\ntext = "jam bus?"\nexpect = ["QUOTED"]\nregister = "slang"\nsplit = "tune"\n'


def complaint(text: str) -> str:
    with pytest.raises(KnowledgeErrors) as caught:
        read_questions(text, "golden.toml")
    return str(caught.value)


def test_a_question_is_read_with_all_that_its_answer_must_hold() -> None:
    (question,) = read_questions(WHOLE, "golden.toml")
    assert question.turns == ("jam bus?", "kalau sore?")
    assert question.expect == (Outcome.QUOTED, Outcome.NOT_FOUND)
    assert (question.facts, question.every) == (("B-1",), ("B-2",))
    assert question.must[0].search("pukul 06.15")
    assert question.never[0].search("GRATIS")
    assert (question.register, question.kind, question.split) == ("followup", "detail", Split.EXAM)
    assert question.line == 2


def test_of_a_question_only_words_outcome_register_and_split_are_needed() -> None:
    (question,) = read_questions(SMALL, "golden.toml")
    assert question.name == "jam bus?"
    assert question.must == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (SMALL.replace("register", "registre"), 'golden.toml:1: question 1: unknown key "registre"'),
        (SMALL.replace('split = "tune"\n', ""), '"split" must be a text'),
        (SMALL.replace("tune", "exams"), '"split" holds "exams"; known are tune, exam'),
        (SMALL.replace("QUOTED", "QUOTE"), '"expect" holds "QUOTE"'),
        (SMALL.replace('["QUOTED"]', "[]"), '"expect" must be a list of texts, 1 or more'),
        (SMALL + 'must = ["("]\n', "is no regular expression"),
        (SMALL + 'facts = "B-1"\n', '"facts" must be a list of texts'),
        (SMALL + 'turns = ["a", "b"]\n', 'either "text" or "turns"'),
        (SMALL.replace('text = "jam bus?"', 'turns = ["jam bus?"]'), '"turns" must be a list of texts, 2 or more'),
        ("[question]\ntext = 'a'\n", "in double brackets"),
        ('title = "x"\n' + SMALL, "and nothing else"),
        ('[[question]]\ntext = "a\n', "golden.toml:2: not valid TOML"),
    ],
)
def test_what_can_not_be_used_is_named_with_file_and_place(wrong: str, said: str) -> None:
    assert said in complaint(wrong)


def test_all_mistakes_are_named_at_once_each_with_its_line() -> None:
    wrong = complaint(SMALL.replace("tune", "x") + SMALL + SMALL.replace("QUOTED", "y"))
    assert "golden.toml:1: question 1" in wrong
    assert "golden.toml:11: question 3" in wrong


def test_a_question_that_is_asked_twice_is_a_mistake() -> None:
    assert 'golden.toml:6: asked before, in line 1: "JAM bus?"' in complaint(SMALL + SMALL.replace("jam", "JAM"))


def test_a_fact_that_no_statement_carries_is_a_mistake() -> None:
    questions = [asked(facts=["B-1", "bus.md#rute-bus"]), asked("lain?", every=["B-9"])]
    check_facts(questions[:1], RELEASE, "golden.toml")
    with pytest.raises(KnowledgeErrors, match="B-9"):
        check_facts(questions, RELEASE, "golden.toml")
