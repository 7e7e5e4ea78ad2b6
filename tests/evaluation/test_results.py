import dataclasses
import json

import pytest

from bot.domain.answers import Outcome
from bot.domain.errors import KnowledgeError
from bot.evaluation.questions import Split
from bot.evaluation.results import Results, as_json, changes, medians, outcomes, recorded
from tests.evaluation.made import asked, ended, judged, quoted

BUS = "bus.md#jam-bus"
RIGHT = judged(asked("jam bus?", facts=["B-1"]), quoted("B-1", retrieved=[BUS]))
WRONG = judged(asked("jam bus?", facts=["B-1"]), ended(Outcome.NOT_FOUND))
WORSE = judged(asked("jam bus?", facts=["B-1"]), ended(Outcome.DECLINED))
OTHER = judged(asked("janji taman?", facts=["J-1"], register="slang"), quoted("J-1"))


def results(*verdicts: object, **marks: float) -> Results:
    return Results("r-1", "exam", "2026-11-24", verdicts, marks)  # type: ignore[arg-type]


def test_stages_are_medians_of_the_answers_that_came_to_them() -> None:
    assert medians([{"embed": 3.0}, {"embed": 1.0, "find": 0.5}, {"embed": 2.0}]) == {"embed": 2.0, "find": 0.5}


def test_the_record_holds_figures_groups_and_every_question() -> None:
    record = json.loads(as_json(results(WRONG, OTHER, right=0.9)))
    assert record["figures"]["right"]["share"] == 0.5
    assert len(record["figures"]["right"]["interval"]) == 2
    assert record["by"]["register"]["slang"]["right"]["hits"] == 1
    assert record["by"]["topic"]["sekolah"]["right"]["hits"] == 0
    assert record["missed"] == ["right"]
    first, second = record["questions"]
    assert (first["question"], first["outcome"], first["faults"]) == ("jam bus?", "NOT_FOUND", ["outcome NOT_FOUND"])
    assert second["cited"] == ["J-1"]
    assert (second["first_line"], second["says"], second["repeating"]) == ("Taman", True, 0)
    assert record["figures"]["words_median"] == second["words"]
    assert record["by"]["facet"] == {}


def test_marks_are_about_the_half_that_nothing_is_tuned_on_and_about_all_where_there_is_none() -> None:
    right = dataclasses.replace(RIGHT, question=dataclasses.replace(RIGHT.question, split=Split.EXAM))
    assert results(WRONG, right=0.9).missed == ["right"]
    assert results(WRONG, right, right=0.9).missed == []
    assert results(WRONG, right).figures.rates["right"].share == 0.5
    assert results(WRONG, right).marked.rates["right"].share == 1.0


@pytest.mark.parametrize(
    ("before", "now", "how"),
    [
        ([RIGHT], [WRONG], ["broken"]),
        ([WRONG], [RIGHT], ["mended"]),
        ([WRONG], [WORSE], ["other outcome"]),
        ([RIGHT], [RIGHT], []),
        ([RIGHT], [OTHER, RIGHT], ["new"]),
        ([OTHER, RIGHT], [RIGHT], ["gone"]),
    ],
)
def test_changes_since_an_earlier_sitting_are_told(before: list[object], now: list[object], how: list[str]) -> None:
    sat = outcomes(results(*now).verdicts)
    of_record = changes(recorded(as_json(results(*before)), "before.json"), sat)
    assert [change.how for change in of_record] == how
    assert changes(outcomes(results(*before).verdicts), sat) == of_record


def test_a_change_says_how_it_ended_before_and_now() -> None:
    (change,) = changes(recorded(as_json(results(RIGHT)), "before.json"), outcomes([WRONG]))
    assert (change.before, change.now) == ("QUOTED (right)", "NOT_FOUND (wrong)")


@pytest.mark.parametrize("text", ["", "[]", '{"questions": 1}', '{"questions": [{"question": "a"}]}'])
def test_a_file_that_is_no_record_is_refused_by_name(text: str) -> None:
    with pytest.raises(KnowledgeError, match=r"before\.json"):
        recorded(text, "before.json")
