"""The schema as SQLAlchemy Core tables; `migrations/` is what makes it, a test holds the two together.

Invariant: every field of a value has its own typed column. What hangs on a record goes when the record goes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A point in time, in UTC: SQLite has no zone to keep, and PostgreSQL tells it in the zone of the session."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


def _of(owner: str, name: str, *, primary: bool = True) -> Column[Any]:
    """A column that names the row it belongs to, and goes with it."""
    return Column(name, ForeignKey(owner, ondelete="CASCADE"), primary_key=primary, nullable=False)


def _position() -> Column[Any]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


# What holds for the database as a whole: its `identity`, drawn when it is made.
about = Table(
    "about",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)

# Counters that only rise: an id is never given twice, whatever is deleted.
sequences = Table(
    "sequences",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # the digits of the id, for order
    Column("text", Text, nullable=False),
    Column("happened_on", Date, nullable=False, index=True),
    Column("captured_at", Moment, nullable=False),
    Column("source", Text, nullable=False),
    Column("source_key", Text, unique=True),
    Column("state", String(16), nullable=False, index=True),
    Column("engine", Text),
    Column("author", Text),
    Column("link", Text),
    CheckConstraint("state IN ('pending', 'extracted')", name="state"),
)

# The words themselves are not kept twice: they are `notes.text[start:end]`.
left_out = Table(
    "left_out",
    metadata,
    _of("notes.id", "note"),
    _position(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("reason", Text, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # order of arrival over all kinds; the word index's rowid
    Column("kind", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("note", ForeignKey("notes.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("summary", Text, nullable=False),
    Column("why", Text),
    Column("supersedes", ForeignKey("records.id", ondelete="SET NULL"), index=True),
    Column("superseded_by", ForeignKey("records.id", ondelete="SET NULL"), index=True),
    CheckConstraint("kind IN ('evidence', 'skill', 'relationship', 'goal')", name="kind"),
    CheckConstraint("status IN ('active', 'proposed', 'rejected', 'superseded')", name="status"),
    CheckConstraint('0 <= "start" AND "start" < "end"', name="span"),
    Index(None, "status", "kind", "happened_on"),
)

evidence = Table(
    "evidence",
    metadata,
    _of("records.id", "record"),
    Column("action", Text, nullable=False),
    Column("outcome", Text),
    Column("impact", String(16)),
    Column("scope", String(16)),
    Column("actor", String(16), nullable=False),
    Column("progress", String(16), nullable=False),
    Column("level", String(16)),
)

measures = Table(
    "measures",
    metadata,
    _of("evidence.record", "record"),
    _position(),
    Column("raw", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", Float),
    Column("unit", Text),
    Column("before", Float),
    Column("after", Float),
    Column("period", Text),
    Column("percentile", Text),
    Column("direction", String(8)),
    Column("effort", Boolean(create_constraint=False), nullable=False),
)

skills = Table(
    "skills",
    metadata,
    _of("records.id", "record"),
    Column("name", Text, nullable=False),
    Column("activity", String(16), nullable=False),
    Column("source", ForeignKey("records.id", ondelete="SET NULL"), index=True),
)

relationships = Table(
    "relationships",
    metadata,
    _of("records.id", "record"),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, index=True),  # folded, for exact look-up
    Column("role", Text),
    Column("team", Text),
    Column("reach", String(16)),
    Column("met", Text),
    Column("context", Text),
    Column("strength", String(16)),
)

aliases = Table(
    "aliases",
    metadata,
    _of("relationships.record", "record"),
    Column("alias_key", Text, primary_key=True, index=True),
    Column("alias", Text, nullable=False),
    Column("position", Integer, nullable=False),
)

contacts = Table(
    "contacts",
    metadata,
    _of("relationships.record", "record"),
    Column("note", ForeignKey("notes.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, primary_key=True, autoincrement=False),
    Column("quote", Text, nullable=False),
    Column("happened_on", Date, nullable=False),
)

goals = Table(
    "goals",
    metadata,
    _of("records.id", "record"),
    Column("goal", Text, nullable=False),
    Column("type", String(16)),
    Column("state", String(16), nullable=False),
    Column("target_date", Date),
    Column("current_state", Text),
    Column("gap", Text),
)

goal_actions = Table(
    "goal_actions",
    metadata,
    _of("goals.record", "record"),
    _position(),
    Column("text", Text, nullable=False),
    Column("happened_on", Date),
)

record_people = Table(
    "record_people",
    metadata,
    _of("records.id", "record"),
    Column("person", ForeignKey("relationships.record", ondelete="CASCADE"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
)

# A link has no direction: both ways are kept, so that each end lists the other.
links = Table(
    "links",
    metadata,
    _of("records.id", "record"),
    Column("target", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True, index=True),
)

ladders = Table(
    "ladders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("cumulative", Boolean(create_constraint=False), nullable=False),
    UniqueConstraint("name", "version"),
)

ladder_levels = Table(
    "ladder_levels",
    metadata,
    _of("ladders.id", "ladder"),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
)

criteria = Table(
    "criteria",
    metadata,
    _of("ladders.id", "ladder"),
    Column("id", Text, primary_key=True),
    Column("level", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("theme", Text),
    Column("position", Integer, nullable=False),
)

# By the ladder's name and the criterion's words, not by version and id: an id may mean another criterion in the next
# version, and a reworded criterion is to be thought about again.
set_aside = Table(
    "set_aside",
    metadata,
    Column("ladder", Text, primary_key=True),
    Column("level", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    Column("reason", Text, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("text", Text, nullable=False),
)

draft_params = Table(
    "draft_params",
    metadata,
    _of("drafts.id", "draft"),
    _position(),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
)

draft_gaps = Table(
    "draft_gaps",
    metadata,
    _of("drafts.id", "draft"),
    _position(),
    Column("text", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("draft", ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("section", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("removed", Boolean(create_constraint=False), nullable=False),  # the gate took it out
)

# No foreign key on `record`: a removed claim may cite what never was.
citations = Table(
    "citations",
    metadata,
    _of("claims.id", "claim"),
    _position(),
    Column("record", Text, nullable=False, index=True),
)

findings = Table(
    "findings",
    metadata,
    _of("claims.id", "claim"),
    _position(),
    Column("check", String(16), nullable=False),
    Column("severity", String(8), nullable=False),
    Column("value", Text, nullable=False),
    Column("message", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("started_at", Moment, nullable=False, index=True),
    Column("task", Text, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("endpoint", Text, nullable=False),
    Column("messages", Text, nullable=False),
    Column("answer", Text),
    Column("tokens_in", Integer),
    Column("tokens_out", Integer),
    Column("seconds", Float, nullable=False),
    Column("error", Text),
)

vectors = Table(
    "vectors",
    metadata,
    _of("records.id", "record"),
    Column("embedder", String(255), primary_key=True),
    Column("text_hash", String(64), nullable=False),
    Column("vector", LargeBinary, nullable=False),  # float16, little-endian
    Column("version", BigInteger, nullable=False),  # the stamp of the write that put it here
    Index(None, "embedder", "version"),
)

surfaced = Table(
    "surfaced",
    metadata,
    _of("records.id", "record"),
    Column("person", ForeignKey("relationships.record", ondelete="CASCADE"), primary_key=True, index=True),
    Column("happened_on", Date, primary_key=True),
)

reviews = Table(
    "reviews",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("since", Date, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("done_on", Date, nullable=False),
    Column("kept", Text, nullable=False, server_default=""),
)

snoozes = Table(
    "snoozes",
    metadata,
    Column("insight", Text, primary_key=True),
    Column("until", Date, nullable=False),
)
