"""Where the asker lives and theirs study, as far as that is what a question asks of."""

from __future__ import annotations

import pytest

from bot.answering.constraints.homes import towns_told
from bot.answering.constraints.recognisers import missing
from tests.answering.constraints.test_recognisers import query
from tests.releases import document, release, section

KNOWN = release(
    document(
        section("Internet", "Internet gratis 50 Mbps sudah terpasang di 80 desa."),
        section("Hasil", "Ani Susi mendapat 900 suara."),
        section("Upah", "UMK Kota Contoh 3 juta."),
    )
)


def place(question: str) -> str | None:
    constraint = missing(query(question, KNOWN), tuple(KNOWN.statements.values()), KNOWN)
    return constraint.said if constraint else None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kami di Contoh ini malu. Berapa suara Ani khusus di kota kami?", "Contoh"),
        ("Saya orang Melati Ulu, berapa Mbps internet gratis di kampung saya?", "Melati Ulu"),
        ("kampung saya di Melati Ulu, internet desa sudah terpasang kah belum?", "Melati Ulu"),
    ],
)
def test_what_has_its_own_count_where_the_asker_lives_must_be_told_of_that(question: str, said: str) -> None:
    assert place(question) == said


@pytest.mark.parametrize(
    "question",
    [
        "Saya orang Melati Ulu, berapa suara Ani?",
        "Kampung kami di Melati Ulu, berapa upahnya?",
        "Kami di Contoh. Kota kami indah. Berapa suara Ani?",
    ],
)
def test_where_the_asker_lives_tells_only_of_them_where_all_of_it_is_asked(question: str) -> None:
    assert place(question) is None


def test_our_town_is_the_one_that_the_asker_names() -> None:
    known = release(document(section("Upah", "UMK Kota Contoh 3 juta.", "UMK Kota Lain Jaya 4 juta.")))
    tells = towns_told(query("Saya orang Lain Jaya, UMK di kota kami berapa?", known), known)
    assert tells
    assert [tells(one) for one in known.statements.values()] == [False, True]
    assert towns_told(query("Saya orang Lain Jaya, UMK tertinggi provinsi berapa?", known), known) is None
