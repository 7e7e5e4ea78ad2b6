"""What a text is that comes while the bot waits for one."""

import pytest

from bot.telegram.heard import asks, ends, says_nothing


@pytest.mark.parametrize(
    "text",
    ["batal", "Batal!", "ga jadi", "gak jadi deh", "nggak jadi min", "tidak jadi", "batalkan saja", "mau batal",
     "udah batal aja", "ok batal", "engga usah", "cancel", "Cancel please", "never mind", "don't bother"],
)  # fmt: skip
def test_who_wants_no_more_ends_it(text: str) -> None:
    assert ends(text)


@pytest.mark.parametrize("text", ["", "tidak", "Bantuan batal diberikan.", "Jadwal itu tidak jadi diubah.", "halo"])
def test_a_sentence_about_something_that_was_called_off_ends_nothing(text: str) -> None:
    assert not ends(text)


@pytest.mark.parametrize(
    "text",
    ["Bus itu gratis?", "jam berapa bus berangkat", "Apakah gratis", "syaratnya apa aja sih", "bisa untuk guru",
     "halo min berapa kuotanya", "bolehkah dari luar daerah", "When does it leave", "is it free"],
)  # fmt: skip
def test_a_question_is_told_with_or_without_its_mark(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    ["", "Bus berangkat pukul 06.15.", "Siapa pun boleh mendaftar.", "Berlaku di mana-mana.",
     "Students who live far away ride free."],
)  # fmt: skip
def test_a_sentence_is_no_question(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    "text", ["Ini.", "halo", "itu ada di sini", "terima kasih banyak ya pak", "asdfgh qwrtzx zxcvbn"]
)
def test_what_tells_nothing_is_no_sentence(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Bus libur.", "Taman itu gratis.", "No bus since 5 May 2025"])
def test_a_short_sentence_tells_something(text: str) -> None:
    assert not says_nothing(text)
