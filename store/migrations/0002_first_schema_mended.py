"""What the first schema gained after it had landed: homes made before lack it, and are stamped 0001 all the same.

From now on a landed revision is never changed; this one brings its four earlier forms together.
"""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    seen = sa.inspect(op.get_bind())
    tables = seen.get_table_names()
    if "about" not in tables:
        _about()
    if "set_aside" not in tables:
        _set_aside()
    if "position" in {column["name"] for column in seen.get_columns("links")}:
        op.drop_column("links", "position")


def _about() -> None:
    about = op.create_table(
        "about",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_about"),
    )
    op.bulk_insert(about, [{"name": "identity", "value": uuid4().hex}])


def _set_aside() -> None:
    op.create_table(
        "set_aside",
        sa.Column("ladder", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("ladder", "level", "text", name="pk_set_aside"),
    )
