"""What a question names that an answer needn't tell of: one of two things, what is believed, what is asked besides."""

from __future__ import annotations

import pytest

from bot.answering.constraints.constraint import Constraint
from bot.answering.retrieval.found import Findings, Found
from tests.answering.choosing import chosen_of
from tests.answering.constraints.test_recognisers import lacking, query
from tests.releases import document, release, section

HOUSE = "Bantuan rumah menanggung biaya administrasi."
WAGES = "UMP 2026 naik menjadi Rp3 juta."
NEXT = "Pilgub berikutnya diperkirakan pada 2031."
LEADS = "Masa jabatan gubernur berakhir 2029 atau 2030."
INCENTIVE = "Insentif guru Rp500 ribu."


def answer(question: str, text: str, *others: str, settles: bool = False) -> Constraint | None:
    """What a question lacks where one statement is found for it; the documents hold others, too."""
    known = release(document(section("A", text), section("B", *(others or ("Lainnya.",)))))
    found = Found(next(iter(known.statements.values())), 1.0, 0.9)
    return chosen_of(query(question, known), Findings((found,)), known, settles=settles)[1]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("bantuan rumah itu cicilannya ditanggung atau cuma biaya administrasi?", HOUSE),
        ("deklarasi di Contoh atau di Jakarta?", "Deklarasi digelar di Contoh."),
        ("pencoblosan itu tahun 2023 atau 2024 sih", "Pencoblosan pada 27 November 2024."),
    ],
)
def test_of_two_things_the_one_that_is_so_settles_the_question(question: str, text: str) -> None:
    assert answer(question, text) is None


def test_of_two_things_neither_of_which_is_told_the_first_is_missing() -> None:
    assert answer("bantuan rumah itu tipe 36 atau 45?", HOUSE) is not None


@pytest.mark.parametrize(
    "question",
    [
        "nyoblos gubernur lagi tahun berapa, 2029 tidak jadi kan katanya",
        "kapan pilgub lagi, 2029 sudah pasti batal kah",
        "pilgub diundur dari 2029 ke kapan?",
        "no governor election in 2029 then? when will it be",
        "pilgub berikutnya kan tahun 2029? tanggal berapa persisnya",
        "kirain pilgub lagi 2029, ternyata kapan",
    ],
)
def test_a_year_that_is_denied_or_believed_where_it_is_asked_when_pins_nothing_down(question: str) -> None:
    assert answer(question, NEXT) is None


def test_a_year_that_is_asked_about_still_is() -> None:
    assert answer("kira-kira pilgub 2035 kapan", NEXT) is not None
    assert answer("katanya ada pilgub 2035, kapan?", NEXT) is not None


def test_a_year_whose_number_somebody_knows_is_not_asked_about() -> None:
    constraint = answer("UMP 2019 berapa ya, yang 2026 saya sudah tahu berapanya", WAGES)
    assert constraint is not None
    assert constraint.said == "2019"


def test_the_year_of_a_campaign_that_the_documents_tell_of_only_names_it() -> None:
    promised = "Pajak bumi tidak dijanjikan gratis."
    assert answer("pajak bumi dijanjikan gratis waktu kampanye 2024?", promised, "Janji pada kampanye 2024.") is None
    assert (
        answer("pajak bumi dijanjikan gratis waktu kampanye 2034?", promised, "Janji pada kampanye 2024.") is not None
    )


def test_a_year_a_likeness_is_drawn_to_pins_nothing_down() -> None:
    assert answer("UMP 2026 naik berapa, tidak seperti 2019 kan", WAGES) is None


def test_a_year_that_is_to_be_settled_is_settled_by_another() -> None:
    assert answer("gubernur menjabat sampai 2028 kan?", LEADS, settles=True) is None


def test_a_number_of_one_year_is_not_settled_by_that_of_another() -> None:
    assert answer("UMP 2024 kan 2 juta?", WAGES, "Kuota 2024 habis.", settles=True) is not None


def test_what_a_group_is_given_is_not_settled_by_what_is_told_of_it_elsewhere() -> None:
    assert answer("insentif bidan ada kan?", INCENTIVE, "Bidan hadir.", settles=True) is not None


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("UMP 2026 berapa, dan dulu tahun 2019 berapa?", WAGES, "2019"),
        ("berapa UMP 2026 dan 2019", WAGES, "2019"),
        ("insentif guru berapa, dan insentif nelayan berapa?", INCENTIVE, "nelayan"),
    ],
)
def test_what_is_only_asked_besides_leaves_the_half_that_is_held_answered(question: str, text: str, said: str) -> None:
    constraint = answer(question, text)
    assert constraint is not None
    assert (constraint.said, constraint.is_besides) == (said, True)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("UMP 2019 berapa ya, yang 2026 sudah tahu", WAGES),
        ("UMP 2019 berapa, dan siapa yang menetapkan?", WAGES),
        ("insentif nelayan berapa", INCENTIVE),
    ],
)
def test_what_is_asked_first_or_alone_is_not_only_asked_besides(question: str, text: str) -> None:
    constraint = answer(question, text)
    assert constraint is not None
    assert not constraint.is_besides


def test_a_reason_that_is_only_supposed_pins_nothing_down() -> None:
    known = release(document(section("Dicoret", "Mereka dicoret karena tidak mendaftar.")))
    assert lacking("mereka dicoret karena ipk rendah kan", known) is None
    assert lacking("katanya dicoret karena ipk jelek, alasan sebenarnya apa", known) is None
    assert lacking("ipk minimal berapa supaya tidak dicoret", known) == ("topic", "ipk")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("apakah wajah boleh dipoles untuk bahan pemilu", None),
        ("bahannya apa", ("topic", "bahannya")),
        ("ada pengecualian buat profesi guru", None),
        ("warna bajunya apa", None),  # told without the word
    ],
)
def test_a_word_that_also_means_other_things_pins_down_only_what_is_asked(
    question: str, found: tuple[str, str] | None
) -> None:
    known = release(document(section("Baju", "Baju gratis putih untuk guru.")))
    assert lacking(question, known) == found
