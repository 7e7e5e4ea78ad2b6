"""What has become of a text on its way from phone to phone."""

from __future__ import annotations

import pytest

from bot.domain.alterations import Alteration, Comparison, Likeness, compare

TEXT = """Biaya kuliah
✅ Pelaksanaan · per 19 Jun 2025
• Pemerintah menanggung UKT paling banyak Rp2 juta tiap semester untuk mahasiswa S1. [1]
• Bantuan tidak berlaku bagi penerima beasiswa lain. [2]
• Pendaftaran dibuka 1 Juli 2025. [2]

Sumber: [1] Pemprov Contoh, 2025 · [2] Harian Contoh, 19 Jun 2025"""
FRAME = ("Dari bot Contoh.", "Cek: https://t.me/contoh_bot?start=a_C48F39STP4VK", "Kode: C48F-39ST-P4VK")
CARD = "\n".join((TEXT, "", *FRAME))


def held(pasted: str) -> Comparison:
    return compare(pasted, TEXT, FRAME)


def altered(said: str, original: str) -> Comparison:
    return Comparison(Likeness.ALTERED, (Alteration(said, original),))


@pytest.mark.parametrize(
    "pasted",
    [
        CARD,
        TEXT,
        CARD.upper(),
        CARD.replace("Rp2 juta", "*Rp 2 juta*").replace("Biaya kuliah", "_*Biaya  kuliah*_ 🙏🙏"),
        CARD.replace("\n", " ").replace("•", "-").replace("[1]", "").replace("[2]", ""),
        "Forwarded from Budi\n> " + CARD.replace("\n", "\n> "),
        "[24/11/26 12.00] Budi: " + CARD,
        "24/11/26, 12.00 - Budi Santoso: " + CARD,
        CARD.replace(" ", "\u00a0").replace("tiap", "ti\u200bap"),
    ],
)
def test_what_messengers_do_to_a_text_is_no_alteration(pasted: str) -> None:
    assert held(pasted) == Comparison(Likeness.SAME)


def test_another_number_is_named_with_what_it_counts_and_before_other_words() -> None:
    assert held(CARD.replace("Rp2 juta", "Rp5 juta")) == altered("Rp5 juta", "Rp2 juta")
    assert held(CARD.replace("Rp2 juta", "Rp2,5 juta")) == altered("Rp2,5 juta", "Rp2 juta")
    both = held(CARD.replace("Biaya kuliah", "Biaya sekolah").replace("1 Juli", "15 Juli"))
    assert [one.said for one in both.alterations] == ["15 Juli", "sekolah"]


def test_a_dropped_word_an_added_sentence_and_another_kind_are_alterations() -> None:
    assert held(CARD.replace("tidak ", "")) == altered("", "tidak")
    assert held(CARD.replace(" untuk mahasiswa S1", "")) == altered("", "untuk mahasiswa S1.")
    added = "Kirim KTP ke nomor ini."
    assert held(CARD.replace("S1. [1]\n", f"S1. [1]\n{added}\n")) == altered(added, "")
    assert held(CARD.replace("\n\nDari", f"\n{added}\n\nDari")) == altered(added, "")
    assert held(CARD.replace("✅ Pelaksanaan", "📌 Janji kampanye")) == altered("Janji kampanye", "Pelaksanaan")


def test_whole_lines_may_be_left_out_and_a_cut_one_that_says_so() -> None:
    first, *_, sources = TEXT.split("\n")
    assert held(f"{first}\n{TEXT.splitlines()[2]}\n{FRAME[1]}") == Comparison(Likeness.PART)
    assert held(TEXT.removesuffix(sources)) == Comparison(Likeness.PART)
    assert held(
        "Biaya kuliah (✅ Pelaksanaan · per 19 Jun 2025): Pemerintah menanggung UKT paling banyak Rp2 juta…"
    ) == (Comparison(Likeness.PART))


def test_an_ellipsis_hides_nothing_but_the_end_of_a_line() -> None:
    assert held(CARD.replace("Bantuan tidak berlaku", "Bantuan … berlaku")) == altered("", "tidak")
    assert held(CARD.replace("Bantuan tidak berlaku", "… berlaku")) == altered("", "Bantuan tidak")
    assert held(CARD.replace(" bagi penerima beasiswa lain.", " …")) == Comparison(Likeness.PART)


def test_what_stands_around_a_whole_text_is_told_apart() -> None:
    found = held(f"Halo semua, tolong dibaca ya\n\n{CARD}\n\nTransfer Rp50.000 ke 0812345678!")
    assert found == Comparison(
        Likeness.SAME, around=("Halo semua, tolong dibaca ya", "Transfer Rp50.000 ke 0812345678!")
    )


def test_a_link_to_another_bot_is_no_part_of_it() -> None:
    found = held(CARD.replace("t.me/contoh_bot", "t.me/palsu_bot"))
    assert found.likeness is Likeness.ALTERED
    assert "palsu" in found.alterations[0].said


def test_a_text_that_has_nothing_in_common_is_another() -> None:
    assert held("Semua warga dapat uang tunai, kata tetangga saya kemarin").likeness is Likeness.OTHER
    assert held("Kode: C48F-39ST-P4VK") == Comparison(Likeness.OTHER)


def test_thousands_may_be_written_with_or_without_points_but_a_comma_counts() -> None:
    assert compare("UKT 2500000 rupiah", "UKT 2.500.000 rupiah").likeness is Likeness.SAME
    assert compare("naik 15 persen jadi lima", "naik 1,5 persen jadi lima").alterations == (
        Alteration("15 persen", "1,5 persen"),
    )


def test_a_line_of_the_frame_that_the_text_itself_holds_stays() -> None:
    assert compare("Cek keasliannya di sini selalu", "Cek keasliannya di sini selalu", ["Cek keasliannya"]) == (
        Comparison(Likeness.SAME)
    )
