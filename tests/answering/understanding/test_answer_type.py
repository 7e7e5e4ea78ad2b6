"""What a question wants to hear."""

from __future__ import annotations

import pytest

from bot.answering.understanding.answer_type import answer_type


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("berapa suara pasangan itu", "Pasangan itu memperoleh 996.399 suara.", 1.0),
        ("berapa suara pasangan itu", "Pasangan itu mendapat nomor urut 2.", 0.0),
        ("pasangan itu nomor urut berapa", "Pasangan itu mendapat nomor urut 2.", 1.0),
        ("umurnya berapa", "Paling tua 35 tahun.", 1.0),
        ("berapa insentif guru", "Insentif guru dibayar tiap triwulan sejak Juni 2025.", 0.0),
        ("berapa insentif guru sebulan", "Insentif guru besarnya Rp500 ribu per bulan.", 1.0),
        ("berapa insentif guru sebulan", "Insentif guru diberikan kepada 25.163 guru.", 0.0),
        ("berapa orang penerima insentif", "Insentif guru diberikan kepada 25.163 guru.", 0.5),
        ("berapa honorer yang diangkat", "Insentif guru besarnya Rp500 ribu per bulan.", 0.5),
        ("berapa SPPG yang jalan", "Insentif guru besarnya Rp500 ribu per bulan.", 0.5),
        ("berapa lama bantuannya", "Bantuan S1 dibayar 8 semester.", 1.0),
        ("bantuan S2 berapa", "Bantuan S2 diberikan untuk mahasiswa.", 0.0),
        ("kapan dilantik", "Dilantik 20 Februari 2025 di Jakarta.", 1.0),
        ("kapan dilantik", "Dilantik pada 2025.", 0.75),
        ("kapan dilantik", "Dilantik pada Februari 2025.", 0.75),
        ("kapan dilantik", "Dilantik di Jakarta (laporan 20 Februari 2025).", 0.5),
        ("kapan dilantik", "Dilantik di Jakarta.", 0.0),
        ("paling lambat kapan dilaporkan", "Dilaporkan paling lama 7 hari sejak diketahui.", 0.75),
        ("kapan dilaporkan", "Laporan diperiksa 7 hari.", 0.0),
        ("from what month until what month", "The discount holds from April to December 2026.", 0.75),
        ("mulai bulan berapa", "Iuran mulai Rp16.800.", 0.0),
        ("cairnya tiap berapa bulan", "Insentif dibayar tiap tiga bulan.", 1.0),
        ("guru yang seperti apa yang dapat", "Insentif diberikan kepada guru honorer.", 1.0),
        ("guru yang seperti apa yang dapat", "Insentif besarnya Rp500 ribu.", 0.0),
        ("bantuan itu untuk siapa", "Bantuan diberikan kepada warga.", 1.0),
        ("berapa pemohon bantuan biaya rumah", "Kuota bantuan biaya rumah 2026 adalah 2.000 pemohon.", 1.0),
        ("kenapa ditunda", "Pencairan ditunda karena data belum lengkap.", 1.0),
        ("isi paketnya apa saja", "Paket berisi tas, sepatu, topi, dan ikat pinggang.", 1.0),
        ("isi paketnya apa saja", "Paket senilai sekitar Rp1 juta.", 0.0),
    ],
)
def test_what_gives_the_asked_number_date_name_or_place_fits(question: str, text: str, expected: float) -> None:
    judge = answer_type(question)
    assert judge is not None
    assert judge(text) == expected


def test_english_numbers_are_read_in_english() -> None:
    judge = answer_type("how many students are there", "en")
    assert judge is not None
    assert judge("There are 30,943 students.") == 1.0


def test_a_question_may_want_nothing_special() -> None:
    assert answer_type("apa syaratnya") is None


def test_two_places_are_some_where_it_is_asked_which() -> None:
    judge = answer_type("sisanya daerah mana saja?")
    assert judge is not None
    assert judge("Ani unggul di Contoh dan Melati Ulu.") == 1.0
    assert judge("Ani unggul di 8 daerah dan Budi dan Candra di sisanya.") == 0.0
