"""What somebody tells by the way, of themselves or of others, and what they ask nevertheless."""

from __future__ import annotations

import pytest

from bot.answering.understanding.asides import bare
from tests.answering.constraints.test_recognisers import lacking
from tests.releases import document, release, section


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Laptop anak saya rusak. Berapa desa dapat internet gratis?", None),
        ("berapa desa dapat internet gratis? saya terima PKH", None),
        ("laptop gratis ada?", ("topic", "laptop")),
        ("istri saya sakit, internet gratis ada?", None),
    ],
)
def test_what_only_tells_a_story_is_nothing_that_the_answer_must_be_about(
    question: str, found: tuple[str, str] | None
) -> None:
    known = release(document(section("Internet", "Internet gratis di 80 desa.")), names={"Ani Susi": ("ani",)})
    assert lacking(question, known) == found


@pytest.mark.parametrize(
    "question",
    [
        "saya dari Makassar, internet desa sudah berapa",
        "kerja di kapal rute Makassar, internet desa sudah berapa",
        "kelompok magang kami di Makassar: internet desa sudah berapa",
        "keturunan Toraja boleh pakai internet desa",
        "saya baru pindah dari Malang internet desa sudah berapa",
        "tetangga saya di Malang tanya internet desa sudah berapa",
        "I moved from Surabaya two years ago, how many villages have internet?",
        "my cousin in Makassar wants to know how many villages have internet",
        "saya kuliah bahasa Jepang, internet desa sudah berapa",
        "saya guru lulusan UIN Malang, dapat internet desa tidak",
        "tinggal di Jalan Jakarta, internet desa sudah berapa",
        "saya lulus SMA 2019, internet desa sudah berapa",
        "suami saya karyawan PLN, internet desa sudah berapa",
        "bahan skripsi: internet desa sudah berapa",
        "paslon nomor 2 menjanjikan internet di berapa desa",
        "siapa yang bayar internet kalau istri pindah",
        "bapak saya petani, insentif guru internet desa berapa",
        "operator alat berat di Malang nih, internet desa sudah berapa",
        "internet desa secepat kayak di Korea, sudah berapa desa",
    ],
)
def test_what_somebody_tells_of_themselves_is_nothing_that_the_answer_must_be_about(question: str) -> None:
    known = release(document(section("Internet", "Internet gratis di 80 desa, juga bagi guru.")))
    assert lacking(question, known) is None


@pytest.mark.parametrize(
    "question",
    [
        "internet desa di Makassar sudah berapa, saya mau pindah ke sana",
        "saya mau tanya internet desa di Makassar, naik berapa persen",
        "saya di Makassar, internet sini berapa",
        "internet desa 2019 berapa, saya guru",
        "saya mau pindah kerja ke Malang. Internet desa di sana berapa?",
        "berapa anak di Surabaya yang dapat internet",
        "berapa orang Jakarta yang dapat internet",
        "internet desa seperti Jakarta berapa",
        "internet desa sejak 2019 berapa",
        "berapa siswa yang lulus tahun 2019 dan dapat internet desa",
        "how many students graduated in 2019 with internet",
        "internet desa khusus kecamatan Mawar berapa",
    ],
)
def test_what_is_asked_still_is_beside_a_story(question: str) -> None:
    known = release(document(section("Internet", "Internet gratis di 80 desa.")))
    assert lacking(question, known) is not None


@pytest.mark.parametrize(
    "question",
    [
        "Paman saya di Makassar tanya, internet desa sudah berapa",
        "I am a nurse, what is the minimum wage in villages with internet",
        "internet desa untuk sektor unggulan sudah berapa",
    ],
)
def test_who_wants_to_know_it_is_nothing_that_the_answer_must_be_about(question: str) -> None:
    known = release(document(section("Internet", "Internet gratis 2024 di 80 desa, juga bagi guru SD.")))
    assert lacking(question, known) is None


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Sombong amat! Terus sisanya di mana?", "Terus sisanya di mana?"),
        ("and how fast? i only found out yesterday", "and how fast?"),
        ("Gajinya berapa? Tolong, saya guru!", "Gajinya berapa? Tolong, saya guru!"),
        ("Menang!", "Menang!"),
        ("Dia menang? Kotanya di mana?", "Dia menang? Kotanya di mana?"),
    ],
)
def test_a_cry_and_what_the_asker_tells_of_themselves_ask_nothing(said: str, left: str) -> None:
    assert bare(said) == left
