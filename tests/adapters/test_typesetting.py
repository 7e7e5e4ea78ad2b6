from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.fonts import SEMIBOLD, Style, drawable
from bot.adapters.typesetting import Line, Span, balanced, cut, measured, words, wrap

STYLE = Style(30)
TEXTS = st.text(st.sampled_from("aiW –/.’é👍9"), max_size=300)
LONG = "https://contoh.id/sangat/panjang?" + "kata=nilai&" * 30


def said(lines: list[Line]) -> str:
    return "".join(span.text for line in lines for span in line).replace(" ", "")


@given(TEXTS, st.integers(40, 900))
def test_no_line_is_wider_than_the_room_and_no_letter_is_lost(text: str, room: int) -> None:
    lines = wrap(words(text, STYLE), room)
    assert all(measured(line) <= room + 1 for line in lines)  # joined words may be a fraction of a pixel wider
    assert said(lines) == drawable(text).replace(" ", "")


@given(TEXTS, st.integers(200, 900), st.integers(1, 3))
def test_what_is_cut_has_as_many_lines_as_asked_for_and_ends_with_an_ellipsis(text: str, room: int, most: int) -> None:
    lines = wrap(words(text, STYLE), room)
    shown = cut(lines, most, room)
    assert len(shown) == min(most, len(lines))
    assert all(measured(line) <= room + 1 for line in shown)
    assert len(lines) <= most or shown[-1][-1].text.endswith("…")


def test_an_address_is_parted_at_its_seams() -> None:
    lines = wrap(words(LONG, STYLE), 500)
    assert len(lines) > 5
    assert all(line[-1].text[-1] in "/?=&" for line in lines[:-1])


def test_the_number_of_a_source_stays_with_the_last_word() -> None:
    mark = (Span("[1]", Style(20, SEMIBOLD)),)
    for room in range(150, 500, 10):
        *_, last = wrap(words("satu dua tiga empat", STYLE, mark), room)
        assert [span.text for span in last][-2:][0].endswith("empat")


def test_a_heading_has_no_lonely_word_in_its_second_line() -> None:
    text = "Syarat kuliah gratis dalam pelaksanaan di"
    room = measured(wrap(words(text[:-3], STYLE), 5000)[0]) + 1
    first, second = balanced(words(text, STYLE), room)
    assert measured(second) > measured(first) / 2


@pytest.mark.parametrize("text", ["", " ", "🇮🇩"])
def test_a_text_without_letters_has_no_lines(text: str) -> None:
    assert wrap(words(text, STYLE), 100) == []
