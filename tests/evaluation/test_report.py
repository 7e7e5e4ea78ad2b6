import dataclasses

from bot.domain.answers import Outcome
from bot.evaluation import report
from bot.evaluation.questions import Split
from bot.evaluation.results import Change, Results
from tests.evaluation.made import asked, judged, quoted

VERDICTS = (
    judged(asked("jam bus?", facts=["B-1"]), quoted("B-1", retrieved=["bus.md#jam-bus"])),
    judged(asked("siapa lagi?", expect=[Outcome.NOT_FOUND], register="absent"), quoted("B-2")),
)


def text(**marks: float) -> str:
    return "\n".join(report.lines(Results("r-1", "exam", "2026-11-24", VERDICTS, marks)))


def test_the_time_of_each_stage_is_told_beside_the_embedding() -> None:
    line = report.stages({"understand": 0.0005, "embed": 0.02, "find": 0.0015})
    assert line == (
        "stages of an answer, median ms: understand 0.5, embed 20.0, find 1.5; all but the embedding 10% of it"
    )


def test_the_report_shows_each_share_with_its_number_and_interval() -> None:
    (line,) = [line for line in text().splitlines() if line.startswith("right")]
    assert line.split()[-6:] == ["words", "1/2", "50.0%", "9.5%", "…", "90.5%"]


def test_the_report_shows_outcomes_registers_and_topics() -> None:
    shown = text()
    assert "expected, given →" in shown
    assert any(line.split() == ["NOT_FOUND", "1"] for line in shown.splitlines())
    assert any(line.startswith("absent  ") and " 0.0%" in line for line in shown.splitlines())
    assert any(line.startswith("sekolah ") for line in shown.splitlines())


def test_facets_and_files_have_tables_of_their_own_where_questions_name_them() -> None:
    assert not any(line.startswith(("facet ", "file ")) for line in text().splitlines())
    named = dataclasses.replace(VERDICTS[0].question, facet="when", file="exam/held_out/a.jsonl")
    verdicts = (judged(named, VERDICTS[0].answer), VERDICTS[1])
    shown = list(report.lines(Results("r-1", "exam", "2026-11-24", verdicts, {})))
    rows = {line.split()[0]: line.split() for line in shown if line}
    assert rows["when"][:3] == ["when", "1", "100.0%"]
    assert rows["exam/held_out/a.jsonl"][1] == "1"


def test_the_length_of_answers_is_told_and_held_to_its_mark() -> None:
    (line,) = [line for line in text(words_median=5).splitlines() if line.startswith("words of an answer")]
    assert line.endswith("≤ 5  NOT HELD")


def test_a_mark_that_is_not_held_is_shown_beside_its_figure_and_at_the_end() -> None:
    shown = text(right=0.95, quotes_not_found=0)
    assert "≥ 95.0%  NOT HELD" in shown
    assert "≤ 0" in shown
    assert shown.endswith("marks not held: right")
    assert text(right=0.5).endswith("all marks are held")
    assert "no marks are set" in text()


def test_where_the_marks_are_about_one_half_its_figure_stands_beside_the_mark() -> None:
    examined = dataclasses.replace(VERDICTS[1], question=dataclasses.replace(VERDICTS[1].question, split=Split.EXAM))
    both = Results("r-1", "exam", "2026-11-24", (VERDICTS[0], examined), {"right": 0.5})
    shown = "\n".join(report.lines(both))
    assert "50.0%" in shown
    assert "≥ 50.0%, exam 0.0%  NOT HELD" in shown
    assert shown.endswith("marks not held: right (judged on 1 questions of the exam split)")
    assert list(report.missed_lines(both)) == ["right is 0.0% in 1 questions of the exam split, wanted ≥ 50.0%"]


def test_a_count_that_is_too_high_is_told_as_a_count() -> None:
    lost = dataclasses.replace(VERDICTS[0], lost_quotes=("Bus terbang.",))
    missed = report.missed_lines(Results("r-1", "exam", "2026-11-24", (lost,), {"quotes_not_found": 0}))
    assert list(missed) == ["quotes_not_found is 1 in 1 questions, wanted ≤ 0"]


def test_changes_are_shown_with_both_endings() -> None:
    change = Change("broken", "jam bus?", "QUOTED (right)", "NOT_FOUND (wrong)")
    assert list(report.change_lines([change])) == ["broken: jam bus?", "    QUOTED (right) → NOT_FOUND (wrong)"]
    assert list(report.change_lines([])) == ["nothing has changed since the earlier sitting"]
