"""What of a weekly, monthly or quarterly review is done, and which insights stay quiet until when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("done_on", sa.Date, nullable=False),
        sa.Column("kept", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("kind", "since", "step", name="pk_reviews"),
    )
    op.create_table(
        "snoozes",
        sa.Column("insight", sa.Text, nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("insight", name="pk_snoozes"),
    )
