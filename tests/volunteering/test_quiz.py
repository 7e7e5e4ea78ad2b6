"""The practice quiz: what is asked, with which options, and what never is."""

from __future__ import annotations

import pytest

from bot.domain.documents import Document, Kind, Section
from bot.domain.quiz import GAP, OPTIONS, Exercise
from bot.volunteering.quiz import Quiz, quiz
from tests.releases import document, release, section, statement

FEES = tuple(
    section(name, f"{name} dikenai {price} sebulan.")
    for name, price in (
        ("Parkir motor", "Rp50 ribu"),
        ("Kios pasar", "Rp75 ribu"),
        ("Angkut sampah", "Rp20 ribu"),
        ("Air bersih", "Rp90 ribu"),
    )
)

DAYS = tuple(
    section(text, f"{text} pada {day} Maret 2025.")
    for day, text in enumerate(
        ("Pasar malam dibuka", "Lomba perahu digelar", "Pawai obor berangkat", "Sekolah libur"), 4
    )
)


def made(*sections: Section, language: str = "id", **of_document: str) -> Quiz:
    return quiz(release(document(*sections, **of_document)), language, lambda kind: True)


def about(one: Quiz, words: str) -> Exercise | None:
    """The exercise made of the statement that holds these words."""
    places = range(len(one.items))
    found = (exercise for place in places if (exercise := one.exercise(1, place)))
    return next((each for each in found if words in one.release.statements[each.statement].text), None)


def test_a_statement_is_asked_for_its_number_with_those_of_its_neighbours() -> None:
    exercise = about(made(*FEES), "Parkir motor")
    assert exercise
    assert exercise.question == f"Parkir motor dikenai {GAP} sebulan."
    assert exercise.options[exercise.right] == "Rp50 ribu"
    assert sorted(exercise.options) == ["Rp20 ribu", "Rp50 ribu", "Rp75 ribu", "Rp90 ribu"]


def test_a_question_of_peoples_is_asked_where_this_alone_answers_it() -> None:
    asked = statement("Denda telat dipatok Rp40 ribu.", "D")
    object.__setattr__(asked, "aliases", ("denda brp", "Berapa denda telat?"))
    exercise = about(made(*FEES, section("Denda", asked)), "Denda telat")
    assert exercise
    assert exercise.question == "Berapa denda telat?"
    rival = statement("Denda telat berat Rp60 ribu.", "D")
    exercise = about(made(*FEES, section("Denda", asked, rival)), "Denda telat dipatok")
    assert exercise
    assert exercise.is_gap


def test_no_wrong_option_stands_in_another_statement_on_the_same_subject() -> None:
    other = section("Kabar lain", "Parkir motor menurut warga Rp60 ribu sebulan.")
    exercise = about(made(*FEES, other), "Parkir motor dikenai")
    assert exercise
    assert "Rp60 ribu" not in exercise.options


def test_no_wrong_option_is_the_right_one_rounded() -> None:
    rounded = section("Kabar lain", "Dana kota setahun Rp51,6 ribu.")
    one = made(*FEES, section("Denda", "Denda telat Rp51,62 ribu."), rounded)
    wrong = {item.fact.text: {each.text for each in item.wrong} for item in one.items}
    assert "Rp75 ribu" in wrong["Rp51,62 ribu"]
    assert "Rp51,6 ribu" not in wrong["Rp51,62 ribu"]
    assert "Rp51,62 ribu" not in wrong["Rp51,6 ribu"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarif bus Rp60 ribu menurut dinas, sedangkan koran menulis lain.",  # contested
        "Tarif bus Rp60 ribu atau Rp65 ribu.",  # two of a sort
        "Tarif bus diumumkan (Rp60 ribu).",  # in parentheses
        "Tarif bus Rp55–60 ribu.",  # part of a span
        "Tarif bus Rp60 miliar.",  # nothing to compare it with
        "Tarif bus tetap, menurut laporan 3 Maret 2025.",  # only when it was said
        "Pada 3 Maret 2025 tarif bus tetap.",
        "Tarif bus Rp60 ribu " + "sekali jalan " * 30 + ".",  # too long for a small screen
    ],
)
def test_what_is_contested_or_mere_circumstance_is_not_asked(text: str) -> None:
    assert about(made(*FEES, *DAYS, section("Bus", text)), "bus") is None


def test_dates_are_asked_with_dates_and_without_the_date_of_the_fact() -> None:
    exercise = about(made(*DAYS), "Pasar malam")
    assert exercise
    assert exercise.options[exercise.right] == "4 Maret 2025"
    assert all(option.endswith("Maret 2025") for option in exercise.options)
    assert exercise.as_of is None


def test_a_heading_that_tells_the_answer_is_no_question() -> None:
    assert about(made(*FEES, section("Tarif bus Rp60 ribu", "Tarif bus dalam kota Rp60 ribu.")), "bus") is None


def test_in_english_the_twins_are_asked() -> None:
    prices = {
        "Parking": "Rp50 thousand",
        "Market stalls": "Rp75 thousand",
        "Waste": "Rp20 thousand",
        "Water": "Rp90 thousand",
    }
    twins = [
        section(f"Bea {n}", statement(f"Bea {n} Rp7 juta.", f"F{n}", english=f"{name} costs {price}."), english=name)
        for n, (name, price) in enumerate(prices.items())
    ]
    exercise = about(made(*twins, language="en"), "Bea 0")
    assert exercise
    assert (exercise.title, exercise.question) == ("Parking", f"Parking costs {GAP}.")
    assert made(*FEES, language="en").exercise(1, 0) is None


def test_a_round_is_the_same_again_and_asks_everything_once() -> None:
    one = made(*FEES)
    first = [one.exercise(7, place) for place in range(5)]
    assert first == [one.exercise(7, place) for place in range(5)]
    assert len({each.statement for each in first if each}) == 4
    assert first[4] is None
    assert first != [one.exercise(8, place) for place in range(5)]
    assert all(len(set(each.options)) == OPTIONS for each in first if each)


def test_every_section_has_its_turn_before_one_comes_again() -> None:
    rows = [f"Lapak {name} membayar Rp{n}1 ribu." for n, name in enumerate("ikan sayur daging buah kue".split(), 3)]
    one = made(*FEES, section("Pasar", *rows))
    firsts = [one.release.statements[each.statement].section for n in range(5) if (each := one.exercise(3, n))]
    assert len(set(firsts)) == len(firsts) == 5


def test_only_what_may_be_said_is_asked() -> None:
    promises = tuple(section(one.title, *one.statements, kind=Kind.JANJI) for one in FEES)
    known: Document = document(*promises)
    assert quiz(release(known), "id", lambda kind: kind is not Kind.JANJI).items == ()


def test_the_digest_is_another_as_soon_as_an_option_is() -> None:
    first, second = (
        about(made(*FEES), "Parkir"),
        about(made(*FEES[:3], section("Tarif lift", "Tarif lift Rp95 ribu.")), "Parkir"),
    )
    assert first
    assert second
    assert first.digest != second.digest
