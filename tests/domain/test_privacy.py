"""What tells who wrote a text is taken out of it; what the text asks stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.privacy import EMAIL, FAIR, NUMBERS, person_hash, scrub

FAIR_QUESTIONS = [
    "kuliah gratis S2 umur 35",
    "Rp3.762.431",
    "Rp 3.762.431 per bulan",
    "Rp1377000000000 itu dari mana?",
    "UMP 2025 3.579.313,77",
    "UMP 2025 3579313",
    "27 November 2024",
    "kampanye 25-09-2024 sampai 23-11-2024, nyoblos 27/11/2024",
    "2024-09-25 2024-11-23",
    "tahun 2024 2025 2026",
    "Pergub 24 tahun 2025",
    "Keputusan KPU 149/2024 dan PKPU 13/2024",
    "996.399 suara",
    "DPT 2.821.202, pengguna hak pilih 1.882.391",
    "anggaran Rp1,377 triliun atau 1.377.000.000.000?",
    "5000000000 rupiah buat apa",
    "TPS buka jam 07.00-13.00 atau 08.15 - 13.00 27 November 2024",
    "batas umur 21 25 35 40 tahun",
    "janji mana yang belum jalan?",
    "program apa yang sudah jalan, kata pasangan nomor 2",
    "jalan rusak dan jalan tol kapan diperbaiki",
    "nomor urutnya 01 kan?",
    "nama programnya apa",
    "kenapa nama saya belum muncul di daftar penerima?",
    "nama saya tidak terdaftar, harus gimana",
    "apakah nama saya salah di KTP berpengaruh",
    "kalau alamat saya di luar provinsi apakah dapat?",
    "dana 50 juta per RT",
    "insentif RT 500 ribu",
    "bantuan rt 100 juta benar?",
    "internet desa 841 desa",
    "is it true that S3 is free?",
    "situs https://contoh.go.id/informasi/panduan",
    "100 200 300 ribu yang mana",
]


def has_personal_data(text: str) -> bool:
    """Whether a text holds an identity, phone or account number, or an e-mail address."""
    return bool(EMAIL.search(text)) or any(found.lastgroup not in FAIR for found in NUMBERS.finditer(text))


@pytest.mark.parametrize("question", FAIR_QUESTIONS)
def test_an_ordinary_question_stays_as_it_is(question: str) -> None:
    assert scrub(question) == question
    assert not has_personal_data(question)


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("NIK saya 6472011203990001 bisa daftar?", "NIK saya [nomor] bisa daftar?"),
        ("nik6472011203990001", "nik[nomor]"),
        ("6472 0112 0399 0001", "[nomor]"),
        ("647201-120399-0001", "[nomor]"),
        ("64.72.01.120399.0001", "[nomor]"),
        ("64-72-01-12-03-99-0001", "[nomor]"),
        ("6472 0112-0399.0001 ya", "[nomor] ya"),
        ("6472011203990001 6472011203990002", "[nomor] [nomor]"),
        ("no KK: 6472.0112.0399.0001", "no KK: [nomor]"),
        ("hubungi 081234567890 ya", "hubungi [nomor] ya"),
        ("wa 0812-3456-7890", "wa [nomor]"),
        ("wa 0812 3456 789", "wa [nomor]"),
        ("wa 08.12.34.56.78.90", "wa [nomor]"),
        ("0 8 1 2 3 4 5 6 7 8 9 0", "[nomor]"),
        ("0812 - 3456 - 7890", "[nomor]"),
        ("+62 812-3456-7890", "[nomor]"),
        ("+6281234567890", "[nomor]"),
        ("(+62) 812 3456 7890", "[nomor]"),
        ("6281234567890", "[nomor]"),
        ("62.812.345.678", "[nomor]"),
        ("812-3456-7890 atau 812 3456 7890", "[nomor] atau [nomor]"),
        ("081234567890 umur 25", "[nomor] umur 25"),
        ("081234567890 25 tahun", "[nomor] 25 tahun"),
        ("kantor (0541) 743235", "kantor [nomor]"),
        ("from Malaysia +60 12-345 6789", "from Malaysia [nomor]"),
        ("wa.me/6281234567890", "wa.me/[nomor]"),
        ("rekening BRI 123401012345678", "rekening BRI [nomor]"),
        ("rekening 0123456789", "rekening [nomor]"),
        ("NPWP 12.345.678.9-012.345", "NPWP [nomor]"),
        ("kirim ke siti.a+1@contoh.co.id ya", "kirim ke [email] ya"),
        ("siti (at) contoh.com", "[email]"),
        ("akun saya @siti_aminah99, balas", "akun saya [akun], balas"),
        ("cek t.me/siti_aminah", "cek [akun]"),
        ("https://contoh.go.id/cek?nik=1&token=abc bisa?", "https://contoh.go.id/cek?[rahasia] bisa?"),
        ("123456789:AAF-abcdefghijklmnopqrstuvwxyz12345", "[rahasia]"),
    ],
)
def test_numbers_and_addresses_that_lead_to_a_person_are_taken_out(text: str, scrubbed: str) -> None:
    assert scrub(text) == scrubbed


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("nama saya Siti Aminah, apakah S2 gratis?", "nama saya [nama], apakah S2 gratis?"),
        ("nama saya budi santoso mau tanya kuliah gratis", "nama saya [nama] mau tanya kuliah gratis"),
        ("Nama saya adalah M. Nur'aini umur 20", "Nama saya adalah [nama] umur 20"),
        ("halo namaku Rani. S2 gratis?", "halo namaku [nama]. S2 gratis?"),
        ("nama ulun Udin", "nama ulun [nama]"),
        ("jenengku Slamet, piye carane daftar?", "jenengku [nama], piye carane daftar?"),
        ("perkenalkan saya Budi, mau tanya", "perkenalkan saya [nama], mau tanya"),
        ("nama aku: Joko", "nama aku: [nama]"),
        ("nama anak saya Dewi Lestari sudah kuliah", "nama anak saya [nama] sudah kuliah"),
        ("Nama lengkap: Siti Aminah\nUmur: 20", "Nama lengkap: [nama]\nUmur: 20"),
        ("rekening atas nama Siti Aminah", "rekening atas nama [nama]"),
        ("rekening a.n. Siti Aminah", "rekening a.n. [nama]"),
        ("saya bernama Tono dan mau daftar", "saya bernama [nama] dan mau daftar"),
        ("Hi, my name is John Smith and I study", "Hi, my name is [nama] and I study"),
        ("alamat saya jl pahlawan gang 3, apakah bisa daftar?", "alamat saya [alamat], apakah bisa daftar?"),
        ("alamat: Desa Muara RT 5\nbisa?", "alamat: [alamat]\nbisa?"),
        ("rumah di Jl. P. Suryanata, no. 12B dapat?", "rumah di [alamat] dapat?"),
        ("jalan Merdeka no 5", "[alamat]"),
        ("tinggal di rt 12 rw 03 kelurahan X", "tinggal di [alamat] kelurahan X"),
        ("RT/RW 012/003", "[alamat]"),
        ("my address is 5 Main Street, can I apply?", "my address is [alamat], can I apply?"),
    ],
)
def test_names_and_places_of_living_are_taken_out_and_the_question_stays(text: str, scrubbed: str) -> None:
    assert scrub(text) == scrubbed


@pytest.mark.parametrize("text", ["6472011203990001", "wa 0812-3456-7890", "rekening 1234567890", "a@contoh.id"])
def test_what_leads_to_one_person_by_itself_is_recognised(text: str) -> None:
    assert has_personal_data(text)


SEPARATORS = st.sampled_from(["", " ", ".", "-"])
AROUND = st.text(st.sampled_from("ab Rp.,-:/?08\n["), max_size=12)


def broken_up(digits: str, cuts: set[int], separator: str) -> str:
    return "".join(separator + digit if at in cuts and at else digit for at, digit in enumerate(digits))


@given(
    st.text("0123456789", min_size=16, max_size=16),
    st.sets(st.integers(1, 15)),
    SEPARATORS,
    AROUND.filter(lambda text: not re.search(r"(\d\D?|Rp\W*)$", text)),
    AROUND.filter(lambda text: not re.search(r"^\D?\d", text)),
)
def test_no_sixteen_digits_survive_however_they_are_broken_up(
    digits: str, cuts: set[int], separator: str, before: str, after: str
) -> None:
    number = broken_up(digits, cuts, separator)
    assert number not in scrub(f"{before}{number}{after}")
    assert has_personal_data(f"{before}{number}{after}")


@given(
    st.sampled_from(["08", "628", "+628", "+62 8", "(+62)8"]),
    st.text("123456789", min_size=1, max_size=1),
    st.text("0123456789", min_size=7, max_size=10),
    st.sets(st.integers(1, 10)),
    SEPARATORS,
)
def test_no_phone_number_survives_however_it_is_broken_up(
    prefix: str, first: str, rest: str, cuts: set[int], separator: str
) -> None:
    number = prefix + broken_up(first + rest, cuts, separator)
    assert not re.search(r"\d\D?\d\D?\d", scrub(f"wa saya {number} ya"))
    assert has_personal_data(f"wa saya {number} ya")


@given(st.text(st.sampled_from("0123456789012345678908 .-+()/:,R pa@_"), max_size=60))
@example("0812345678 12345678")
def test_what_was_scrubbed_holds_no_personal_data_and_no_long_run_of_digits(text: str) -> None:
    scrubbed = scrub(text)
    assert not has_personal_data(scrubbed)
    assert not re.search(r"(?<![Rr][Pp])(?<![Rr][Pp][ .])(?<!\d)\d{16}|(?<!\d)08[1-9]\d{7,}", scrubbed)


@given(st.text(max_size=200))
def test_scrubbing_twice_is_scrubbing_once(text: str) -> None:
    assert scrub(scrub(text)) == scrub(text)


@pytest.mark.parametrize(
    "text", ["1 " * 2000, "08-" * 1400, "9" * 4096, "nama saya " * 400, "jalan a " * 500, "alamat saya a " * 300]
)
def test_a_hostile_text_is_scrubbed_quickly(text: str) -> None:
    scrub(text)  # a pattern that backtracks without end would hang here


def test_a_person_is_the_same_hash_under_one_secret_and_another_under_another() -> None:
    assert person_hash(b"secret", 12345) == person_hash(b"secret", "12345")
    assert len({person_hash(b"secret", 1, 23), person_hash(b"secret", 12, 3), person_hash(b"other", 1, 23)}) == 3
    assert re.fullmatch(r"[0-9a-f]{32}", person_hash(b"secret", 12345))


def test_a_hash_without_a_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="empty secret"):
        person_hash(b"", 12345)
