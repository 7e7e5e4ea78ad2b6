from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.fonts import BOLD, Style, drawable, runs, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mas’ud–Aji “é” ½ ² ± → • ≤ ≥ Rp3.579.313,77 …", "Mas’ud–Aji “é” ½ ² ± → • ≤ ≥ Rp3.579.313,77 …"),
        ("e\u0301", "é"),
        ("Hore 👍🏽!", "Hore 👍!"),
        ("📌 Janji ℹ️ Umum ⚖️", "📌 Janji ℹ Umum ⚖"),
        ("Keluarga 👨‍👩‍👧‍👦 dan ❤️‍🔥", "Keluarga 👨 dan ❤"),
        ("Nomor 1️⃣ dari 3", "Nomor 1 dari 3"),
        ("Halo 🇮🇩, dunia 🇮🇩", "Halo, dunia"),
        ("🇮🇩 Halo", "Halo"),
        ("dua\nbaris\tdan  spasi\u200b", "dua baris dan spasi"),
        ("tinggi 2\u00a0m", "tinggi 2\u00a0m"),
        ("kata 漢字 dan بسم", "kata … dan …"),
        ("", ""),
    ],
)
def test_what_can_be_drawn_stays_and_the_rest_leaves_no_box(text: str, shown: str) -> None:
    assert drawable(text) == shown


@given(st.text())
def test_every_letter_of_what_is_drawable_has_a_font(text: str) -> None:
    shown, style = drawable(text), Style(20)
    assert "".join(piece for _, piece in runs(shown, style)) == shown
    assert drawable(shown) == shown


def test_bold_letters_are_wider_and_those_of_a_code_are_equally_wide() -> None:
    assert width("Janji", Style(40, BOLD)) > width("Janji", Style(40))
    assert width("I1l", Style(40, BOLD, mono=True)) == width("MW8", Style(40, BOLD, mono=True))
