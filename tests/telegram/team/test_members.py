"""The team about itself: who belongs to it, who leaves it, under which label, and what of it stays in the log."""

from __future__ import annotations

import datetime as dt

from bot.domain.ports import Action
from bot.domain.privacy import person_hash
from bot.domain.team import Member, Rank
from bot.telegram.delivery.buttons import Act, encode
from bot.telegram.delivery.packing import plain
from bot.telegram.team import audit
from tests.fakes import NOW
from tests.telegram.conftest import OWNER, SECRET, House
from tests.telegram.membership import joined

WITA = dt.timezone(dt.timedelta(hours=8))


async def many(home: House, count: int) -> None:
    """Make volunteers without the ceremony."""
    for n in range(count):
        member = Member(f"{n:032x}", Rank.VOLUNTEER, f"Relawan {n:02}", NOW + dt.timedelta(minutes=n))
        await home.records.save(member, Action("label", NOW))


async def test_the_team_is_listed_by_rank_with_labels_and_since_when(home: House) -> None:
    await joined(home, 7, "relawan", "Budi <3")
    await joined(home, 8, "admin", "Ibu Ani")
    (reply,) = await home.owner().write("/siapa")
    assert reply.text.split("\n") == [
        "👥 Tim (3)", "",
        "pemilik", "• pemilik", "",
        "admin", "• Ibu Ani · 24 Nov 2026", "",
        "relawan", "• Budi <3 · 24 Nov 2026",
    ]  # fmt: skip


async def test_a_large_team_is_listed_page_by_page(home: House) -> None:
    await many(home, 30)
    (first,) = await home.owner().write("/team")
    assert "Relawan 18" in first.text
    (second,) = await home.owner().press(first, "▶")
    assert "Relawan 18" not in second.text
    assert "Relawan 29" in second.text
    assert [button["text"] for button in second.buttons] == ["◀"]


async def test_a_dismissal_is_confirmed_takes_effect_and_is_noted(home: House) -> None:
    await joined(home, 7, "relawan", "Budi")
    await joined(home, 8, "admin", "Ibu Ani")
    (choose,) = await home.owner().write("/keluarkan")
    assert [button["text"] for button in choose.buttons] == [
        "Ibu Ani · admin · 24 Nov 2026",
        "Budi · relawan · 24 Nov 2026",
    ]
    (sure,) = await home.owner().press(choose, "Budi · relawan · 24 Nov 2026")
    assert "Keluarkan Budi (relawan) dari tim?" in sure.text
    (kept,) = await home.owner().press(sure, "Batal")
    assert "tidak ada yang dikeluarkan" in kept.text
    (sure,) = await home.owner().write("/keluarkan budi")
    (done,) = await home.owner().press(sure, "Ya, keluarkan")
    assert "Budi (relawan) sudah dikeluarkan" in done.text
    assert [one.label for one in await home.records.members()] == ["Ibu Ani"]
    (action, *_) = await home.records.actions(10)
    assert action.before is not None
    assert (action.what, action.label, action.before["label"]) == ("dismiss", "pemilik", "Budi")


async def test_two_owners_dismissing_at_once_do_it_once(home: House) -> None:
    await joined(home, 7, "relawan", "Budi")
    (one,) = await home.owner().write("/keluarkan budi")
    (other,) = await home.owner().write("/dismiss budi")
    await home.owner().press(one, "Ya, keluarkan")
    (told,) = await home.owner().press(other, "Yes, dismiss")
    assert "not on the team any more" in told.text
    assert [action.what for action in await home.records.actions(10)].count("dismiss") == 1


async def test_an_owner_can_not_be_dismissed_from_chat(home: House) -> None:
    (nobody,) = await home.owner().write("/keluarkan")
    assert "config.toml" in nobody.text
    (told,) = await home.owner().press(nobody, encode(Act.TEAM, "id", "leave", person_hash(SECRET, OWNER)))
    assert "tidak ada lagi di tim" in told.text
    (still,) = await home.owner().write("/siapa")
    assert "pemilik" in still.text


async def test_many_to_choose_from_stand_on_pages(home: House) -> None:
    await many(home, 10)
    (first,) = await home.owner().write("/keluarkan relawan")
    assert len(first.buttons) == 9
    (second,) = await home.owner().press(first, "▶")
    assert [button["text"][:10] for button in second.buttons] == ["Relawan 08", "Relawan 09", "◀"]


async def test_a_label_is_changed_by_word_or_on_being_asked_and_noted(home: House) -> None:
    owner = home.owner()
    (done,) = await owner.write("/label Pak Wira")
    assert "sekarang “Pak Wira”" in done.text
    (asks,) = await owner.write("/label")
    assert "sekarang “Pak Wira”" in asks.text
    (done,) = await owner.write("Pak W")
    assert "sekarang “Pak W”" in done.text
    (bad,) = await owner.write("/label wira@contoh.id")
    assert "tidak bisa dipakai" in bad.text
    (listed,) = await owner.write("/siapa")
    assert "• Pak W · 24 Nov 2026" in listed.text
    (last, _) = await home.records.actions(10)
    assert (last.what, last.before, last.after) == ("label", {"label": "Pak Wira"}, {"label": "Pak W"})
    assert home.assistant.questions == []


async def test_the_log_is_read_page_by_page_the_newest_first(home: House) -> None:
    for number in range(10):
        await home.owner().write(f"/label Pak {number}")
    (first,) = await home.owner().write("/catatan")
    assert "mengganti label\nlabel: Pak 8 → Pak 9" in first.text
    assert "Pak 0" not in first.text
    (second,) = await home.owner().press(first, "▶")
    assert "label: pemilik → Pak 0" in second.text
    assert [button["text"] for button in second.buttons] == ["◀"]


async def test_an_empty_log_says_so(home: House) -> None:
    (reply,) = await home.owner().write("/audit")
    assert "There is nothing yet." in reply.text


def test_an_entry_says_when_who_what_and_what_changed_and_no_hash() -> None:
    before = {"rank": "volunteer", "member": "f00d"}
    action = Action(
        "join", NOW, "f00d", "Ani <b>", "karena", before, {"rank": "admin", "expires": "2026-11-24T12:00:00+00:00"}
    )
    assert plain(audit.entry(action, "id", WITA)).split("\n") == [
        "24 Nov 2026, 20:00 · Ani <b>",
        "bergabung",
        "peran: relawan → admin",
        "sampai: 24 Nov 2026, 20:00",
        "alasan: karena",
    ]


def test_an_entry_of_a_kind_that_has_no_sentence_is_shown_as_it_is_and_long_values_are_cut() -> None:
    shown = plain(audit.entry(Action("rebuild", NOW, after={"missed": ["satu", "dua"], "text": "x" * 999}), "en", WITA))
    assert "the server's terminal\nrebuild\nbelow the mark: satu, dua\ntext: xxx" in shown
    assert len(shown) < 400


async def test_deleting_ones_data_is_leaving_and_they_read_before_what_stays(home: House) -> None:
    person = await joined(home, 7, "admin", "Ibu Ani")
    (ask,) = await person.write("/hapus")
    assert "Anda admin: menghapus data juga mengakhiri keanggotaan" in ask.text
    assert "Catatan tindakan Anda (kode acak dan label) tetap ada" in ask.text
    (entry,) = await home.records.actions(1)
    assert entry.what == "join"
    await person.press(ask, "🗑 Ya, hapus")
    (entry,) = await home.records.actions(1)
    assert (entry.what, entry.label, entry.before) == ("leave", "Ibu Ani", {"label": "Ibu Ani", "rank": "admin"})


async def test_an_owner_reads_that_the_rank_stands_in_the_settings(home: House) -> None:
    (ask,) = await home.owner().write("/hapus")
    assert "peran pemilik ada di berkas config.toml" in ask.text


async def test_no_other_record_holds_the_hash_that_the_log_knows_somebody_by(home: House) -> None:
    await joined(home, 7)
    (action, *_) = await home.records.actions(1)
    assert action.who not in (person_hash(SECRET, 7), None)
