"""The team: members, invitations, and what is closed for the moment."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "members",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("rank", sa.String, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("rank", sa.String, nullable=False),
        sa.Column("uses", sa.Integer, nullable=False),
        sa.Column("expires", sa.DateTime, nullable=False),
        sa.Column("invited_by", sa.String, nullable=False),
    )
    op.create_table(
        "closures",
        sa.Column("feature", sa.String, primary_key=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
    )
