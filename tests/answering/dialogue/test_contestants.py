"""Which contestants a question behind an answer is asked about: of two pairs, of more, or of single candidates."""

from __future__ import annotations

import pytest

from bot.answering.constraints.ballot_numbers import unknown
from bot.answering.dialogue.ballot import Contestant, contestants
from bot.answering.dialogue.contestants import (
    Turned,
    carried,
    compared,
    says_only_whom,
    turned,
)
from bot.domain.documents import Release, Statement
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


def test_where_the_documents_know_one_pair_there_is_no_other() -> None:
    one = release(document(section("A", "Ani Susi–Budi Anto menang.", "Visi Ani Susi–Budi Anto ada.")))
    assert turned("kalau lawannya?", "id", tuple(one.statements.values()), one) is None


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


def test_a_question_that_says_nothing_but_the_other_side_s_name_asks_the_same_of_it() -> None:
    assert asked("kalau Candra?", PARTIES) == Turned("Partai pengusul Candra Tua–Dedi Muda?", beside=False)
    assert asked("Candra janji apa?", PARTIES) is None
    assert asked("kalau Ani?", PARTIES) is None
    assert asked("kalau Candra?", RESULT) is None


ANI, CANDRA, EKA, GITA = ("Ani Susi–Budi Anto", "Candra Tua–Dedi Muda", "Eka Satu–Fani Dua", "Gita Raya–Hari Jaya")


def contest(*names: str, winner: str = "") -> Release:
    numbers = [f"Pada undian, {name} mendapat nomor urut {number}." for number, name in enumerate(names, 1)]
    votes = [f"{name} mendapat {number}00 suara." for number, name in enumerate(names, 1)]
    parties = [
        section(f"Partai {name}", f"Partai pengusul {name} adalah {number}.") for number, name in enumerate(names)
    ]
    won = [f"Pilbup dimenangkan {winner}."] if winner else []
    return release(document(section("Nomor", *numbers), section("Hasil", *won, *votes), *parties))


THREE, FOUR = contest(ANI, CANDRA, EKA, winner=ANI), contest(ANI, CANDRA, EKA, GITA, winner=CANDRA)


def told(known: Release, part: str) -> Statement:
    return next(one for one in known.statements.values() if part in one.text)


def behind(text: str, part: str, known: Release = THREE, spoken: str = "id") -> Turned | None:
    return turned(text, spoken, [told(known, part)], known)


def test_the_documents_tell_who_stands_with_number_and_outcome() -> None:
    assert [(one.name, one.number, one.has_won) for one in contestants(THREE)] == [
        (ANI, 1, True),
        (CANDRA, 2, False),
        (EKA, 3, False),
    ]
    assert {one.number for one in contestants(FOUR)} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "texts",
    [
        ("Ada tiga: Ani Susi–Budi Anto (nomor urut 1), Candra Tua–Dedi Muda (nomor urut 2), Eka Satu–Fani Dua (03).",),
        ("Nomor urut 1 Ani Susi–Budi Anto, nomor urut 2 Candra Tua–Dedi Muda.",),
        ("Paslon 01 adalah Ani Susi–Budi Anto.", "Pasangan Candra Tua–Dedi Muda bernomor urut dua, nomor urut dua."),
    ],
)
def test_a_number_belongs_to_the_name_beside_it(texts: tuple[str, ...]) -> None:
    told = {one.name: one.number for one in contestants(release(document(section("A", *texts))))}
    assert (told[ANI], told[CANDRA]) == (1, 2)


def test_a_table_tells_numbers() -> None:
    rows = [statement(f"{n} | {name}", headers="Nomor urut | Pasangan") for n, name in enumerate((ANI, CANDRA, EKA), 1)]
    found = contestants(release(document(section("A", *rows))))
    assert [(one.name, one.number) for one in found] == [(ANI, 1), (CANDRA, 2), (EKA, 3)]


def test_a_road_between_two_places_stands_on_no_ballot() -> None:
    roads = section("Jalan", "Tol Kota Lama–Bukit Baru dibangun.", "Tol Kota Lama–Bukit Baru dibuka.")
    known = release(*THREE.documents, document(roads, path="jalan.md"))
    assert [one.name for one in contestants(known)] == [ANI, CANDRA, EKA]


@pytest.mark.parametrize("text", ["kalau lawannya?", "paslon lain?", "kubu lawan gimana?"])
def test_of_three_the_others_are_both_asked_the_same(text: str) -> None:
    assert behind(text, f"pengusul {ANI}") == Turned(f"Partai pengusul {CANDRA} dan {EKA}?", beside=False)
    assert behind(text, f"pengusul {ANI}", FOUR) == Turned(
        f"Partai pengusul {CANDRA} dan {EKA} dan {GITA}?", beside=False
    )


def test_english_joins_the_others_in_english() -> None:
    assert behind("and the other pairs?", f"pengusul {ANI}", spoken="en") == Turned(
        f"Partai pengusul {CANDRA} and {EKA}?", beside=False
    )


def test_the_others_are_looked_for_beside_what_was_quoted_where_it_tells_of_each() -> None:
    asked = behind("lawannya dapat berapa?", f"{ANI} mendapat 100 suara")
    assert asked == Turned(f"{CANDRA} dan {EKA} dapat berapa?", beside=True)


def test_behind_an_answer_about_two_of_three_the_third_is_the_other() -> None:
    quoted = [told(THREE, f"pengusul {CANDRA}"), told(THREE, f"pengusul {EKA}")]
    assert turned("kalau lawannya?", "id", quoted, THREE) == Turned(f"Partai pengusul {ANI}?", beside=False)


@pytest.mark.parametrize(
    "text",
    ["kalau paslon nomor 3?", "yang nomor tiga?", "pasangan 03", "kalau nomor urut 3?", "paslon 3?", "calon no. 3"],
)
def test_any_number_names_its_contestant(text: str) -> None:
    assert behind(text, f"pengusul {ANI}") == Turned(f"Partai pengusul {EKA}?", beside=False)


@pytest.mark.parametrize(("number", "said"), [(7, "tujuh"), (12, "dua belas"), (15, "lima belas"), (8, "eight")])
def test_number_words_go_as_far_as_ballots_do(number: int, said: str) -> None:
    known = contest(*(f"{first}a Satu–{first}i Dua" for first in "BCDFGHJKLMNPRST"))
    named = next(one.name for one in contestants(known) if one.number == number)
    assert behind(f"yang nomor {said}?", "pengusul Ba Satu", known) == Turned(f"Partai pengusul {named}?", beside=False)


def test_a_number_is_put_in_words_at_once_where_there_are_more_than_two() -> None:
    assert turned("janji paslon nomor tiga apa", "id", (), THREE) == Turned(f"janji {EKA} apa", beside=False)
    assert turned("paslon nomor 3 siapa", "id", (), THREE) is None  # the number itself is asked about
    assert turned("janji paslon nomor 2 apa", "id", (), KNOWN) is None


def test_all_who_lost_are_meant() -> None:
    assert behind("yang kalah dapat berapa?", f"{ANI} mendapat") == Turned(f"{CANDRA} dan {EKA} dapat berapa?", True)
    assert behind("yang menang dapat berapa?", f"{EKA} mendapat") == Turned(f"{ANI} dapat berapa?", beside=True)
    assert compared("yang kalah dapat berapa", THREE) is not None


def test_who_the_others_are_is_asked_of_the_section_that_numbers_them() -> None:
    asked = Turned(f"Nomor {CANDRA} dan {EKA}?", beside=False)
    assert behind("siapa saja lawannya?", f"pengusul {ANI}") == asked
    assert turned("siapa saja lawan Ani Susi-Budi Anto?", "id", (), THREE) == asked
    assert turned("siapa lawan Ani?", "id", (), THREE) == asked


def test_another_of_three_is_asked_the_same_by_name() -> None:
    assert behind("kalau Eka?", f"pengusul {ANI}") == Turned(f"Partai pengusul {EKA}?", beside=False)
    assert behind("kalau Candra dan Eka?", f"pengusul {ANI}") == Turned(f"Partai pengusul {CANDRA} dan {EKA}?", False)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("beda partai Ani dan Eka", {ANI, EKA}),
        ("suara paslon 01 sama 03", {ANI, EKA}),
        ("suara paslon 03 sama 01", {ANI, EKA}),
        ("visi ketiga pasangan", {ANI, CANDRA, EKA}),
        ("visi semua paslon", {ANI, CANDRA, EKA}),
        ("what did all three pairs promise", {ANI, CANDRA, EKA}),
        ("visi kedua pasangan", set()),  # which two?
        ("visi Ani", set()),
    ],
)
def test_a_question_about_several_of_three_knows_what_is_of_which(text: str, names: set[str]) -> None:
    side_of = compared(text, THREE)
    found = {side.name for one in THREE.statements.values() if side_of and (side := side_of(one))}
    assert found == names


def test_a_number_that_nobody_has_is_not_held() -> None:
    pin = unknown("kalau paslon nomor 5?", [told(THREE, f"pengusul {ANI}")], THREE)
    assert pin
    assert (pin.said, pin.meets(f"{EKA} mendapat nomor urut 3.")) == ("paslon nomor 5", False)
    assert unknown("kalau paslon nomor 3?", [], THREE) is None
    assert unknown("nomor urut 5 kan?", [], THREE) is None  # to be settled by what the documents say
    assert unknown("nomor urut Ani 5", [], THREE) is None
    assert unknown("yang nomor 5?", [], THREE) is None  # of a list, perhaps


def test_a_number_that_the_documents_tell_without_a_name_is_held() -> None:
    texts = ("Ani Susi–Budi Anto mendapat nomor urut 2.", "Pasangan nomor urut 1 memperoleh 400 suara.")
    assert unknown("paslon nomor 1 dapat berapa", [], release(document(section("A", *texts)))) is None


@pytest.mark.parametrize(
    "text", ["kalau lawannya?", "kalau paslon nomor 7?", "yang kalah?", "kalau Eka?", "kubu sebelah"]
)
def test_what_says_only_whom_it_means_says_nothing_of_its_own(text: str) -> None:
    assert says_only_whom(text, "id", THREE)


@pytest.mark.parametrize("text", ["hancurkan lawannya", "kalau S3?", "visi lawannya", "", "kenapa Eka kalah telak"])
def test_what_says_more_has_words_of_its_own(text: str) -> None:
    assert not says_only_whom(text, "id", THREE)


SINGLE = release(
    document(
        section(
            "Calon kepala desa",
            "Calon nomor urut 1 adalah Rina Wati.",
            "Joko Adi Putra, S.E., M.M., mendapat nomor urut 2.",
            "Pada undian itu Sri Rejeki mendapat nomor urut 3.",
        ),
        section("Hasil", "Pilkades dimenangkan Rina Wati.", "Joko Adi Putra kalah.", "Sri Rejeki kalah."),
        section("Janji Rina", "Janji Rina Wati adalah irigasi."),
    )
)


def test_single_candidates_are_contestants_with_all_their_names() -> None:
    found = {one.name: (one.number, one.has_won) for one in contestants(SINGLE)}
    assert found == {"Rina Wati": (1, True), "Joko Adi Putra": (2, False), "Sri Rejeki": (3, False)}


def test_single_candidates_are_asked_about_like_pairs() -> None:
    assert behind("kalau lawannya?", "irigasi", SINGLE) == Turned("Janji Joko Adi Putra dan Sri Rejeki?", beside=False)
    assert behind("kalau calon nomor dua?", "irigasi", SINGLE) == Turned("Janji Joko Adi Putra?", beside=False)
    assert behind("kalau Joko?", "irigasi", SINGLE) == Turned("Janji Joko Adi Putra?", beside=False)


def test_what_goes_on_behind_an_answer_about_one_of_three_is_about_it() -> None:
    assert carried("dapat berapa", [told(THREE, f"pengusul {EKA}")], THREE) == Contestant(EKA)
    assert carried("dapat berapa", [told(THREE, f"pengusul {ANI}")], THREE) is None


def test_numbers_are_told_from_a_sentence_that_gives_one_after_the_other_and_counts_them_first() -> None:
    drawn = (
        f"KPU mengundi nomor urut tiga pasangan calon: {ANI} mendapat nomor urut 1, {CANDRA} nomor urut 2, "
        f"dan {EKA} nomor urut 3."
    )
    known = release(
        document(section("Calon", drawn), section("Hasil", *(f"{one} ikut." for one in (ANI, CANDRA, EKA))))
    )
    assert {one.name: one.number for one in contestants(known)} == {ANI: 1, CANDRA: 2, EKA: 3}
