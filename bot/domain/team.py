"""Who belongs to the campaign's team, what each of them may do, and what is closed for the moment."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.privacy import scrub

LONGEST_LABEL = 40  # characters
LONGEST_REASON = 300


class Rank(StrEnum):
    """A team member's rank. Owners stand in config.toml; all others join by an invitation."""

    OWNER = "owner"
    ADMIN = "admin"
    REVIEWER = "reviewer"
    VOLUNTEER = "volunteer"


class Right(StrEnum):
    """What a rank may allow."""

    TEAM = "team"  # invite and dismiss
    INVITE = "invite"  # invite volunteers
    PUBLISH = "publish"  # change the documents, publish and roll back releases, close and reopen features
    REVIEW = "review"  # see plans, gaps, figures and traces; sort gaps
    SHARE = "share"  # the volunteers' own space


RIGHTS: dict[Rank, frozenset[Right]] = {
    Rank.OWNER: frozenset(Right),
    Rank.ADMIN: frozenset({Right.INVITE, Right.PUBLISH, Right.REVIEW, Right.SHARE}),
    Rank.REVIEWER: frozenset({Right.REVIEW, Right.SHARE}),
    Rank.VOLUNTEER: frozenset({Right.SHARE}),
}
INVITED = (Rank.ADMIN, Rank.REVIEWER, Rank.VOLUNTEER)


@dataclass(frozen=True, slots=True)
class Member:
    """One of the team: a keyed hash and the name that they chose for themselves."""

    person: str
    rank: Rank
    label: str
    since: datetime | None = None  # None: an owner who has no record besides config.toml

    def may(self, right: Right) -> bool:
        """Return whether their rank allows something."""
        return right in RIGHTS[self.rank]

    @property
    def invites(self) -> tuple[Rank, ...]:
        """The ranks to which they may invite."""
        return INVITED if self.may(Right.TEAM) else (Rank.VOLUNTEER,) if self.may(Right.INVITE) else ()

    def covers(self, rank: Rank) -> bool:
        """Return whether their rank allows all that another does."""
        return RIGHTS[self.rank] >= RIGHTS[rank]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that makes whoever opens it a member; only a digest of its code is kept."""

    digest: str
    rank: Rank
    uses: int  # how often it may still be opened
    expires: datetime
    invited_by: str  # keyed hash

    def is_open(self, now: datetime) -> bool:
        """Return whether it can still be used."""
        return self.uses > 0 and now < self.expires


class Feature(StrEnum):
    """What can be closed by itself; ALL closes everything that voters use."""

    ALL = "all"
    QUESTIONS = "questions"
    MENU = "menu"
    SHARING = "sharing"  # shared links into the documents


@dataclass(frozen=True, slots=True)
class Closure:
    """A feature that is closed for the moment, and why: voters may read the reason."""

    feature: Feature
    reason: str
    since: datetime


def invitation_digest(secret: bytes, code: str) -> str:
    """Return what is kept of an invitation's code, so that a copy of the database opens nothing.

    It is the first half of HMAC-SHA-256, as 32 hexadecimal digits.
    """
    return hmac.new(secret, b"invitation:" + code.encode(), hashlib.sha256).hexdigest()[:32]


def label_of(text: str) -> str:
    """Return a name as it may be kept and shown, "" if it can't: too long, invisible, or with personal data in it."""
    label = one_line(text)
    return label if len(label) <= LONGEST_LABEL and scrub(label) == label else ""


def one_line(text: str) -> str:
    """Return a text in one line, without characters that can't be seen or that turn the direction of others."""
    seen = "".join(" " if unicodedata.category(one).startswith("Z") else one for one in " ".join(text.split()))
    return " ".join("".join(one for one in seen if not unicodedata.category(one).startswith("C")).split())
