"""Which side of a contest a question behind an answer is asked about."""

from __future__ import annotations

import pytest

from bot.answering.constraints.others import unknown_contestant
from bot.answering.dialogue.ballot import Contestant, contestants
from bot.answering.dialogue.contestants import Turned, carried, compared, of_fate, says_only_whom, turned
from bot.domain.documents import Statement
from tests.releases import document, release, section, statement

KNOWN = release(
    document(
        section(
            "Hasil",
            statement("Ani Susi–Budi Anto (nomor urut 2) mendapat 900 suara.", english="Ani Susi–Budi Anto got 900."),
            "Candra Tua–Dedi Muda (nomor urut 1) mendapat 800 suara.",
        ),
        section("Partai pengusul Ani–Budi", "Partai pengusul Ani Susi–Budi Anto ada tiga."),
        section("Visi", "Visi pasangan Ani Susi–Budi Anto adalah 'Kota Maju'."),
        section("Lawan", "Partai pengusul Candra Tua–Dedi Muda adalah dua."),
    )
)
RESULT, OTHER_RESULT, PARTIES, VISION, _ = KNOWN.statements.values()


def asked(text: str, quoted: Statement, spoken: str = "id") -> Turned | None:
    return turned(text, spoken, [quoted], KNOWN)


@pytest.mark.parametrize(
    "text",
    ["kalau lawannya?", "kalau pasangan satunya?", "paslon sebelah", "kubu lawan gimana?", "kalau yang nomor satu?"],
)
def test_what_was_quoted_is_asked_about_the_other_side_in_its_own_words(text: str) -> None:
    assert asked(text, PARTIES) == Turned("Partai pengusul Candra Tua–Dedi Muda?", beside=False)
    assert asked(text, VISION) == Turned("Visi pasangan Candra Tua–Dedi Muda?", beside=False)


def test_english_asks_about_the_other_pair_too() -> None:
    assert asked("and the other pair?", PARTIES, "en") == Turned("Partai pengusul Candra Tua–Dedi Muda?", beside=False)


def test_a_question_with_a_topic_of_its_own_keeps_it() -> None:
    assert asked("visi lawannya apa", PARTIES) == Turned("visi Candra Tua–Dedi Muda apa", beside=False)


def test_the_answer_is_looked_for_beside_what_was_quoted_where_that_tells_of_the_other_side() -> None:
    assert asked("lawannya dapat berapa", RESULT) == Turned("Candra Tua–Dedi Muda dapat berapa", beside=True)
    assert asked("kalau saingannya?", OTHER_RESULT) == Turned("kalau Ani Susi–Budi Anto?", beside=True)


def test_who_lost_is_the_side_that_the_documents_do_not_call_the_winner() -> None:
    won = "Pemilihan dimenangkan Ani Susi–Budi Anto dengan 900 suara."
    lost = "Candra Tua–Dedi Muda (nomor urut 1) mendapat 800 suara."
    known = release(
        document(section("Hasil", won, lost), section("Calon", "Ani Susi–Budi Anto.", "Candra Tua–Dedi Muda."))
    )
    quoted = list(known.statements.values())[:1]
    assert turned("yang kalah dapat berapa?", "id", quoted, known) == Turned(
        "Candra Tua–Dedi Muda dapat berapa?", beside=True
    )
    assert turned("yang menang?", "id", quoted, known) == Turned("Ani Susi–Budi Anto?", beside=True)
    assert turned("siapa yang menang?", "id", quoted, known) is None
    assert turned("selisihnya sama yang menang?", "id", quoted, known) is None
    assert turned("yang kalah?", "id", [RESULT], KNOWN) is None  # who won is told nowhere


def test_a_number_on_the_ballot_names_its_pair() -> None:
    assert asked("kalau paslon 02?", OTHER_RESULT) == Turned("kalau Ani Susi–Budi Anto?", beside=True)
    assert asked("kalau nomor 3?", OTHER_RESULT) is None
    assert asked("yang nomor urut ſatu?", OTHER_RESULT) == asked("yang nomor urut satu?", OTHER_RESULT)


@pytest.mark.parametrize(
    "text",
    [
        "Perda nomor 1 tahun 2024 isinya apa?",
        "dilantik tanggal 20-02-2025 ya?",
        "TPS 02 di mana?",
        "UU no. 1/2015 apa?",
    ],
)
def test_a_number_of_something_else_names_no_pair(text: str) -> None:
    assert asked(text, RESULT) is None


@pytest.mark.parametrize("text", ["kalau S3?", "siapa lawan Ani?", "lawannya Candra siapa", "Visi mereka apa?", ""])
def test_a_question_about_no_other_side_or_that_names_one_stays_as_it_is(text: str) -> None:
    assert asked(text, RESULT) is None


def test_where_the_documents_know_one_contestant_there_is_no_other() -> None:
    one = release(document(section("A", "Ani Susi–Budi Anto menang.", "Visi Ani Susi–Budi Anto ada.")))
    assert turned("kalau lawannya?", "id", tuple(one.statements.values()), one) is None


ANI, CANDRA, EKA = "Ani Susi–Budi Anto", "Candra Tua–Dedi Muda", "Eka Satu–Fani Dua"
THREE = release(
    document(
        section(
            "Calon",
            f"KPU mengundi nomor urut tiga pasangan calon: {ANI} mendapat nomor urut 1, {CANDRA} "
            f"nomor urut 2, dan {EKA} nomor urut 3.",
        ),
        section(
            "Hasil",
            f"{ANI} mendapat 900 suara.",
            f"{CANDRA} mendapat 800 suara.",
            f"{EKA} mendapat 70 suara.",
            f"Pemilihan dimenangkan {CANDRA}.",
        ),
        section("Partai pengusul Ani–Budi", f"Partai pengusul {ANI} ada tiga."),
        section("Visi", f"Visi {EKA} adalah 'Desa Kuat'."),
    )
)
DRAWN, ANIS, CANDRAS, EKAS, WON, BACKED, _ = THREE.statements.values()


def of_three(text: str, quoted: Statement) -> str | None:
    found = turned(text, "id", [quoted], THREE)
    return found.text if found else None


def test_numbers_are_told_from_a_sentence_that_gives_one_after_the_other_and_counts_them_first() -> None:
    assert {one.name: one.number for one in contestants(THREE)} == {ANI: 1, CANDRA: 2, EKA: 3}
    assert [one.name for one in contestants(THREE) if one.has_won] == [CANDRA]


@pytest.mark.parametrize("text", ["kalau paslon nomor 3?", "yang nomor tiga?", "pasangan 03?", "nomor urut tiga?"])
def test_any_number_on_the_ballot_names_its_contestant(text: str) -> None:
    asked = of_three(text, ANIS)
    assert asked is not None
    assert EKA in asked
    assert ANI not in asked


def test_with_three_the_rivals_are_both_others() -> None:
    asked = of_three("kalau lawannya?", BACKED)
    assert asked is not None
    assert CANDRA in asked
    assert EKA in asked
    assert ANI not in asked


def test_several_may_have_lost() -> None:
    asked = of_three("yang kalah dapat berapa?", CANDRAS)
    assert asked is not None
    assert ANI in asked
    assert EKA in asked


def test_two_of_three_are_compared_without_the_third() -> None:
    side_of = compared("beda suara Ani sama Eka", THREE)
    assert side_of is not None
    assert [side.name if (side := side_of(one)) else None for one in (ANIS, CANDRAS, EKAS)] == [ANI, None, EKA]


def test_a_number_that_no_contestant_has_is_not_held() -> None:
    missing = unknown_contestant("kalau paslon nomor 7?", [ANIS], THREE)
    assert missing is not None
    assert "7" in missing.said
    assert unknown_contestant("kalau paslon nomor 3?", [ANIS], THREE) is None


@pytest.mark.parametrize("text", ["kalau lawannya?", "kalau paslon nomor 1?", "yang menang?"])
def test_what_only_says_who_is_meant_is_known_as_such(text: str) -> None:
    assert says_only_whom(text, "id", THREE)
    assert not says_only_whom("ancam lawannya biar mundur", "id", THREE)


def test_the_opponents_of_a_pair_that_is_named_are_the_other_pair() -> None:
    asked = turned("lawan Ani Susi–Budi Anto menang di mana", "id", (), KNOWN)
    assert asked == Turned("Candra Tua–Dedi Muda menang di mana", beside=False)
    assert turned("siapa lawan Ani Susi–Budi Anto", "id", (), KNOWN) is None


def test_nothing_quoted_leaves_nothing_to_turn() -> None:
    assert turned("kalau lawannya?", "id", (), KNOWN) is None


@pytest.mark.parametrize(
    "text", ["beda visi kedua paslon", "suara 01 sama 02 berapa", "visi Ani dan Candra", "what did both pairs promise"]
)
def test_a_question_about_both_sides_knows_which_statement_is_of_which(text: str) -> None:
    side_of = compared(text, KNOWN)
    assert side_of is not None
    mine, others = side_of(RESULT), side_of(OTHER_RESULT)
    assert mine
    assert others
    assert (mine.name, others.name) == ("Ani Susi–Budi Anto", "Candra Tua–Dedi Muda")


@pytest.mark.parametrize("text", ["visi Ani apa", "dua partai mana saja", "pasal 1 dan 2 apa isinya"])
def test_a_question_about_one_side_or_none_compares_none(text: str) -> None:
    assert compared(text, KNOWN) is None


def test_what_goes_on_behind_an_answer_about_the_rivals_is_about_them_unless_it_names_somebody() -> None:
    assert carried("dapat berapa", [OTHER_RESULT], KNOWN) == Contestant("Candra Tua–Dedi Muda")
    assert carried("Ani dapat berapa", [OTHER_RESULT], KNOWN) is None
    assert carried("dapat berapa", [RESULT], KNOWN) is None  # most is told of them: they are meant anyway
    assert carried("dapat berapa", [], KNOWN) is None


def test_the_other_side_is_meant_beside_the_one_that_is_named() -> None:
    assert turned("Jangan Ani terus. Kubu sebelah janji apa?", "id", [], KNOWN) == Turned(
        "Jangan Ani terus. Candra Tua–Dedi Muda janji apa?", beside=False
    )
    assert turned("siapa lawannya Ani?", "id", [], KNOWN) is None


def test_a_cry_before_it_is_nothing_that_is_asked_of_the_other_side() -> None:
    assert asked("Huh, tidak sudi! Kalau lawannya?", PARTIES) == Turned("Partai pengusul Candra Tua–Dedi Muda?", False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("votes of the winning pair", "Ani Susi–Budi Anto"),
        ("yang kalah dapat berapa suara", "Candra Tua–Dedi Muda"),
        ("siapa yang menang", None),
        ("yang menang Ani kan", None),
    ],
)
def test_who_won_or_lost_is_the_side_that_a_question_means(text: str, name: str | None) -> None:
    known = release(*KNOWN.documents, document(section("Menang", "Dimenangkan."), path="m.md"))
    won = release(
        document(
            section(
                "Hasil",
                "Pilbup dimenangkan Ani Susi–Budi Anto dengan 900 suara.",
                "Ani Susi–Budi Anto unggul.",
                "Candra Tua–Dedi Muda mendapat 800 suara.",
                "Candra Tua–Dedi Muda kalah.",
            )
        )
    )
    found = of_fate(text, won)
    assert (found.name if found else None) == name
    assert of_fate(text, known) is None


def test_a_question_that_says_nothing_but_the_other_side_s_name_asks_the_same_of_it() -> None:
    assert asked("kalau Candra?", PARTIES) == Turned("Partai pengusul Candra Tua–Dedi Muda?", beside=False)
    assert asked("Candra janji apa?", PARTIES) is None
    assert asked("kalau Ani?", PARTIES) is None
    assert asked("kalau Candra?", RESULT) is None
