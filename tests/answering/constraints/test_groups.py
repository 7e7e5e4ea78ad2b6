"""Groups of people: those who are asked about in particular, not who asks, nor an example."""

from __future__ import annotations

import pytest

from tests.answering.constraints.test_recognisers import lacking
from tests.releases import document, release, section


@pytest.mark.parametrize(
    ("question", "group"),
    [
        ("insentif bidan berapa", "bidan"),
        ("berapa bantuan untuk para nelayan", "nelayan"),
        ("ada janji buat petani?", "petani"),
        ("buat pedagang ada bantuan apa", "pedagang"),
        ("atlet dapat bonus berapa", "atlet"),
        ("nelayan dapat apa", "nelayan"),
        ("how much is the allowance for village midwives", "midwives"),
        ("what subsidy do fishermen get", "fishermen"),
    ],
)
def test_what_a_group_is_given_must_be_told_of_that_group(question: str, group: str) -> None:
    known = release(document(section("Guru", "Insentif guru Rp500 ribu.")))
    assert lacking(question, known) == ("group", group)


@pytest.mark.parametrize(
    "question",
    [
        "kalau nelayan yang ikut asuransi meninggal, santunannya berapa",
        "Suami saya nelayan dan ikut asuransi. Berapa santunan yang kami terima?",
        "petani yang jadi peserta meninggal, ahli warisnya dapat santunan berapa",
        "Saya pensiunan, anak saya mau ikut asuransi. Berapa santunannya?",
        "Anak saya satpam di Contoh. Upah terendah yang sah berapa?",
        "buat nelayan yang mau ikut asuransi, batas umurnya berapa biar dapat bantuan",
        "anak nelayan ikut asuransi, santunan berapa",
        "satpam saya terima uang dari orang, hukumannya apa",
        "my dad is a fisherman, what grant does the family get if he dies",
    ],
)
def test_who_asks_or_is_an_example_asks_what_holds_for_everybody(question: str) -> None:
    known = release(document(section("Asuransi", "Santunan Rp42 juta, juga karena kematian.")))
    assert lacking(question, known) is None
