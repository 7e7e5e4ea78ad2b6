"""An invitation from its link to the yes, and all that can go wrong on the way."""

from __future__ import annotations

import re

import pytest

from bot.domain.privacy import person_hash
from bot.domain.team import Rank
from bot.telegram.delivery.buttons import Act, encode
from bot.telegram.team.invitations import Wish, read_wish
from tests.fakes import Person
from tests.telegram.conftest import SECRET, House, house
from tests.telegram.membership import code_in, invited, joined

CLOSED = "tautan undangan ini tidak bisa dipakai"


async def rank_of(home: House, number: int) -> Rank | None:
    member = await home.records.member(person_hash(SECRET, number))
    return member.rank if member else None


async def open_link(person: Person, payload: str) -> str:
    (reply,) = await person.write(f"/start {payload}")
    return reply.text


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("admin", Wish(Rank.ADMIN)),
        ("Peninjau 5", Wish(Rank.REVIEWER, 5)),
        ("volunteer 100 30", Wish(Rank.VOLUNTEER, 100, 30)),
        ("relawan 0", None),
        ("relawan 101", None),
        ("relawan 1 31", None),
        ("relawan -1", None),
        ("relawan 1 2 3", None),
        ("owner", None),
        ("pemilik", None),
        ("", None),
    ],
)
def test_a_wish_names_a_rank_and_maybe_people_and_days(words: str, wish: Wish | None) -> None:
    assert read_wish(words) == wish


async def test_an_invitation_is_a_deep_link_whose_code_is_kept_nowhere(home: House) -> None:
    (link,) = await home.owner().write("/undang relawan 3 7")
    payload = code_in(link)
    assert re.fullmatch(r"i_[A-Za-z0-9_-]{24}", payload)
    assert "Undangan untuk relawan" in link.text
    assert "3 kali, sampai 1 Des 2026, 12:00" in link.text
    (action,) = await home.records.actions(10)
    assert payload.removeprefix("i_") not in repr(action)
    assert action.after is not None
    assert (action.what, action.after["rank"], action.after["uses"]) == ("invite", "volunteer", 3)
    assert action.label == "pemilik"


async def test_codes_differ(home: House) -> None:
    assert await invited(home) != await invited(home)


async def test_bare_it_asks_for_the_rank_and_nonsense_is_explained(home: House) -> None:
    (choose,) = await home.owner().write("/undang")
    assert [button["text"] for button in choose.buttons] == ["admin", "peninjau", "relawan"]
    (link,) = await home.owner().press(choose, "peninjau")
    assert "Undangan untuk peninjau" in link.text
    (usage,) = await home.owner().write("/undang raja")
    assert "/undang relawan 10 7" in usage.text


async def test_who_opens_it_reads_what_it_gives_by_whom_and_what_is_kept_and_joins_with_a_label(home: House) -> None:
    person, payload = home.person(7), await invited(home, "peninjau")
    (read,) = await person.write(f"/start {payload}")
    for words in ("menjadi peninjau", "Kampanye Contoh", "Tim Contoh", "kode acak", "label pilihan Anda"):
        assert words in read.text
    assert [button["text"] for button in read.buttons] == [
        "Pakai label “Orang”",
        "Pakai label “peninjau”",
        "Tidak jadi",
    ]
    assert await rank_of(home, 7) is None
    (sure,) = await person.write("  Ibu <Ani>\n")
    assert "sebagai peninjau dengan label “Ibu <Ani>”?" in sure.text
    assert await rank_of(home, 7) is None
    (done,) = await person.press(sure, "Ya, bergabung")
    assert "Selamat datang di tim, Ibu <Ani>!" in done.text
    assert await rank_of(home, 7) is Rank.REVIEWER
    (entry, _) = await home.records.actions(10)
    assert (entry.what, entry.label) == ("join", "Ibu <Ani>")
    assert "7" not in (entry.who, entry.label)
    assert home.assistant.questions == []


async def test_the_label_can_be_tapped_changed_and_must_be_harmless(home: House) -> None:
    person, payload = home.person(7), await invited(home)
    (read,) = await person.write(f"/start {payload}")
    (sure,) = await person.press(read, "Pakai label “Orang”")
    assert "label “Orang”" in sure.text
    (again,) = await person.press(sure, "Label lain")
    (sure,) = await person.press(again, "Pakai label “admin”")
    assert "label “admin”" in sure.text
    (bad,) = await person.write("Ani 0812-3456-7890")
    assert "tidak bisa dipakai" in bad.text
    (bad,) = await person.write("x" * 41)
    assert "tidak bisa dipakai" in bad.text
    await person.press(sure, "Ya, bergabung")
    assert await rank_of(home, 7) is Rank.ADMIN


async def test_a_spent_an_expired_a_revoked_and_an_unknown_link_are_told_the_same(home: House) -> None:
    spent = await invited(home)
    first = home.person(7)
    await first.write(f"/start {spent}")
    (sure,) = await first.write("Ani")
    await first.press(sure, "Ya, bergabung")
    (link,) = await home.owner().write("/undang admin")
    (revoked,) = await home.owner().press(link, "Batalkan undangan ini")
    assert "tidak bisa dipakai lagi" in revoked.text
    expired = await invited(home, "admin 1 1")
    home.clock.move(days=1)
    texts = {await open_link(home.person(8), payload) for payload in (spent, code_in(link), expired, "i_x", "i_")}
    assert len(texts) == 1
    assert CLOSED in texts.pop()


async def test_of_two_who_read_a_single_link_the_second_to_say_yes_is_told_kindly(home: House) -> None:
    payload = await invited(home)
    sures = []
    for number in (7, 8):
        await home.person(number).write(f"/start {payload}")
        (sure,) = await home.person(number).write("Ani")
        sures.append(sure)
    (done,) = await home.person(7).press(sures[0], "Ya, bergabung")
    (late,) = await home.person(8).press(sures[1], "Ya, bergabung")
    assert "Selamat datang" in done.text
    assert CLOSED in late.text
    assert await rank_of(home, 8) is None


async def test_a_higher_rank_is_not_lowered_and_a_lower_one_rises(home: House) -> None:
    person = await joined(home, 7, "peninjau")
    payload = await invited(home, "relawan")
    assert "Anda sudah di tim sebagai peninjau" in await open_link(person, payload)
    await joined(home, 7, "admin")
    assert await rank_of(home, 7) is Rank.ADMIN
    await joined(home, 8, "relawan")
    assert "sudah di tim sebagai pemilik" in await open_link(home.owner(), payload)


async def test_who_was_dismissed_does_not_come_back_by_the_same_link(home: House) -> None:
    payload = await invited(home, "relawan 5")
    person = home.person(7)
    await person.write(f"/start {payload}")
    (sure,) = await person.write("Ani")
    await person.press(sure, "Ya, bergabung")
    (confirm,) = await home.owner().write("/keluarkan ani")
    await home.owner().press(confirm, "Ya, keluarkan")
    await person.write(f"/start {payload}")
    (sure,) = await person.write("Ani")
    (told,) = await person.press(sure, "Ya, bergabung")
    assert CLOSED in told.text
    assert await rank_of(home, 7) is None


async def test_no_thank_you_keeps_nothing_and_leaves_the_link_good(home: House) -> None:
    payload, person = await invited(home), home.person(7)
    (read,) = await person.write(f"/start {payload}")
    (declined,) = await person.press(read, "Tidak jadi")
    assert "tidak ada yang disimpan" in declined.text
    await person.write("Berapa batas usia?")
    assert len(home.assistant.questions) == 1
    assert "Anda diundang" in await open_link(home.person(8), payload)


async def test_after_a_quarter_of_an_hour_the_link_is_to_be_opened_again(home: House) -> None:
    payload, person = await invited(home), home.person(7)
    (read,) = await person.write(f"/start {payload}")
    home.clock.move(minutes=16)
    (told,) = await person.press(read, "Pakai label “Orang”")
    assert "sekali lagi" in told.text
    await person.press(read, encode(Act.JOIN, "id", "yes"))
    assert await rank_of(home, 7) is None


async def test_yes_without_a_label_joins_nobody(home: House) -> None:
    payload, person = await invited(home), home.person(7)
    (read,) = await person.write(f"/start {payload}")
    assert await person.press(read, encode(Act.JOIN, "id", "yes")) == []
    assert await rank_of(home, 7) is None


async def test_in_a_group_an_invitation_is_an_ordinary_start(home: House) -> None:
    payload, person = await invited(home), home.person(7, -100)
    assert "Kampanye Contoh" in await open_link(person, payload)
    assert "diundang" not in await open_link(person, payload)


async def test_an_admin_invites_volunteers_and_nobody_else(home: House) -> None:
    admin = await joined(home, 7)
    (choose,) = await admin.write("/undang")
    assert [button["text"] for button in choose.buttons] == ["relawan"]
    (refused,) = await admin.write("/undang admin")
    assert "Anda bisa mengundang relawan" in refused.text
    (forged,) = await admin.press(choose, encode(Act.TEAM, "id", "invite", "admin"))
    assert "Anda bisa mengundang relawan" in forged.text
    (link,) = await admin.write("/undang relawan 3")
    person = home.person(8)
    await person.write(f"/start {code_in(link)}")
    (sure,) = await person.write("Budi")
    await person.press(sure, "Ya, bergabung")
    assert await rank_of(home, 8) is Rank.VOLUNTEER


async def test_an_admin_ends_only_invitations_of_their_own(home: House) -> None:
    admin = await joined(home, 7)
    (owners,) = await home.owner().write("/undang relawan")
    (own,) = await admin.write("/undang relawan")
    revoke = owners.buttons[0]["callback_data"]
    (told,) = await admin.press(own, revoke)
    assert "memang sudah tidak berlaku" in told.text
    assert "Anda diundang" in await open_link(home.person(8), code_in(owners))
    (told,) = await admin.press(own, "Batalkan undangan ini")
    assert "dibatalkan" in told.text
    assert CLOSED in await open_link(home.person(9), code_in(own))


async def test_where_only_owners_invite_an_admin_meets_an_unknown_command() -> None:
    home = house(admins_invite=False)
    async with home.application:
        await home.application.start()
        admin = await joined(home, 7)
        (told,) = await admin.write("/undang relawan")
        assert "belum kami kenal" in told.text
        await home.application.stop()
