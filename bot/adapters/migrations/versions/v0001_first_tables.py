"""The first tables: releases and the live one, chosen languages, unanswered questions, feedback."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "releases",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("published_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "live",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("release", sa.String, sa.ForeignKey("releases.id"), nullable=False),
    )
    op.create_table(
        "preferences",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "unanswered",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("release", sa.String, nullable=False),
        sa.Column("person", sa.String, nullable=False, index=True),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
    )
    op.create_table(
        "feedback",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("statements", sa.String, primary_key=True),
        sa.Column("good", sa.Boolean, nullable=False),
        sa.Column("release", sa.String, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("text", sa.Text),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
    )
