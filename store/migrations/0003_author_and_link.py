"""Who wrote an imported note, and where it stands."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("notes", sa.Column("author", sa.Text))
    op.add_column("notes", sa.Column("link", sa.Text))
