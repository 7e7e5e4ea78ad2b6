"""What the team sees: counters of questions by day, and the gaps that it has dealt with."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "counters",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("outcome", sa.String, primary_key=True),
        sa.Column("language", sa.String, primary_key=True),
        sa.Column("topic", sa.String, primary_key=True),
        sa.Column("within", sa.Integer, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "gaps",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("remedy", sa.String, nullable=False),
        sa.Column("target", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
        sa.Column("asked_of", sa.String, nullable=False),
        sa.Column("answered", sa.Boolean, nullable=False),
    )
