"""Codes within what somebody pasted."""

from __future__ import annotations

import pytest

from bot.domain.pasted import codes_in
from bot.domain.sharing import code, read_code, shown

CODE = code(b"s" * 32, ["abcdefghij"], "Kuliah gratis.", "id")
WRONG = CODE[:5] + ("Z" if CODE[5] != "Z" else "Y") + CODE[6:]
LINK = f"https://t.me/contoh_bot?start=a_{CODE}"


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        shown(CODE),
        shown(CODE).lower(),
        shown(CODE).replace("-", "–"),
        shown(CODE).replace("-", " "),
        f"a_{CODE}",
        f"*Kode:* _{shown(CODE)}_",
        f"Bu, ini benar? {shown(CODE)} katanya gratis",
        f"Kode: {shown(CODE).replace('-', ' ')}",
        LINK,
        LINK.replace("a_", "a_\n"),
        LINK.replace("a_", "a\\_"),
        LINK.replace("=", "%3D"),
        LINK[:-5] + "\n" + LINK[-5:] + f"\nKode: {shown(CODE)}",
    ],
)
def test_a_code_is_found_however_messengers_and_people_write_it(text: str) -> None:
    assert [read_code(one) for one in codes_in(text)] == [CODE]


def test_every_code_is_found_as_it_is_shown_even_one_of_letters_or_of_letters_before_digits() -> None:
    codes = [code(number.to_bytes(32), ["abcdefghij"], "Kuliah gratis.", "id") for number in range(1000)]
    assert [codes_in(f"Bu, ini benar? {shown(one)} katanya") for one in codes] == [(shown(one),) for one in codes]


def test_a_code_may_stand_behind_a_link() -> None:
    assert codes_in("Cek keasliannya", [LINK]) == (CODE,)


@pytest.mark.parametrize(
    "text",
    [
        WRONG,
        shown(WRONG),
        f"Kode: {shown(WRONG)}",
        f"✅ Cek keasliannya · {shown(WRONG)}",
        f"Kode: {shown(CODE)[:-1]}",
        LINK.replace(CODE, WRONG),
        LINK + "X",
        LINK[:-1],
    ],
)
def test_an_altered_code_is_found_where_only_a_code_would_stand(text: str) -> None:
    assert [read_code(one) for one in codes_in(text)] == [None]


def test_a_link_and_a_printed_code_that_differ_are_both_found() -> None:
    assert {read_code(one) for one in codes_in(f"{LINK}\nKode: {shown(WRONG)}")} == {CODE, None}
    assert {read_code(one) for one in codes_in(f"{LINK.replace(CODE, WRONG)}\nKode: {shown(CODE)}")} == {CODE, None}


@pytest.mark.parametrize(
    "question",
    [
        "guru dari desa",
        "apakah kuliah gratis 2024-2025-2026?",
        "pilkada2024",
        "gratispol2025",
        "nomor saya 0812-3456-7890",
        "SMA1-SMA2-SMA3 bedanya apa?",
        "kode pos 75111",
        "kode etik-dprd-2025",
        "cek NIK 6472-0112-3456",
        "cek bansos 2025",
        "https://t.me/contoh_bot?start=s_abcdefgh",
        "pertanggungjawaban",
        "APA ITU TANYAPROGRAM?",
        "",
    ],
)
def test_a_question_holds_no_code(question: str) -> None:
    assert codes_in(question) == ()
