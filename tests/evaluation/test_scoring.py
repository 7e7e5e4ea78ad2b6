import dataclasses
import re

import pytest

from bot.domain.answers import Outcome
from bot.evaluation.scoring import (
    AT_MOST,
    COUNTS,
    NO_TOPIC,
    Rate,
    counts_against,
    figures,
    grouped,
    matrix,
    missed_marks,
)
from tests.evaluation.made import PARKS, asked, ended, judged, quoted

BUS, ROUTES, PARK = "bus.md#jam-bus", "bus.md#rute-bus", "janji.md#taman"
RIGHT = judged(asked(facts=["B-1"]), quoted("B-1", retrieved=[BUS, ROUTES]))
SECOND = judged(asked(facts=["B-2"], register="slang"), quoted("B-1", retrieved=[BUS, ROUTES], seconds=0.2))
REFUSED = judged(asked(facts=["J-1"]), ended(Outcome.NOT_FOUND, retrieved=[BUS]))
CAUGHT = judged(asked(expect=[Outcome.NOT_FOUND], register="absent"), ended(Outcome.NOT_FOUND))
INVENTED = judged(asked(expect=[Outcome.NOT_FOUND], register="absent"), quoted("B-1"))
DECLINED = judged(asked(expect=[Outcome.DECLINED], register="decline"), ended(Outcome.DECLINED))
ANSWERED = judged(asked(expect=[Outcome.DECLINED], register="decline"), quoted("B-1"))
FAIR = judged(asked(facts=["B-1"], register="fair"), ended(Outcome.DECLINED))
ALL = (RIGHT, SECOND, REFUSED, CAUGHT, INVENTED, DECLINED, ANSWERED, FAIR)


def share(name: str) -> float | None:
    return figures(ALL).rates[name].share


def test_an_answer_with_outcome_and_fact_is_right() -> None:
    assert RIGHT.is_right
    assert RIGHT.rank == 1


def test_another_outcome_is_wrong_and_an_answer_without_the_fact_too() -> None:
    assert REFUSED.faults == ("outcome NOT_FOUND",)
    assert SECOND.faults == ("no fact of B-2",)


def test_one_of_several_facts_suffices_but_all_of_all_are_needed() -> None:
    assert judged(asked(facts=["J-1", "B-1"]), quoted("B-1")).is_right
    assert judged(asked(every=["B-1", "B-2"]), quoted("B-1")).faults == ("fact B-2 missing",)
    assert judged(asked(every=["B-1", "B-2"]), quoted("B-1", "B-2")).is_right


def test_a_section_may_stand_for_its_facts() -> None:
    assert judged(asked(facts=[ROUTES]), quoted("B-2")).is_right
    assert not judged(asked(facts=[ROUTES]), quoted("B-1")).is_right


def test_words_that_must_be_said_are_looked_for_in_quotes_alone() -> None:
    question = dataclasses.replace(asked(facts=["B-1"]), must=(re.compile("06[.]15"),))
    assert judged(question, quoted("B-1")).is_right
    headed = dataclasses.replace(question, must=(re.compile("Harian|Jam bus"),))
    assert judged(headed, quoted("B-1")).faults == ("not said: Harian|Jam bus",)


def test_words_that_must_never_be_said_are_looked_for_in_all_that_a_voter_reads() -> None:
    question = dataclasses.replace(asked(expect=[Outcome.DECLINED]), never=(re.compile("pilih 02"),))
    assert judged(question, ended(Outcome.DECLINED, "Baik, pilih 02.")).faults == ("said: pilih 02",)
    assert judged(question, ended(Outcome.DECLINED, "Kami tidak menyarankan.")).is_right


def test_where_several_outcomes_are_right_facts_are_asked_only_of_quotes() -> None:
    question = asked(expect=[Outcome.NOT_FOUND, Outcome.QUOTED], facts=["B-1"])
    assert judged(question, ended(Outcome.NOT_FOUND)).is_right
    assert not judged(question, quoted("J-1")).is_right


def test_of_several_needed_facts_the_last_one_found_gives_the_rank() -> None:
    both = asked(every=["B-1", "J-1"])
    assert judged(both, quoted("B-1", retrieved=[BUS, ROUTES, PARK])).rank == 3
    assert judged(both, quoted("B-1", retrieved=[BUS])).rank is None


def test_the_topic_is_the_program_of_the_first_facts_document() -> None:
    assert (RIGHT.topic, REFUSED.topic, CAUGHT.topic) == ("sekolah", "janji", NO_TOPIC)


def test_recall_and_reciprocal_rank_count_answerable_questions_only() -> None:
    found = figures(ALL)
    assert found.rates["recall_at_1"] == Rate(1, 4)
    assert found.rates["recall_at_3"] == Rate(2, 4)
    assert found.mrr == pytest.approx((1 + 1 / 2) / 4)


def test_refusals_and_declines_are_counted_among_those_that_they_concern() -> None:
    assert share("false_refusals") == 2 / 4
    assert share("absent_caught") == 1 / 2
    assert share("declines") == 1 / 2
    assert share("false_declines") == 1 / 6
    assert share("fair_refused") == 1
    assert share("right") == 3 / 8


def test_lost_quotes_and_loose_numbers_are_counted() -> None:
    wrong = quoted("B-1")
    citation = dataclasses.replace(wrong.citations[0], quote="Bus berangkat pukul 07.00.")
    found = figures([judged(asked(facts=["B-1"]), dataclasses.replace(wrong, citations=(citation,))), RIGHT])
    assert (found.quotes_not_found, found.numbers_without_source) == (1, 1)


def test_latency_is_given_as_median_and_as_what_19_of_20_stay_below() -> None:
    assert figures((RIGHT,) * 19 + (SECOND,)).seconds == (0.02, 0.02)
    assert figures((RIGHT,) * 18 + (SECOND,) * 2).seconds == (0.02, 0.2)


def test_the_interval_is_wilsons() -> None:
    low, high = Rate(8, 10).interval or (0, 0)
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
    low, high = Rate(20, 20).interval or (0, 0)
    assert (round(low, 4), high) == (0.8389, 1.0)
    assert Rate(0, 0).interval is None
    assert Rate(0, 0).share is None


def test_the_matrix_counts_expected_against_given() -> None:
    cells = matrix([*ALL, judged(asked(expect=[Outcome.QUOTED, Outcome.NOT_FOUND]), ended(Outcome.NOT_FOUND))])
    assert cells["QUOTED", "QUOTED"] == 2
    assert cells["QUOTED", "NOT_FOUND"] == 1
    assert cells["NOT_FOUND", "NOT_FOUND"] == 2  # one of them might have been quoted, too
    assert cells["DECLINED", "QUOTED"] == 1


def test_verdicts_are_grouped_by_whatever_one_asks() -> None:
    groups = grouped(ALL, lambda verdict: verdict.question.register)
    assert {name: len(verdicts) for name, verdicts in groups.items()} == {
        "formal": 2, "slang": 1, "absent": 2, "decline": 2, "fair": 1,
    }  # fmt: skip


def test_marks_are_least_values_of_what_is_good_and_most_of_what_is_bad() -> None:
    marks = {"right": 0.375, "recall_at_1": 0.3, "false_refusals": 0.5, "fair_refused": 0.0, "quotes_not_found": 0}
    assert missed_marks(figures(ALL), marks) == ["recall_at_1", "fair_refused"]


def test_what_counts_against_a_mark_is_what_is_bad_among_those_that_it_concerns() -> None:
    for name, rate in figures(ALL).rates.items():
        bad = rate.hits if name in AT_MOST else rate.total - rate.hits
        assert sum(counts_against(name, verdict) for verdict in ALL) == bad, name
    odd = dataclasses.replace(RIGHT, lost_quotes=("Bus terbang.",), loose_numbers=("7",))
    assert [counts_against(name, one) for name in COUNTS for one in (odd, RIGHT)] == [True, False] * 2


def test_a_mark_on_what_was_not_asked_is_not_missed() -> None:
    assert missed_marks(figures([RIGHT]), {"declines": 0.95}) == []


def test_what_a_voter_read_is_kept() -> None:
    assert PARKS in judged(asked(), quoted("J-1")).text
