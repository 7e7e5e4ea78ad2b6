"""What can be shared, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.domain.calendar import Calendar
from bot.domain.documents import Document, Footnote, Kind, Source, Statement
from bot.domain.sharing import Sharer, Verdict, shown
from bot.sharing.sharing import overtaken
from tests.releases import NOW, document, release, section, statement
from tests.shared_answers import LATER, World, make

CALENDAR = Calendar(quiet_start=dt.date(2026, 11, 27), quiet_end=dt.date(2026, 11, 29))
QUIET = dt.datetime(2026, 11, 28, tzinfo=dt.UTC)
AGE = statement("Paling tua 25 tahun.", "A")
MONEY = statement("Uang kuliahnya Rp5 juta.", "B")
FIRST = document(section("Usia", AGE), section("Biaya", MONEY))


@pytest.fixture
def world() -> World:
    return make(FIRST)


async def test_an_answer_is_kept_once_as_it_was_however_often_it_is_shared(world: World) -> None:
    first = await world.share()
    assert first.text.startswith("Usia\n✅ Pelaksanaan · per 19 Jun 2025\nPaling tua 25 tahun. [1]\n\nBiaya\n")
    assert first.text.endswith("Sumber: [1][2] Harian Contoh, 19 Jun 2025")
    world.publish(FIRST, document(path="lain.md", title="Lain"))
    assert await world.share(now=LATER) == first
    assert [one.shared for one in await world.records.most_opened(5)] == [first]


async def test_another_link_behind_the_same_name_makes_another_answer(world: World) -> None:
    first = await world.share()
    world.publish(document(section("Usia", cited("https://lain.id")), section("Biaya", MONEY)))
    second = await world.share()
    assert (first.text, await world.verdict(first)) == (second.text, Verdict.UPDATED)
    assert first.code != second.code
    assert await world.verdict(second) is Verdict.VALID


async def test_several_answers_are_shared_at_once_and_unknown_statements_are_none(world: World) -> None:
    age, money = world.live.statements
    several = await world.sharing.share_many([[age], ["gone"], [money], [age]], "id", NOW)
    assert [one and one.answer.leads for one in several] == [(age,), None, (money,), (age,)]


async def test_a_code_is_checked_as_people_type_it(world: World) -> None:
    one = await world.share()
    for typed in (one.code, shown(one.code).lower(), one.code.replace("0", "o").replace("1", "l")):
        checked = await world.sharing.check(typed, LATER)
        assert (checked.verdict, checked.shared) == (Verdict.VALID, one)


async def test_a_code_with_a_typing_error_is_mistyped_and_one_never_given_is_foreign(world: World) -> None:
    one, other = await world.share(), make(document(section("Lain", "Lain."))).share
    wrong = one.code[:3] + ("Z" if one.code[3] != "Z" else "Y") + one.code[4:]
    assert (await world.sharing.check(wrong, LATER)).verdict is Verdict.MISTYPED
    assert (await world.sharing.check((await other()).code, LATER)).verdict is Verdict.FOREIGN


async def test_words_kinds_dates_and_sources_that_change_are_updates(world: World) -> None:
    one = await world.share()
    reworded = statement("Paling tua 27 tahun.", "A")
    for changed in (
        section("Usia", reworded),
        section("Usia", AGE, kind=Kind.JANJI),
        section("Usia", cited("https://contoh.id/A", as_of="2026")),
        section("Usia", cited("https://lain.id")),
        section("Umur", AGE),
    ):
        world.publish(document(changed, section("Biaya", MONEY)))
        checked = await world.sharing.check(one.code, LATER)
        assert [fate.verdict for fate in checked.fates] == [Verdict.UPDATED, Verdict.VALID]
    world.publish(FIRST)
    assert await world.verdict(one) is Verdict.VALID


async def test_a_statement_moved_within_its_section_is_as_valid_as_before(world: World) -> None:
    one = await world.share()
    world.publish(document(section("Biaya", "Baru.", MONEY), section("Usia", "Baru.", AGE)))
    assert await world.verdict(one) is Verdict.VALID


async def test_what_has_left_the_documents_is_gone_even_if_its_neighbour_stands_on_the_same_fact() -> None:
    pair = section("Usia", AGE, statement("Dihitung pada hari mendaftar.", "A"))
    world = make(document(pair))
    one = await world.share(next(iter(world.live.statements)))
    world.publish(document(section("Usia", pair.statements[1])))
    assert await world.verdict(one) is Verdict.GONE


async def test_the_worst_verdict_of_a_mixed_answer_counts(world: World) -> None:
    one = await world.share()
    world.publish(document(section("Usia", statement("Paling tua 27 tahun.", "A"))))
    checked = await world.sharing.check(one.code, LATER)
    assert checked.verdict is Verdict.GONE
    assert [fate.verdict for fate in checked.fates] == [Verdict.UPDATED, Verdict.GONE]


async def test_what_the_team_has_taken_back_is_withdrawn_and_not_shared_again(world: World) -> None:
    one, (age, money) = await world.share(), world.live.statements
    world.withdraw(age)
    checked = await world.sharing.check(one.code, LATER)
    assert checked.verdict is Verdict.WITHDRAWN
    assert checked.fates[0].withdrawal
    assert checked.fates[0].withdrawal.reason == "keliru"
    assert (await world.share()).answer.leads == (money,)
    assert await world.sharing.share([age], "id", NOW) is None


async def test_what_became_of_a_withdrawn_statement_is_shown_and_its_withdrawn_successor_is_not(world: World) -> None:
    one, age = await world.share(), next(iter(world.live.statements))
    world.withdraw(age)
    world.publish(document(section("Usia", statement("Paling tua 27 tahun.", "A"))))
    fate = (await world.sharing.check(one.code, LATER)).fates[0]
    assert fate.withdrawal
    assert fate.new
    world.withdraw(fate.new.statement)
    assert (await world.sharing.check(one.code, LATER)).fates[0].new is None


async def test_in_the_quiet_period_nothing_withheld_is_shared_or_shown_when_checked() -> None:
    mixed = document(section("Usia", AGE), section("TPS", statement("Buka pukul 7.", "C"), kind=Kind.PEMILU))
    world = make(mixed, calendar=CALENDAR)
    one, (age, place) = await world.share(), world.live.statements
    assert await world.sharing.share([age], "id", QUIET) is None
    world.publish(document(section("TPS", statement("Buka pukul 7.", "C"), kind=Kind.PEMILU)))
    checked = await world.sharing.check(one.code, QUIET)
    assert (checked.verdict, checked.withheld is not None) == (Verdict.GONE, True)
    assert checked.shared
    assert checked.shared.answer.leads == (place,)
    assert [fate.old.statement for fate in checked.fates] == [place]


async def test_an_english_answer_is_held_against_the_english_twin() -> None:
    def twins(indonesian: str, english: str) -> Document:
        return document(section("Usia", statement(indonesian, "A", english=english), english="Age"))

    world = make(twins("Paling tua 25 tahun.", "At most 25 years."))
    one = await world.share(language="en")
    world.publish(twins("Paling tua 25 tahun.", "At most 25 years old."))
    assert await world.verdict(one) is Verdict.UPDATED
    world.publish(twins("Maksimal 25 tahun.", "At most 25 years."))
    assert await world.verdict(one) is Verdict.VALID


async def test_whoever_shared_what_is_no_longer_so_is_told_once(world: World) -> None:
    one, age = await world.share(), await world.share(next(iter(world.live.statements)))
    await world.sharing.note_sharer("p", one, NOW)
    await world.sharing.note_sharer("p", age, NOW)
    assert await world.sharing.to_tell(["p"], LATER) == []
    world.publish(document(section("Usia", AGE)))
    ((sharer, checked),) = await world.sharing.to_tell(["p"], LATER)
    assert (sharer, checked.verdict) == (Sharer("p", one.code), Verdict.GONE)
    await world.sharing.note_told([sharer], LATER)
    assert await world.sharing.to_tell(["p"], LATER) == []


async def test_openings_are_counted_by_the_campaigns_days(world: World) -> None:
    one = await world.share()
    await world.sharing.note_sharer("p", one, NOW)
    await world.sharing.note_opening(one, NOW)
    await world.sharing.note_opening(one, LATER)
    assert [found.times for found in await world.sharing.shared_by("p", 5)] == [2]


def cited(url: str, as_of: str = "19 Jun 2025") -> Statement:
    source = Source("Judul A", "Harian Contoh", "2025-06-19", url)
    return replace(AGE, footnotes=(Footnote("A", as_of, (source,)),))


async def test_a_candidate_is_held_against_what_was_shared_the_most_opened_first(world: World) -> None:
    age, money = world.live.statements
    both, one = await world.share(), await world.share(money)
    await world.share(age)
    await world.sharing.note_opening(one, NOW)
    cheaper = statement("Uang kuliahnya Rp2 juta.", "B")
    candidate = release(document(section("Usia", AGE), section("Biaya", cheaper)), release_id="candidate")
    first, second = await overtaken(world.records, world.live, candidate)
    assert (first.code, first.opened, first.verdict) == (one.code, 1, "updated")
    assert [(words.sort, words.text) for words in first.edits[0].words] == [
        ("kept", "Uang kuliahnya"),
        ("removed", "Rp5"),
        ("added", "Rp2"),
        ("kept", "juta."),
    ]
    assert (second.code, second.opened, len(second.edits)) == (both.code, 0, 1)
    assert await overtaken(world.records, candidate, candidate) == ()


async def test_an_item_that_leaves_a_list_is_gone_though_its_neighbour_was_reworded() -> None:
    card, deadline = statement("Membawa kartu pelajar.", "A"), statement("Mendaftar paling lambat 31 Juli.", "A")
    world = make(document(section("Syarat", card, deadline)))
    whole, alone = await world.share(), await world.share(next(iter(world.live.statements)))
    world.publish(document(section("Syarat", statement("Mendaftar paling lambat 15 Agustus.", "A"))))
    assert [one.verdict for one in (await world.sharing.check(whole.code, LATER)).fates] == [
        Verdict.GONE,
        Verdict.UPDATED,
    ]
    assert await world.verdict(alone) is Verdict.GONE


async def test_what_is_offered_is_kept_at_the_same_time_and_known_to_whoever_checks_it_next(world: World) -> None:
    age, money = world.live.statements
    offered, again = await world.sharing.offer_many([[age], ["gone"], [money], [age]], "id", NOW), await world.share()
    assert [one and one.answer.leads for one in offered] == [(age,), None, (money,), (age,)]
    assert offered[0]
    assert (await world.sharing.check(offered[0].code, LATER)).shared == offered[0]
    assert {one.shared for one in await world.records.most_opened(9)} == {offered[0], offered[2], again}
    assert await world.sharing.offer_many([[age]], "id", LATER) == [offered[0]]
