"""The team's records: who joins by which link, who leaves, what is closed, and that each change is in the log."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.ports import Action, TeamRecords
from bot.domain.team import Closure, Feature, Invitation, Member, Rank

NOW = datetime(2030, 11, 20, 12, 0, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def team(database: SqlDatabase) -> TeamRecords:
    return SqlTeam(database)


def action(what: str, who: str = "owner", at: datetime = NOW) -> Action:
    return Action(what, at, who, "Ibu Ani")


def member(person: str = "p1", rank: Rank = Rank.VOLUNTEER) -> Member:
    return Member(person, rank, f"label of {person}", NOW)


async def invite(team: TeamRecords, rank: Rank = Rank.VOLUNTEER, uses: int = 1, digest: str = "d1") -> None:
    await team.invite(Invitation(digest, rank, uses, TOMORROW, "owner"), action("invite"))


async def join(
    team: TeamRecords, person: str = "p1", rank: Rank = Rank.VOLUNTEER, digest: str = "d1", at: datetime = NOW
) -> bool:
    return await team.join(digest, member(person, rank), action("join", person, at))


async def what_was_done(team: TeamRecords) -> list[str]:
    return [one.what for one in await team.actions(100)]


async def test_who_joins_by_a_link_is_a_member_and_the_link_is_spent(team: TeamRecords) -> None:
    await invite(team)
    assert await team.invitation("d1", NOW) == Invitation("d1", Rank.VOLUNTEER, 1, TOMORROW, "owner")
    assert await join(team)
    assert await team.member("p1") == member()
    assert await team.invitation("d1", NOW) is None
    assert not await join(team, "p2")
    assert await team.member("p2") is None
    assert await what_was_done(team) == ["join", "invite"]


async def test_a_link_for_three_admits_three_even_if_ten_come_at_once(team: TeamRecords) -> None:
    await invite(team, uses=3)
    joined = await asyncio.gather(*(join(team, f"p{n}") for n in range(10)))
    assert joined.count(True) == 3
    assert len(await team.members()) == 3


async def test_an_expired_or_revoked_link_admits_nobody(team: TeamRecords) -> None:
    await invite(team)
    assert await team.invitation("d1", TOMORROW) is None
    assert not await join(team, at=TOMORROW)
    assert not await team.revoke("d1", action("revoke", at=TOMORROW))
    assert await team.revoke("d1", action("revoke"))
    assert not await join(team)
    assert not await team.revoke("d1", action("revoke"))
    assert await what_was_done(team) == ["revoke", "invite"]


async def test_expired_invitations_are_dropped_with_the_next_one(team: TeamRecords) -> None:
    await invite(team)
    await team.invite(Invitation("d2", Rank.ADMIN, 1, TOMORROW + timedelta(days=9), "o"), action("invite", at=TOMORROW))
    await team.invite(Invitation("d1", Rank.ADMIN, 1, TOMORROW + timedelta(days=9), "o"), action("invite", at=TOMORROW))
    assert await team.invitation("d1", TOMORROW) is not None


async def test_a_higher_rank_is_never_lowered_and_the_link_is_not_spent(team: TeamRecords) -> None:
    await invite(team, Rank.ADMIN, digest="d1")
    await invite(team, Rank.VOLUNTEER, digest="d2")
    assert await join(team, rank=Rank.ADMIN)
    assert not await join(team, rank=Rank.VOLUNTEER, digest="d2")
    assert await team.member("p1") == member(rank=Rank.ADMIN)
    assert await team.invitation("d2", NOW) is not None


async def test_who_is_no_owner_any_more_may_be_invited_like_anybody(team: TeamRecords) -> None:
    await team.save(member(rank=Rank.OWNER), action("label"))
    await invite(team)
    assert await join(team)
    assert await team.members() == [member()]


async def test_a_volunteer_rises_by_an_admins_link(team: TeamRecords) -> None:
    await invite(team, Rank.VOLUNTEER, digest="d1")
    await invite(team, Rank.ADMIN, digest="d2")
    assert await join(team, rank=Rank.VOLUNTEER)
    assert await join(team, rank=Rank.ADMIN, digest="d2")
    assert await team.members() == [member(rank=Rank.ADMIN)]


async def test_who_was_dismissed_does_not_come_back_by_the_same_link(team: TeamRecords) -> None:
    await invite(team, uses=5)
    await invite(team, digest="d2")
    assert await join(team)
    assert await team.dismiss("p1", action("dismiss"))
    assert await team.member("p1") is None
    assert not await join(team)
    assert await join(team, digest="d2")


async def test_nobody_is_dismissed_twice(team: TeamRecords) -> None:
    await team.save(member(), action("label"))
    assert await team.dismiss("p1", action("dismiss"))
    assert not await team.dismiss("p1", action("dismiss"))
    assert await what_was_done(team) == ["dismiss", "label"]


async def test_what_is_closed_is_closed_for_every_process_until_it_is_opened(
    team: TeamRecords, database: SqlDatabase
) -> None:
    other = SqlTeam(database)
    await team.close(Closure(Feature.MENU, "wrong numbers", NOW), action("close"))
    await team.close(Closure(Feature.MENU, "still wrong", TOMORROW), action("close"))
    assert await other.closures() == {Feature.MENU: Closure(Feature.MENU, "still wrong", TOMORROW)}
    assert await other.reopen(Feature.MENU, action("open"))
    assert await team.closures() == {}
    assert not await team.reopen(Feature.MENU, action("open"))
    assert await what_was_done(team) == ["open", "close", "close"]


async def test_the_log_is_read_page_by_page(team: TeamRecords) -> None:
    for number in range(5):
        await team.note(action(str(number)))
    assert [one.what for one in await team.actions(2)] == ["4", "3"]
    assert [one.what for one in await team.actions(2, skip=2)] == ["2", "1"]


async def test_deleting_ones_data_ends_the_membership_and_leaves_the_log(
    team: TeamRecords, database: SqlDatabase
) -> None:
    await team.save(member(), action("label"))
    assert (await database.held("p1"))["members"] == 1
    await database.forget("p1")
    assert await team.member("p1") is None
    assert await what_was_done(team) == ["label"]
