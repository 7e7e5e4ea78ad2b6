"""The tables of the database as this version knows them; migrations/ says how they came to be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa


class Moment(sa.TypeDecorator[datetime]):
    """A moment as naive UTC, which all databases keep alike."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Return what is stored. Raises ValueError if the moment has no time zone."""
        if value is not None and value.utcoffset() is None:
            raise ValueError("a moment without a time zone can't be stored")
        return value.astimezone(UTC).replace(tzinfo=None) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Return what was stored, in UTC."""
        return value.replace(tzinfo=UTC) if value is not None else None


TABLES = sa.MetaData()
RELEASES = sa.Table(
    "releases",
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("published_at", Moment, nullable=False),
)
POINTER = sa.Table(
    "live",
    TABLES,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("release", sa.String, sa.ForeignKey("releases.id"), nullable=False),
)
PREFERENCES = sa.Table(
    "preferences",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("at", Moment, nullable=False),
)
UNANSWERED = sa.Table(
    "unanswered",
    TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("release", sa.String, nullable=False),
    sa.Column("person", sa.String, nullable=False, index=True),
    sa.Column("at", Moment, nullable=False, index=True),
)
FEEDBACK = sa.Table(
    "feedback",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("statements", sa.String, primary_key=True),  # ids in order, a space between
    sa.Column("good", sa.Boolean, nullable=False),
    sa.Column("release", sa.String, nullable=False),
    sa.Column("reason", sa.String),
    sa.Column("text", sa.Text),
    sa.Column("at", Moment, nullable=False, index=True),
)
AUDIT = sa.Table(
    "audit",  # triggers keep it append-only: see the migration
    TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Column("who", sa.String),
    sa.Column("label", sa.String),
    sa.Column("what", sa.String, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("before", sa.JSON(none_as_null=True)),
    sa.Column("after", sa.JSON(none_as_null=True)),
)
MEMBERS = sa.Table(
    "members",
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("rank", sa.String, nullable=False),
    sa.Column("label", sa.String, nullable=False),
    sa.Column("since", Moment, nullable=False),
)
INVITATIONS = sa.Table(
    "invitations",
    TABLES,
    sa.Column("digest", sa.String, primary_key=True),
    sa.Column("rank", sa.String, nullable=False),
    sa.Column("uses", sa.Integer, nullable=False),
    sa.Column("expires", Moment, nullable=False),
    sa.Column("invited_by", sa.String, nullable=False),
)
CLOSURES = sa.Table(
    "closures",
    TABLES,
    sa.Column("feature", sa.String, primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("since", Moment, nullable=False),
)
COUNTERS = sa.Table(
    "counters",  # how many questions: nobody's name, and no text
    TABLES,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("outcome", sa.String, primary_key=True),
    sa.Column("language", sa.String, primary_key=True),
    sa.Column("topic", sa.String, primary_key=True),
    sa.Column("within", sa.Integer, primary_key=True),  # milliseconds
    sa.Column("count", sa.Integer, nullable=False),
)
GAPS = sa.Table(
    "gaps",  # groups of unanswered questions that somebody has dealt with
    TABLES,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("question", sa.Text, nullable=False),  # scrubbed
    sa.Column("language", sa.String, nullable=False),
    sa.Column("remedy", sa.String, nullable=False),
    sa.Column("target", sa.String, nullable=False),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Column("asked_of", sa.String, nullable=False),  # release that it was asked of last
    sa.Column("answered", sa.Boolean, nullable=False),
)
WITHDRAWALS = sa.Table(
    "withdrawals",  # statements that the team has taken back; they hold until the documents say it otherwise
    TABLES,
    sa.Column("statement", sa.String, primary_key=True),
    sa.Column("section", sa.String, nullable=False),  # key
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("who", sa.String, nullable=False),  # keyed hash
)
SHARED = sa.Table(
    "shared",  # answers as they were when somebody shared them; nothing about who
    TABLES,
    sa.Column("code", sa.String, primary_key=True),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("answer", sa.JSON, nullable=False),
    sa.Column("statements", sa.JSON, nullable=False),  # records as they stood in the release
    sa.Column("beside", sa.JSON, nullable=False),  # records of others on the same facts
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("release", sa.String, nullable=False),
    sa.Column("at", Moment, nullable=False),
)
OPENINGS = sa.Table(
    "openings",  # how often the link of a shared answer was followed: nobody's name
    TABLES,
    sa.Column("code", sa.String, sa.ForeignKey("shared.code"), primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)
SHARERS = sa.Table(
    "sharers",  # which answers a volunteer has shared
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("code", sa.String, sa.ForeignKey("shared.code"), primary_key=True),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Column("told", Moment),  # that it has changed
)
ADDRESSES = sa.Table(
    "addresses",  # of those who asked to be written to; the chat is encrypted
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("purpose", sa.String, primary_key=True),
    sa.Column("chat", sa.Text, nullable=False),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("expires", Moment, nullable=False, index=True),
    sa.Column("told", sa.String, nullable=False),  # what they were told last
    sa.Column("claimed", Moment),  # until when a process is telling them something
)
SCORES = sa.Table(
    "scores",  # of rounds of the practice quiz, for those who want theirs kept
    TABLES,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("round", sa.String, primary_key=True),
    sa.Column("right", sa.Integer, nullable=False),
    sa.Column("asked", sa.Integer, nullable=False),
    sa.Column("at", Moment, nullable=False, index=True),
)
ABOUT_PEOPLE = (PREFERENCES, UNANSWERED, FEEDBACK, MEMBERS, SHARERS, ADDRESSES, SCORES)
EXPIRING: tuple[sa.Column[Any], ...] = (
    COUNTERS.c.day,
    OPENINGS.c.day,
    SHARERS.c.at,
    SCORES.c.at,
)  # rows go when these are too old
