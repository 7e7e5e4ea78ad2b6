"""What the team has taken back is never said, and voters read so."""

from __future__ import annotations

import datetime as dt

from bot.answering.composing.taken_back import lines
from bot.answering.retrieval.curtailed import curtailed
from bot.answering.retrieval.live import LiveIndex
from bot.domain.answers import Phrase
from bot.domain.documents import Release
from bot.domain.withdrawals import Withdrawal, Withdrawals, among, listed, remainder
from tests.answering.fakes import FakeIndex, FakePointer, FakeStore
from tests.releases import NOW, document, release, section, statement

KEY = "contoh.md#syarat"
KNOWN = release(
    document(
        section(
            "Syarat",
            statement("Syaratnya:", group=0),
            statement("KTP.", group=0),
            statement("Kartu keluarga.", group=0),
            statement("Gratis."),
            english="Conditions",
        ),
        section("Lain", "Kantor buka Senin."),
    )
)
IDS = {one.text: key for key, one in KNOWN.statements.items()}


def without(*texts: str, reason: str = "ada kesalahan", at: dt.datetime = NOW) -> Withdrawals:
    return {
        IDS[text]: Withdrawal(IDS[text], KNOWN.statements[IDS[text]].section, text, reason, at, "hash")
        for text in texts
    }


def left(withdrawals: Withdrawals) -> Release:
    return remainder(KNOWN, withdrawals)


def test_what_is_withdrawn_is_found_by_its_id_by_its_section_and_by_the_rest_of_its_list() -> None:
    known = left(without("KTP.", "Gratis."))
    assert among([IDS["KTP."]], known) == (IDS["KTP."],)
    assert among([KEY], known) == (IDS["KTP."], IDS["Gratis."])
    assert among([IDS["Kartu keluarga."]], known) == (IDS["KTP."],)
    assert among([IDS["Kantor buka Senin."], "contoh.md#lain"], known) == ()


def test_nothing_is_withdrawn_from_a_release_as_it_was_made() -> None:
    assert among([KEY, *IDS.values()], KNOWN) == ()


def test_one_item_of_a_list_is_no_list() -> None:
    some = KNOWN.sections[KEY].statements
    assert listed(some[1:2]) == []
    assert listed(some[:2]) == [IDS["Syaratnya:"], IDS["KTP."]]


def test_statements_of_one_section_and_reason_are_told_in_one_sentence_with_the_latest_day_by_local_clocks() -> None:
    late = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.UTC)
    known = left(
        {**without("KTP."), **without("Gratis.", at=late), **without("Kantor buka Senin.", reason="belum pasti")}
    )
    zone = dt.timezone(dt.timedelta(hours=8))
    said = lines(among([KEY, "contoh.md#lain"], known), known, [KEY], "id", zone)
    assert said == (
        Phrase("withdrawn-here", (("count", "2"), ("date", "2026-11-26"), ("reason", "ada kesalahan"))),
        Phrase(
            "withdrawn-of",
            (("count", "1"), ("date", "2026-11-24"), ("reason", "belum pasti"), ("section", "Lain")),
        ),
    )


def test_a_section_is_named_where_others_stand_above_the_sentence_and_in_the_readers_language() -> None:
    known = left(without("KTP."))
    (said,) = lines([IDS["KTP."]], known, [KEY, "contoh.md#lain"], "en", dt.UTC)
    assert said.key == "withdrawn-of"
    assert dict(said.values)["section"] == "Conditions"


def test_an_index_of_which_nothing_is_withdrawn_stays_the_same_object() -> None:
    index = FakeIndex(KNOWN)
    assert curtailed(index, {}) is index
    assert curtailed(index, without("KTP.")).release.statements.keys() == set(IDS.values()) - {IDS["KTP."]}


async def test_every_reader_gets_what_is_left_at_that_moment_made_once() -> None:
    now: list[Withdrawals] = [{}]

    async def withdrawals() -> Withdrawals:
        return now[0]

    live = LiveIndex(FakeStore(KNOWN), FakePointer(KNOWN.id), "test", 1, withdrawals)
    async with live.reading() as before:
        assert before.release is KNOWN
    now[0] = without("KTP.")
    async with live.reading() as first, live.reading() as second:
        assert IDS["KTP."] not in first.release.statements
        assert first is second
        assert first.release.id == KNOWN.id
    now[0] = {}
    async with live.reading() as after:
        assert after.release is KNOWN
    await live.close()
