"""Plain text: headings, paragraphs and lists by how the lines stand, and bytes that are no text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingestion.plain_text import read_text
from tests.ingestion.fakes import complaints, reading, warnings


def test_blank_lines_separate_paragraphs_and_sentences_know_their_lines() -> None:
    found = reading({"a.txt": "Satu. Dua\npanjang. Tiga\n\n \nEmpat.", "a.txt.yaml": "title: Catatan"})
    assert found.errors == ()
    (section,) = found.documents[0].sections
    assert (section.slug, section.title) == ("catatan", "Catatan")
    assert [(each.text, each.line) for each in section.statements] == [
        ("Satu.", 1),
        ("Dua panjang.", 1),
        ("Tiga", 2),
        ("Empat.", 5),
    ]


def test_a_file_in_another_encoding_is_an_error_with_byte_and_line() -> None:
    assert complaints({"a.txt": "Satu\ncafé".encode("cp1252"), "a.txt.yaml": "title: A"}) == [
        "a.txt:2: not UTF-8: byte 8 of the file is 0xe9; open it in an editor and save it with the encoding UTF-8"
    ]


def test_two_megabytes_in_one_line_are_refused_at_once() -> None:
    started = time.perf_counter()
    (complaint,) = complaints({"a.txt": "kata " * 400_000, "a.txt.yaml": "title: A"})
    assert time.perf_counter() - started < 2
    assert complaint == "a.txt:1: a paragraph of more than 50,000 characters: separate paragraphs by blank lines"


def outline(text: str) -> list[tuple[str, str]]:
    """The headings and statements that a text is read into."""
    found = reading({"a.txt": text, "a.txt.yaml": "title: Catatan"})
    assert found.errors == ()
    return [
        (" / ".join((*section.path, section.title)), one.text)
        for section in found.documents[0].sections
        for one in section.statements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Syarat\n\nUsia paling tua 25 tahun.\n\nBiaya\n\nGratis untuk semua siswa.",
        "Syarat\nUsia paling tua 25 tahun.\n\nBiaya\nGratis untuk semua siswa.",
        "Syarat\nUsia paling tua 25 tahun.\nBiaya\nGratis untuk semua siswa.",
        "Syarat\n------\nUsia paling tua 25 tahun.\n\nBiaya\n-----\nGratis untuk semua siswa.",
    ],
)
def test_a_heading_is_no_part_of_the_sentence_behind_it(text: str) -> None:
    assert outline(text) == [("Syarat", "Usia paling tua 25 tahun."), ("Biaya", "Gratis untuk semua siswa.")]


def test_headings_over_headings_lead_to_what_stands_under_them() -> None:
    text = "PANDUAN BUS\n\n1. Jadwal\n\nBus berangkat pukul 6.\n\n2. Syarat\n\nSiswa kota boleh naik."
    assert outline(text) == [
        ("PANDUAN BUS / 1. Jadwal", "Bus berangkat pukul 6."),
        ("PANDUAN BUS / 2. Syarat", "Siswa kota boleh naik."),
    ]


def test_a_wrapped_sentence_is_no_heading_though_its_next_line_begins_with_a_name() -> None:
    text = (
        "Program ini dijalankan bersama Dinas\nPendidikan Kabupaten Sekar Muara dan\n"
        "Sekretariat Tim Percepatan Desa Arum\nsampai tahun 2030."
    )
    assert outline(text) == [("Catatan", " ".join(text.split()))]


def test_short_lines_without_a_sentence_under_them_stay_statements() -> None:
    assert outline("Kuota 500 orang\n\nUsia 18 tahun") == [("Catatan", "Kuota 500 orang"), ("Catatan", "Usia 18 tahun")]
    address = "Kantor Bappeda\nJalan Kusuma Bangsa Nomor 2\nKota Contoh 75112"
    assert outline(address) == [("Catatan", "Kantor Bappeda Jalan Kusuma Bangsa Nomor 2 Kota Contoh 75112")]


def test_marked_and_counted_lines_are_items_each() -> None:
    text = "Yang dibawa:\n- KTP asli\n- Kartu Keluarga yang masih\n  berlaku\n\nCaranya:\n1. Datang\n2. Isi formulir\n"
    assert [one for _, one in outline(text)] == [
        "Yang dibawa:",
        "KTP asli",
        "Kartu Keluarga yang masih berlaku",
        "Caranya:",
        "Datang",
        "Isi formulir",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lihat https://x.id/program/jalan-\ndesa/2026 untuk keterangan.",
            "https://x.id/program/jalan-desa/2026 untuk",
        ),
        ("Lihat https://x.id/program/\njalan/2026 untuk keterangan.", "https://x.id/program/jalan/2026 untuk"),
        ("Lihat https://x.id/program\nuntuk keterangan.", "https://x.id/program untuk"),
        ("Tulis ke layanan@\nkantor.example setiap hari.", "layanan@kantor.example setiap"),
        ("Berlaku di Sulawe-\nsi dan sekitarnya.", "Sulawesi dan"),
        ("Diberikan kepada anak-\nanak di desa.", "anak-anak di"),
        ("Untuk warga se-\nIndonesia saja.", "se-Indonesia saja"),
    ],
)
def test_what_the_end_of_a_line_has_broken_is_whole_again(text: str, said: str) -> None:
    assert any(said in one for _, one in outline(text))


def test_numbers_of_pages_and_what_repeats_beside_them_are_left_out_and_told() -> None:
    text = (
        "Laporan Bus\n\nBus berangkat pukul 6 dari\n\nHalaman 1 dari 3\n\nLaporan Bus\n\nterminal kota.\n\n"
        "Page 2 of 3\n\nLaporan Bus\n\nBus kembali pukul 14.\n\n- 3 -\n"
    )
    assert [one for _, one in outline(text)] == ["Bus berangkat pukul 6 dari terminal kota.", "Bus kembali pukul 14."]
    assert warnings({"a.txt": text, "a.txt.yaml": "title: Catatan"}) == [
        'a.txt:1: 6 lines that number the pages or are printed on each of them are left out, such as "Laporan Bus"'
    ]


@pytest.mark.parametrize("heading", ["Daftar Pustaka", "Referensi:", "5. Sumber", "BIBLIOGRAPHY"])
def test_a_list_of_sources_is_left_out_and_told(heading: str) -> None:
    text = f"Bus gratis.\n\n{heading}\n\n- Bappeda, Rencana 2024.\n- BPS, 2025. https://x.id/a\n"
    assert outline(text) == [("Catatan", "Bus gratis.")]
    (told,) = warnings({"a.txt": text, "a.txt.yaml": "title: Catatan"})
    assert "2 entries of a list of sources are left out" in told
    assert outline(f"{text}\nKontak\n\nDatang ke kantor.\n")[-1] == ("Kontak", "Datang ke kantor.")


def test_sources_without_a_heading_are_known_by_their_form() -> None:
    text = "Bus gratis.\n\nBudi, A. (2020). Bus kota. Penerbit Jaya.\n\nCitra, B. (2021). Jalan desa. Penerbit Jaya.\n"
    assert outline(text) == [("Catatan", "Bus gratis.")]
    prose = "Menurut Budi (2020), bus gratis.\n\nMenurut Citra (2021), jalan baik."
    assert len(outline(prose)) == 2


WORDS = st.text("aBc", min_size=1, max_size=8)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "\n", "- ", "1. ", "2. ", "Syarat ", "\n====\n", "\nHalaman 2\n"]),
            st.lists(WORDS, min_size=1, max_size=12),
            st.sampled_from(["", ".", ":", "-", "?"]),
        ),
        max_size=30,
    )
)
@settings(max_examples=200)
def test_no_line_is_lost_in_silence(lines: list[tuple[str, list[str], str]]) -> None:
    """Each line holds a word of its own, which is found again unless lines are told to be left out."""
    text = "\n".join(
        f"{start}Kata{'q' * (n + 1)}x {' '.join(words)}{end}" for n, (start, words, end) in enumerate(lines)
    )
    draft = read_text(text.encode(), "a.txt")
    shown = " ".join(text for part in draft.parts for text in (*part.path, *(piece.text for piece in part.pieces)))
    lost = [n for n in range(len(lines)) if f"Kata{'q' * (n + 1)}x" not in shown]
    assert lost == []
