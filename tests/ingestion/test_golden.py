"""What the gate says: how the exam went, which answers would change, and everything that speaks against a release."""

from bot.ingestion.golden import Examination, Graded, Sitting, changes, failures, result


def sitting(*answers: tuple[str, str, bool], missed: tuple[str, ...] = (), remarks: tuple[str, ...] = ()) -> Sitting:
    graded = tuple(Graded(question, "QUOTED; from B-1", answer, right) for question, answer, right in answers)
    return Sitting("r", graded, missed, remarks)


BUS, PARKS = ("jam bus?", "Bus berangkat\n06.15.", True), ("taman?", "Sepuluh taman.", True)
LATE, NO_PARKS = ("jam bus?", "Belum ada.", False), ("taman?", "Belum ada.", False)
EARLY = ("jam bus?", "Bus berangkat 05.45.", True)


def test_an_exam_without_failures_and_with_its_marks_held_is_passed() -> None:
    assert Examination(sitting(BUS, NO_PARKS), sitting(LATE, NO_PARKS)).is_passed
    assert Examination(sitting(BUS)).is_passed
    assert not Examination(sitting(BUS, missed=("right is 80.0%, wanted ≥ 90.0%",))).is_passed
    assert not Examination(sitting(LATE), sitting(BUS)).is_passed


def test_a_question_that_only_one_of_them_was_asked_is_neither_broken_nor_changed() -> None:
    examination = Examination(sitting(LATE, PARKS), sitting(NO_PARKS, ("lain?", "Ya.", True)))
    assert examination.broken == ()
    assert [turn.now.question for turn in examination.changed] == ["taman?"]


def test_the_result_is_told_beside_that_of_the_live_release() -> None:
    assert list(
        result(Examination(sitting(BUS, NO_PARKS, remarks=("exam/held_out/a.jsonl:3: odd",)), sitting(BUS, PARKS)))
    ) == [
        "exam: 1 of 2 questions answered right; 2 by the live release",
        "exam/held_out/a.jsonl:3: odd",
    ]
    assert list(result(Examination(sitting(BUS)))) == ["exam: 1 of 1 questions answered right"]


def test_every_failure_is_named_with_what_was_expected_and_both_answers() -> None:
    examination = Examination(sitting(LATE, PARKS, missed=("right is 50.0%",)), sitting(BUS, PARKS))
    assert list(failures(examination)) == [
        'answered right before, wrong now: "jam bus?"',
        "    expected: QUOTED; from B-1",
        "    before: Bus berangkat 06.15.",
        "    now:    Belum ada.",
        "below the mark: right is 50.0%",
        "what must be reached stands under [marks] in the config file; another campaign's marks tell nothing here",
    ]


def test_every_question_that_keeps_a_release_below_a_mark_is_named_once() -> None:
    """Also the first release, of which nothing can be broken: else its operator would not know what to correct."""
    late = Graded("jam bus?", "QUOTED; from B-1", "Belum\nada.", False, below=("right", "false_refusals"))
    parks = Graded("taman?", "QUOTED; from B-2", "Sepuluh taman.", True)
    first = Examination(Sitting("r", (late, parks), ("right is 50.0%",)))
    assert list(failures(first))[:4] == [
        'counts against right, false_refusals: "jam bus?"',
        "    expected: QUOTED; from B-1",
        "    answered: Belum ada.",
        "below the mark: right is 50.0%",
    ]
    beside = Examination(first.candidate, sitting(BUS, PARKS))
    assert sum("jam bus?" in line for line in failures(beside)) == 1


def test_where_no_mark_is_missed_nothing_is_said_of_marks() -> None:
    assert list(failures(Examination(sitting(BUS, NO_PARKS), sitting(LATE, NO_PARKS)))) == []


def test_answers_that_would_change_are_shown_old_and_new() -> None:
    assert list(changes(Examination(sitting(EARLY, PARKS), sitting(BUS, PARKS)))) == [
        "answers that would change: 1",
        '  "jam bus?" (right → right)',
        "    before: Bus berangkat 06.15.",
        "    now:    Bus berangkat 05.45.",
    ]
    assert list(changes(Examination(sitting(BUS)))) == []


def test_of_very_many_changes_the_first_are_shown_and_of_long_answers_the_beginning() -> None:
    before = sitting(*((f"soal {number}?", "ya", True) for number in range(60)))
    now = sitting(*((f"soal {number}?", "x" * 300, True) for number in range(60)))
    lines = list(changes(Examination(now, before)))
    assert lines[-1] == "  … and 10 more"
    assert lines[3] == f"    now:    {'x' * 199}…"


def test_long_answers_are_shown_from_shortly_before_they_part() -> None:
    same = "kata " * 100
    before, now = (sitting(("usia?", f"{same}{age} tahun. {same}", True)) for age in (25, 26))
    old, new = list(changes(Examination(now, before)))[2:]
    assert old.startswith("    before: …")
    assert "kata 25 tahun. kata" in old
    assert "kata 26 tahun. kata" in new
    assert len(old) == len("    before: ") + 200


def test_failures_are_shown_however_many_there_are() -> None:
    before = sitting(*((f"soal {number}?", "ya", True) for number in range(60)))
    now = sitting(*((f"soal {number}?", "tidak", False) for number in range(60)))
    assert sum(line.startswith("answered right before") for line in failures(Examination(now, before))) == 60
