"""What each rank may do, which names may be chosen, and how long an invitation is open."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.team import INVITED, Invitation, Member, Rank, Right, invitation_digest, label_of

NOW = datetime(2030, 11, 20, 12, 0, tzinfo=UTC)


def member(rank: Rank) -> Member:
    return Member("p1", rank, "Ibu Ani", NOW)


def test_only_owners_invite_and_only_owners_and_admins_publish() -> None:
    assert [rank for rank in Rank if member(rank).may(Right.TEAM)] == [Rank.OWNER]
    assert [rank for rank in Rank if member(rank).may(Right.PUBLISH)] == [Rank.OWNER, Rank.ADMIN]
    assert [rank for rank in Rank if member(rank).may(Right.REVIEW)] == [Rank.OWNER, Rank.ADMIN, Rank.REVIEWER]
    assert all(member(rank).may(Right.SHARE) for rank in Rank)


def test_a_rank_covers_itself_and_those_below() -> None:
    assert [rank for rank in Rank if member(Rank.REVIEWER).covers(rank)] == [Rank.REVIEWER, Rank.VOLUNTEER]
    assert all(member(Rank.OWNER).covers(rank) for rank in Rank)


def test_nobody_is_invited_to_be_an_owner() -> None:
    assert set(INVITED) == set(Rank) - {Rank.OWNER}


def test_an_invitation_is_open_until_it_is_used_up_or_over() -> None:
    assert Invitation("d", Rank.ADMIN, 1, NOW + timedelta(seconds=1), "p1").is_open(NOW)
    assert not Invitation("d", Rank.ADMIN, 1, NOW, "p1").is_open(NOW)
    assert not Invitation("d", Rank.ADMIN, 0, NOW + timedelta(days=1), "p1").is_open(NOW)


def test_a_digest_needs_the_secret_and_does_not_hold_the_code() -> None:
    digest = invitation_digest(b"secret", "code")
    assert digest == invitation_digest(b"secret", "code")
    assert digest != invitation_digest(b"other", "code")
    assert "code" not in digest
    assert len(digest) == 32


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("  Ibu\n Ani ", "Ibu Ani"),
        ("Ani\u202e\u200b <b>", "Ani <b>"),
        ("Ibu\u00a0Ani", "Ibu Ani"),
        ("", ""),
        ("\u200b", ""),
        ("x" * 41, ""),
        ("Ani 0812-3456-7890", ""),
        ("ani@contoh.id", ""),
    ],
)
def test_a_label_is_one_visible_line_without_personal_data(text: str, label: str) -> None:
    assert label_of(text) == label
