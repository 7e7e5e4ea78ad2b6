"""Which language a text is in, where its sentences end, and which words carry its topic."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.tokens import asks_yes_or_no, detect, sentences, terms, words


@pytest.mark.parametrize(
    "text",
    [
        "S2 free?",
        "is S2 free?",
        "how much is the minimum wage",
        "who won",
        "what are the requirements for the scholarship?",
        "Zyxpol age limit",
        "am i eligible",
        "minimum wage 2026",
        "village internet speed",
        "tell me about the health program",
        "does the beasiswa cover studies abroad?",
        "Who is the head of dinas pendidikan?",
    ],
)
def test_english_questions_are_told_by_their_function_words_or_their_rarity_in_indonesian(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "info beasiswa S2 dong",
        "free wifi desa?",
        "login error terus",
        "link daftar",
        "S1 vs S2",
        "apply dimana",
        "kelas 3 only?",
        "gmn cara dftr",
        "piro bantuane",
        "barapa umur paling tinggi",
        "mun S3 endik bise kah",
        "status pendaftaran",
        "ok",
        "halo",
        "program list",
        "",
        "123",
        "👍",
        "deadline kapan",
    ],
)
def test_indonesian_regional_mixed_and_too_short_texts_count_as_indonesian(text: str) -> None:
    assert detect(text) == "id"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Upah 2026 Rp3.762.431 (naik 5,12%). Berlaku 1 Jan–31 Des 2026.",
            ["Upah 2026 Rp3.762.431 (naik 5,12%).", "Berlaku 1 Jan–31 Des 2026."],
        ),
        (
            "Anggaran Rp1.377 triliun. Pasal 187 ayat (1) mengatur. SK No. 5 memuat instruksi.",
            ["Anggaran Rp1.377 triliun.", "Pasal 187 ayat (1) mengatur.", "SK No. 5 memuat instruksi."],
        ),
        (
            'Kata H. Budi Santoso, S.E., M.Si. dan Dr. Ani: "Kami siap." Lalu selesai.',
            ['Kata H. Budi Santoso, S.E., M.Si. dan Dr. Ani: "Kami siap."', "Lalu selesai."],
        ),
        (
            "Isinya tas, sepatu, dll. Pembagian mulai 28 Nov. 2025. Syarat a.l. KTP dan KK.",
            ["Isinya tas, sepatu, dll.", "Pembagian mulai 28 Nov. 2025.", "Syarat a.l. KTP dan KK."],
        ),
        (
            "Daftar di pendidikan.contoh.go.id. Alamat Jl. Gajah Mada No. 2. Buka pagi.",
            ["Daftar di pendidikan.contoh.go.id.", "Alamat Jl. Gajah Mada No. 2.", "Buka pagi."],
        ),
        ("“Apakah gratis?” tanya warga. Ya! Benar? iya.", ["“Apakah gratis?” tanya warga.", "Ya!", "Benar?", "iya."]),
        ("Siswa kelas X. Anggaran Rp65 miliar.", ["Siswa kelas X.", "Anggaran Rp65 miliar."]),
        ("1. Daftar. 2. Isi data.", ["1. Daftar.", "2. Isi data."]),
        ("Usia 25 tahun.[^A-1] Untuk D3 23 tahun.", ["Usia 25 tahun.[^A-1]", "Untuk D3 23 tahun."]),
        (
            "Art. 187(1) applies, i.e. a fine. Mr. Smith agreed.",
            ["Art. 187(1) applies, i.e. a fine.", "Mr. Smith agreed."],
        ),
        ("Lihat https://contoh.id/a.b?c=1.5. Lalu lapor.", ["Lihat https://contoh.id/a.b?c=1.5.", "Lalu lapor."]),
        ("halo. mau tanya", ["halo. mau tanya"]),
        ("  \n ", []),
    ],
)
def test_sentences_end_at_full_stops_that_belong_to_no_abbreviation(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


_PIECES = st.sampled_from(
    "Rp1.377 Pasal 187 ayat (1) No. 5 dll. a.l. Jl. H. Dr. S.E., M.Si. X. gratis. gratis? gratis! Ya. ” “Ya.” … ... "
    "contoh.go.id https://contoh.id/a. 2025. 1. (lihat) [^A-1] gratis.[^B-2] ?! . ? — Untuk untuk".split(" ")
)


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("\n ".join)))
def test_no_letter_is_lost_or_changed_by_splitting(text: str) -> None:
    assert " ".join(sentences(text)) == " ".join(text.split())


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join)))
def test_no_sentence_is_empty(text: str) -> None:
    assert all(sentence.strip() for sentence in sentences(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp3.762.431", ["rp", "3762431"]),
        ("5,12% pada 2025,2026", ["512", "pada", "2025", "2026"]),
        ("S1/S2, d3", ["s1", "s2", "d3"]),
        ("Jum'at–Ajo anak-anak", ["jumat", "ajo", "anak", "anak"]),
        ("5jt/bln", ["5", "jt", "bln"]),
        ("2025/26; covid19", ["2025", "26", "covid", "19"]),
        ("ayat (1)", ["ayat", "1"]),
        ("👍", []),
    ],
)
def test_words_are_lower_case_with_hyphens_split_and_numbers_as_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_terms_keep_levels_and_numbers_and_drop_what_asks() -> None:
    assert terms("Berapakah besar bantuan untuk S2, Rp9.000.000?", "id") == ["besar", "bantu", "s2", "rp", "9000000"]


def test_terms_of_one_family_share_a_stem() -> None:
    assert len({terms(word, "id")[0] for word in ("pendaftaran", "mendaftar", "daftarkan", "daftarnya")}) == 1
    assert terms("requirements", "en") == terms("required requirement", "en")[1:]


def test_who_receives_something_does_not_say_thanks() -> None:
    assert {terms(word, "id")[0] for word in ("terima", "menerima", "penerima", "diterima")} == {"terima"}
    assert terms("terima kasih", "id") == []
    assert terms("penjara", "id") == terms("dipenjara", "id")


def test_a_question_of_nothing_but_function_words_has_no_terms() -> None:
    assert terms("Apa saja itu, dan bagaimana?", "id") == []
    assert terms("What is it and how?", "en") == []


def test_the_language_decides_what_is_a_function_word() -> None:
    assert terms("the dan", "id") == ["the"]
    assert terms("the dan", "en") == ["dan"]


def test_threads_can_stem_at_the_same_time() -> None:
    texts = [f"persyaratan pendaftaran ke{number} penerima" for number in range(400)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: terms(text, "id"), texts))
    assert together == [terms(text, "id") for text in texts]


@pytest.mark.parametrize("text", ["." * 60_000, "A. " * 20_000, ".[^a" * 15_000, "?! " * 20_000, "a" * 60_000])
def test_no_text_takes_long_to_cut_into_sentences(text: str) -> None:
    began = time.perf_counter()
    assert " ".join(sentences(text)) == text.strip()
    assert time.perf_counter() - began < 5  # at most 0.2 s alone on the machine it was written on


@pytest.mark.parametrize(
    ("word", "others"),
    [("menolak", "ditolak"), ("menetapkan", "ditetapkan"), ("pengecualian", "dikecualikan"), ("menilai", "nilai")],
)
def test_a_verb_has_one_stem_whatever_melts_at_its_beginning(word: str, others: str) -> None:
    assert terms(word, "id") == terms(others, "id")


@pytest.mark.parametrize(("word", "stem"), [("mengikuti", "ikut"), ("pengurus", "urus"), ("menang", "menang")])
def test_where_nothing_melted_the_stem_stays(word: str, stem: str) -> None:
    assert terms(word, "id") == [stem]


@pytest.mark.parametrize(
    "text",
    [
        "seragamnya buat anak SD ya? Cucu saya masuk kelas satu",
        "apakah gratis",
        "gratis kan",
        "is it free",
        "gratis ya",
    ],
)
def test_what_wants_a_yes_or_a_no_is_known_wherever_it_ends(text: str) -> None:
    assert asks_yes_or_no(text)


@pytest.mark.parametrize("text", ["berapa ya? saya guru", "ya ampun, syaratnya apa", "di mana ya"])
def test_a_polite_word_makes_no_yes_or_no_question(text: str) -> None:
    assert not asks_yes_or_no(text)
