"""Withdrawn statements, shared answers and their openings, who shared them, and where to reach those who opted in."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "withdrawals",
        sa.Column("statement", sa.String, primary_key=True),
        sa.Column("section", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.String, nullable=False),
    )
    op.create_table(
        "shared",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("answer", sa.JSON, nullable=False),
        sa.Column("statements", sa.JSON, nullable=False),
        sa.Column("beside", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("release", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "openings",
        sa.Column("code", sa.String, sa.ForeignKey("shared.code"), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "sharers",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("code", sa.String, sa.ForeignKey("shared.code"), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
        sa.Column("told", sa.DateTime),
    )
    op.create_table(
        "addresses",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("purpose", sa.String, primary_key=True),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("expires", sa.DateTime, nullable=False, index=True),
        sa.Column("told", sa.String, nullable=False),
        sa.Column("claimed", sa.DateTime),
    )
    op.create_table(
        "scores",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("round", sa.String, primary_key=True),
        sa.Column("right", sa.Integer, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
    )
